/** The nearest name, for "did you mean"; undefined if none is near. */
export function nearestName(text: string, names: readonly string[]): string | undefined {
  const wanted = lettersOf(text);
  if (wanted.text === "") return undefined;
  const known = lettersOfAll(names);
  let best: ({ name: string } & Nearness) | undefined;
  for (let index = 0; index < known.length; index++) {
    const nearness = compare(wanted, known[index]!, best?.distance ?? Infinity);
    if (nearness === undefined) continue;
    const { distance, edits } = nearness;
    const nearer = !best || distance < best.distance || (distance === best.distance && edits < best.edits);
    if (nearer) best = { name: names[index]!, distance, edits };
  }
  return best?.name;
}

interface Nearness {
  readonly distance: number;
  readonly edits: number;
}

/** The text without case, hyphens and spaces, which are the most frequent mistakes. */
interface Letters {
  readonly text: string;
  /** One bit for each letter of the text; the digits share the other bits. */
  readonly set: number;
}

function lettersOf(name: string): Letters {
  const text = name.toLowerCase().replace(/[^a-z0-9]/g, "");
  let set = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    set |= 1 << (code >= 97 ? code - 97 : 26 + (code % 6));
  }
  return { text, set };
}

const lettersByList = new WeakMap<readonly string[], readonly Letters[]>();

/** The names of a schema with a thousand fields are compared with each wrong one. */
function lettersOfAll(names: readonly string[]): readonly Letters[] {
  const known = lettersByList.get(names) ?? names.map(lettersOf);
  lettersByList.set(names, known);
  return known;
}

/** The largest number of edits between two near names; one for names of two letters. */
function tolerance(one: string, other: string): number {
  const longer = Math.max(one.length, other.length);
  return Math.min(Math.max(2, Math.floor(longer * 0.4)), longer - 1);
}

/**
 * A name that contains the other is near at any length; other names only within the tolerance. undefined: not near, or
 * certainly farther than `best`.
 */
function compare(wanted: Letters, { text, set }: Letters, best: number): Nearness | undefined {
  if (wanted.text === text) return { distance: 0, edits: 0 };
  const tolerated = tolerance(wanted.text, text);
  const most = Math.min(tolerated, best);
  const [missing, surplus] = [wanted.set & ~set, set & ~wanted.set];
  if (missing === 0 || surplus === 0) {
    const within = text !== "" && (text.includes(wanted.text) || wanted.text.includes(text));
    if (within) {
      const edits = Math.abs(text.length - wanted.text.length);
      const distance = Math.min(2, edits);
      return distance <= tolerated ? { distance, edits } : undefined;
    }
  }
  // Each letter that only one of them has needs one edit.
  if (count(missing) > most || count(surplus) > most) return undefined;
  const edits = editDistance(wanted.text, text, most);
  return edits <= most ? { distance: edits, edits } : undefined;
}

function count(set: number): number {
  let bits = 0;
  for (let left = set; left !== 0; left &= left - 1) bits += 1;
  return bits;
}

/**
 * Levenshtein: the smallest number of insertions, deletions and substitutions between two texts; Infinity if more than `most`.
 * A common beginning and end need no edit.
 */
function editDistance(one: string, other: string, most: number): number {
  let [end, otherEnd] = [one.length, other.length];
  if (Math.abs(end - otherEnd) > most) return Infinity;
  while (end > 0 && otherEnd > 0 && one[end - 1] === other[otherEnd - 1]) {
    end -= 1;
    otherEnd -= 1;
  }
  let start = 0;
  while (start < end && start < otherEnd && one[start] === other[start]) start += 1;
  const edits = Array.from({ length: otherEnd - start + 1 }, (_, column) => column);
  for (let row = start; row < end; row++) {
    let above = edits[0]!;
    let least = (edits[0] = above + 1);
    for (let column = start; column < otherEnd; column++) {
      const at = column - start + 1;
      const substituted = above + (one[row] === other[column] ? 0 : 1);
      above = edits[at]!;
      edits[at] = Math.min(substituted, above + 1, edits[at - 1]! + 1);
      least = Math.min(least, edits[at]);
    }
    if (least > most) return Infinity;
  }
  return edits[otherEnd - start]!;
}
