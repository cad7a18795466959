/**
 * The mark that a create leaves in a text of its object, so that the object can be found again after a lost response or an
 * interrupted run: `(pulumi 1a2b3c4d5e6f)` at the end. Readers and diffs never see it.
 */
const pattern = / ?\(pulumi ([0-9a-f]{12})\)$/;

export function withMark(text: unknown, mark: string): string {
  const own = withoutMark(text);
  return typeof own === "string" && own !== "" ? `${own} (pulumi ${mark})` : `(pulumi ${mark})`;
}

export function withoutMark(text: unknown): unknown {
  return typeof text === "string" ? text.replace(pattern, "") : text;
}

export function markIn(text: unknown): string | undefined {
  return typeof text === "string" ? pattern.exec(text)?.[1] : undefined;
}
