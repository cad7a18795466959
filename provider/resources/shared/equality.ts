import { isObject } from "../../values/propertyPath";

/** Spellings that mean the same to AEP, shared by several kinds. */

/** Family and major version: `application/vnd.adobe.xed-full+json;version=1`, also with a space or as `version=1.4`. */
function contentTypeParts(value: unknown): { family: string; major: string } | undefined {
  if (typeof value !== "string") return undefined;
  const [, family, major] = /^\s*([^;\s]+)\s*;\s*version\s*=\s*(\d+)/i.exec(value) ?? [];
  return family === undefined || major === undefined ? undefined : { family: family.toLowerCase(), major };
}

/** AEP reports the latest minor version of a content type. */
export function sameContentType(written: unknown, live: unknown): boolean {
  const [one, other] = [contentTypeParts(written), contentTypeParts(live)];
  return one !== undefined && other !== undefined && one.family === other.family && one.major === other.major;
}

export function toNumber(value: unknown): unknown {
  return typeof value === "string" && value.trim() !== "" && Number.isFinite(Number(value))
    ? Number(value)
    : value;
}

export function toBoolean(value: unknown): unknown {
  if (typeof value !== "string") return value;
  const text = value.trim().toLowerCase();
  return text === "true" ? true : text === "false" ? false : value;
}

/** Converts the fields of an object that stand for true or false. */
export function withBooleans(...names: string[]): (value: unknown) => unknown {
  return (value) => {
    if (!isObject(value)) return value;
    const given = names.filter((name) => Object.hasOwn(value, name));
    return { ...value, ...Object.fromEntries(given.map((name) => [name, toBoolean(value[name])])) };
  };
}

/** An object without its undefined entries. */
export function present(entries: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined));
}
