import { isList, isObject, isSecret, type PropertyMap, type PropertyValue } from "./propertyValue";

/**
 * Compares inputs field by field, as the engine does when a provider leaves `changes` undefined. Returns the
 * paths that differ, in Pulumi's notation. In objects, null equals a missing property; in lists, null is a value.
 * A value that becomes secret, or stops being secret, counts as different.
 */
export function diffProperties(olds: PropertyMap, news: PropertyMap, path = ""): string[] {
  const keys = [...new Set([...Object.keys(olds), ...Object.keys(news)])].sort();
  return keys.flatMap((key) => diffProperty(olds[key], news[key], joinKey(path, key)));
}

function diffProperty(
  old: PropertyValue | undefined,
  now: PropertyValue | undefined,
  path: string,
): string[] {
  const absent = (value: PropertyValue | undefined): boolean => value === undefined || value === null;
  if (absent(old) && absent(now)) return [];
  if (absent(old) || absent(now)) return [path];
  return diffValue(old!, now!, path);
}

function diffValue(old: PropertyValue, now: PropertyValue, path: string): string[] {
  if (isList(old) && isList(now)) {
    const longest = old.length > now.length ? old : now;
    return longest.flatMap((_, index) => diffElement(old[index], now[index], `${path}[${String(index)}]`));
  }
  if (isObject(old) && isObject(now)) return diffProperties(old, now, path);
  return deepEquals(old, now) ? [] : [path];
}

function diffElement(old: PropertyValue | undefined, now: PropertyValue | undefined, path: string): string[] {
  return old === undefined || now === undefined ? [path] : diffValue(old, now, path);
}

function deepEquals(left: PropertyValue, right: PropertyValue): boolean {
  if (isSecret(left) !== isSecret(right)) return false;
  if (isList(left)) {
    return (
      isList(right) && left.length === right.length && left.every((item, i) => deepEquals(item, right[i]!))
    );
  }
  if (typeof left !== "object" || left === null) return left === right;
  if (typeof right !== "object" || right === null || isList(right)) return false;
  return sameEntries(left, right);
}

function sameEntries(left: PropertyMap, right: PropertyMap): boolean {
  const keys = [...new Set([...Object.keys(left), ...Object.keys(right)])];
  return keys.every((key) => deepEquals(left[key] ?? null, right[key] ?? null));
}

function joinKey(path: string, key: string): string {
  if (!/^[A-Za-z_$][\w$]*$/.test(key)) return `${path}[${JSON.stringify(key)}]`;
  return path === "" ? key : `${path}.${key}`;
}
