/** The name that was probably meant, for "did you mean"; undefined where none is near. */
export function nearestName(text: string, names: readonly string[]): string | undefined {
  const wanted = letters(text);
  if (wanted === "") return undefined;
  const ranked = names.map((name) => ({ name, distance: distance(wanted, letters(name)) }));
  const nearest = ranked.sort((one, other) => one.distance - other.distance)[0];
  if (nearest === undefined) return undefined;
  const tolerated = Math.max(2, Math.floor(Math.max(wanted.length, letters(nearest.name).length) * 0.4));
  return nearest.distance <= tolerated ? nearest.name : undefined;
}

/** Case, hyphens and spaces are the commonest slips, so they do not count. */
function letters(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, "");
}

function distance(one: string, other: string): number {
  if (one === other) return 0;
  if (other.includes(one) || one.includes(other)) return 1;
  return editDistance(one, other);
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
