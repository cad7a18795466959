/** JSON Patch (RFC 6902). The given value is not changed. */

export interface Operation {
  op: string;
  path: string;
  from?: string;
  value?: unknown;
}

/** An operation cannot be applied. Each service turns this into its own error. */
export class PatchFailure extends Error {
  constructor(
    readonly reason: "missing" | "unsupported" | "malformed" | "test failed",
    readonly operation: Operation,
    message: string,
  ) {
    super(message);
  }
}

/** Applies all operations in order, or none of them if one fails. */
export function applyPatch(document: unknown, operations: readonly Operation[]): unknown {
  return operations.reduce((current, operation) => applyOne(current, operation), structuredClone(document));
}

export function isOperationList(body: unknown): body is Operation[] {
  return (
    Array.isArray(body) &&
    body.every((o) => isRecord(o) && typeof o["op"] === "string" && typeof o["path"] === "string")
  );
}

/** The tokens of a JSON Pointer (RFC 6901). */
export function pointerTokens(pointer: string): string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
}

function applyOne(document: unknown, operation: Operation): unknown {
  if (operation.path !== "" && !operation.path.startsWith("/")) {
    throw new PatchFailure("malformed", operation, `path '${operation.path}' is not a JSON Pointer`);
  }
  switch (operation.op) {
    case "add":
      return add(document, operation, operation.path, clone(operation));
    case "replace":
      read(document, operation, operation.path);
      return set(document, operation, operation.path, clone(operation));
    case "remove":
      return remove(document, operation, operation.path);
    case "move": {
      const value = read(document, operation, operation.from ?? "");
      return add(remove(document, operation, operation.from ?? ""), operation, operation.path, value);
    }
    case "copy":
      return add(
        document,
        operation,
        operation.path,
        structuredClone(read(document, operation, operation.from ?? "")),
      );
    case "test":
      if (!sameJson(read(document, operation, operation.path), operation.value)) {
        throw new PatchFailure("test failed", operation, `value at '${operation.path}' differs`);
      }
      return document;
    default:
      throw new PatchFailure("unsupported", operation, `operation '${operation.op}' is not supported`);
  }
}

function clone(operation: Operation): unknown {
  if (!("value" in operation))
    throw new PatchFailure("malformed", operation, `'${operation.op}' needs a value`);
  return structuredClone(operation.value);
}

function read(document: unknown, operation: Operation, path: string): unknown {
  return pointerTokens(path).reduce((container, token) => {
    if (Array.isArray(container) && isIndex(token, container.length - 1))
      return container[Number(token)] as unknown;
    if (isRecord(container) && Object.hasOwn(container, token)) return container[token];
    throw missing(operation, path);
  }, document);
}

/** The container and the last token of a path. The container must exist. */
function place(document: unknown, operation: Operation, path: string) {
  const token = pointerTokens(path).at(-1) ?? "";
  const parent = read(document, operation, path.slice(0, path.lastIndexOf("/")));
  if (!Array.isArray(parent) && !isRecord(parent)) throw missing(operation, path);
  return { parent, token };
}

function add(document: unknown, operation: Operation, path: string, value: unknown): unknown {
  if (path === "") return value;
  const { parent, token } = place(document, operation, path);
  if (!Array.isArray(parent)) return set(document, operation, path, value);
  if (token !== "-" && !isIndex(token, parent.length)) throw missing(operation, path);
  parent.splice(token === "-" ? parent.length : Number(token), 0, value);
  return document;
}

function set(document: unknown, operation: Operation, path: string, value: unknown): unknown {
  if (path === "") return value;
  const { parent, token } = place(document, operation, path);
  if (Array.isArray(parent)) parent[Number(token)] = value;
  else Object.defineProperty(parent, token, { value, writable: true, enumerable: true, configurable: true });
  return document;
}

function remove(document: unknown, operation: Operation, path: string): unknown {
  read(document, operation, path);
  if (path === "") return null;
  const { parent, token } = place(document, operation, path);
  if (Array.isArray(parent)) parent.splice(Number(token), 1);
  else Reflect.deleteProperty(parent, token);
  return document;
}

function missing(operation: Operation, path: string): PatchFailure {
  return new PatchFailure("missing", operation, `missing field at path '${path}'`);
}

function isIndex(token: string, highest: number): boolean {
  return /^(0|[1-9]\d*)$/.test(token) && Number(token) <= highest;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Compares JSON values. The order of keys is not significant (RFC 6902, section 4.6). */
function sameJson(left: unknown, right: unknown): boolean {
  if (Array.isArray(left) && Array.isArray(right)) {
    return left.length === right.length && left.every((item, index) => sameJson(item, right[index]));
  }
  if (isRecord(left) && isRecord(right)) {
    const keys = Object.keys(left);
    return (
      keys.length === Object.keys(right).length &&
      keys.every((key) => Object.hasOwn(right, key) && sameJson(left[key], right[key]))
    );
  }
  return left === right;
}
