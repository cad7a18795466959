import { sourceTypeOf } from "../../dataPrep";
import { get, isObject, type JsonObject } from "../../values/propertyPath";
import { present, sameContentType } from "../shared/equality";

/** Data Prep has older and current names for the same fields. Args are stored with the current ones. */

/** `xdmSchema` and `xdmVersion` as `outputSchema`. */
export function withCurrentNames(args: JsonObject): JsonObject {
  if (args["xdmSchema"] === undefined || args["outputSchema"] !== undefined) return args;
  const { xdmSchema, xdmVersion, ...rest } = args;
  const major = /^\d+/.exec(String(xdmVersion ?? "1"))?.[0] ?? "1";
  const contentType = `application/vnd.adobe.xed-full+json;version=${major}`;
  return { ...rest, outputSchema: { schemaRef: { id: xdmSchema, contentType } } };
}

/** `sourceAttribute` and `destinationXdmPath` of one mapping as `source` and `destination`. */
export function mappingWithCurrentNames(item: unknown): unknown {
  if (!isObject(item)) return item;
  const { sourceAttribute, destinationXdmPath, ...rest } = item;
  const { name, description } = rest;
  const source = rest["source"] ?? sourceAttribute;
  const isFromAep = item["id"] !== undefined || item["createdDate"] !== undefined;
  // A program that uses both names for one field keeps them, so that check can refuse them. AEP always returns both.
  const keepsOlder = (current: string) => !isFromAep && rest[current] !== undefined;
  return present({
    ...(isFromAep ? present({ name, description }) : rest),
    source,
    destination: rest["destination"] ?? destinationXdmPath,
    sourceType: currentSourceType(rest["sourceType"], source),
    sourceAttribute: keepsOlder("source") ? sourceAttribute : undefined,
    destinationXdmPath: keepsOlder("destination") ? destinationXdmPath : undefined,
  });
}

/** AEP returns `ATTRIBUTE` as `text/x.schema-path`, and expressions as another `text/x.` type. */
function currentSourceType(value: unknown, source: unknown): unknown {
  if (typeof value === "string" && value.startsWith("text/x.")) {
    return value === "text/x.schema-path" ? "ATTRIBUTE" : "EXPRESSION";
  }
  if (value !== undefined) return value;
  return typeof source === "string" ? sourceTypeOf(source) : "ATTRIBUTE";
}

/** The output schema of a mapping set of AEP. Responses name it in up to four places. */
export function outputSchemaIn(live: JsonObject): unknown {
  if (get(live, ["outputSchema", "schemaRef", "id"])) return live["outputSchema"];
  return { schemaRef: live["outputSchemaRef"] ?? live["schemaRef"] ?? { id: live["xdmSchema"] } };
}

/** AEP shows `1.0` for the content type of sets that were made with the older names. */
export function sameSchemaVersion(written: unknown, live: unknown): boolean {
  if (sameContentType(written, live)) return true;
  return typeof live === "string" && /^1(\.\d+)?$/.test(live) && /version\s*=\s*1\b/.test(String(written));
}
