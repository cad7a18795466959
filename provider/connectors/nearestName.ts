/** The name that was probably meant, for "did you mean"; undefined where none is near. */
export function nearestName(text: string, names: readonly string[]): string | undefined {
  const wanted = letters(text);
  if (wanted === "") return undefined;
  const ranked = names
    .map((name) => ({ name, ...compare(wanted, letters(name)) }))
    .sort((one, other) => one.distance - other.distance || one.edits - other.edits);
  const nearest = ranked[0];
  if (nearest === undefined) return undefined;
  const longer = Math.max(wanted.length, nearest.length);
  const tolerated = Math.min(Math.max(2, Math.floor(longer * 0.4)), longer - 1);
  return nearest.distance <= tolerated ? nearest.name : undefined;
}

/** Case, hyphens and spaces are the commonest slips, so they do not count. */
function letters(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, "");
}

/** A name that holds the other is near, however long it is. */
function compare(wanted: string, name: string): { length: number; distance: number; edits: number } {
  const edits = wanted === name ? 0 : editDistance(wanted, name);
  const within = name !== "" && (name.includes(wanted) || wanted.includes(name));
  return { length: name.length, distance: within ? Math.min(2, edits) : edits, edits };
}

/** Levenshtein: the fewest insertions, deletions and substitutions that turn one text into the other. */
function editDistance(one: string, other: string): number {
  let above = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    for (let column = 1; column <= other.length; column++) {
      const substituted = above[column - 1]! + (one[row - 1] === other[column - 1] ? 0 : 1);
      current.push(Math.min(substituted, above[column]! + 1, current[column - 1]! + 1));
    }
    above = current;
  }
  return above[other.length]!;
}
