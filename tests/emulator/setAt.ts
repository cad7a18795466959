/** Sets the value at a path such as ["scheduleParams", "interval"]. A number is an index of a list. */
export function setAt(object: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [name = "", ...rest] = path;
  if (rest.length === 0) {
    object[name] = value;
    return;
  }
  const inner = object[name];
  if (typeof inner === "object" && inner !== null) setAt(inner as Record<string, unknown>, rest, value);
  else object[name] = created(rest, value);
}

function created(path: readonly string[], value: unknown): Record<string, unknown> {
  const object: Record<string, unknown> = {};
  setAt(object, path, value);
  return object;
}
