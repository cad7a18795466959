import type { JsonObject } from "../../values/propertyPath";
import { identity } from "./types";

/** `xdm:property`: whether the namespace of an identity is a code or an id. */

const byCode = "xdm:code";

/** The args of an identity with the value that AEP requires. It is no default of the inputs: state of 0.1.0 has none. */
export function withProperty(args: JsonObject): JsonObject {
  return args["type"] === identity && args["property"] === undefined ? { ...args, property: byCode } : args;
}

/** An identity without the value is the same to AEP as one with the default. */
export function sameProperty(one: unknown, other: unknown): boolean {
  return (one ?? byCode) === (other ?? byCode);
}
