/** A value of a dataset's tags `unifiedProfile` and `unifiedIdentity`. Adobe writes it with and without the space. */
export function parseProfileTag(text: string): { name: "enabled" | "isUpsert"; value: boolean } | undefined {
  const match = /^(enabled|isUpsert): ?(true|false)$/.exec(text);
  return match ? { name: match[1] as "enabled" | "isUpsert", value: match[2] === "true" } : undefined;
}
