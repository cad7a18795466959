/** The name that was probably meant, for "did you mean"; undefined where none is near. */
export function nearestName(text: string, names: readonly string[]): string | undefined {
  const wanted = letters(text);
  if (wanted === "") return undefined;
  let best: { name: string; distance: number; edits: number } | undefined;
  for (const name of names) {
    const { distance, edits } = compare(wanted, letters(name), best?.edits ?? Infinity);
    const nearer = !best || distance < best.distance || (distance === best.distance && edits < best.edits);
    if (edits !== Infinity && nearer) best = { name, distance, edits };
  }
  return best?.name;
}

/** Case, hyphens and spaces are the commonest slips, so they do not count. */
function letters(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, "");
}

/** How many edits between two texts still count as a slip; of two letters, one. */
function tolerance(one: string, other: string): number {
  const longer = Math.max(one.length, other.length);
  return Math.min(Math.max(2, Math.floor(longer * 0.4)), longer - 1);
}

/** A name that holds the other is near, however long it is; all else only within the tolerance. Infinity: not near. */
function compare(wanted: string, name: string, best: number): { distance: number; edits: number } {
  if (wanted === name) return { distance: 0, edits: 0 };
  const within = name !== "" && (name.includes(wanted) || wanted.includes(name));
  const most = within ? Infinity : Math.min(tolerance(wanted, name), best);
  const edits = editDistance(wanted, name, most);
  const distance = within ? Math.min(2, edits) : edits;
  return distance <= tolerance(wanted, name) ? { distance, edits } : { distance: Infinity, edits: Infinity };
}

/** Levenshtein: the fewest insertions, deletions and substitutions between two texts; Infinity if more than `most`. */
function editDistance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return Infinity;
  let above = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= other.length; column++) {
      const substituted = above[column - 1]! + (one[row - 1] === other[column - 1] ? 0 : 1);
      const edits = Math.min(substituted, above[column]! + 1, current[column - 1]! + 1);
      current.push(edits);
      least = Math.min(least, edits);
    }
    if (least > most) return Infinity;
    above = current;
  }
  const edits = above[other.length]!;
  return edits <= most ? edits : Infinity;
}
