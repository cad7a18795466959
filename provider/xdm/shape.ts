import { merged, unknownField, type Shape } from "./field";
import { fieldOf, type JsonSchema, type Resolve } from "./jsonSchema";
import { standardField } from "./standard";

/** What a schema is composed of, as a program declares it. */
export interface SchemaParts {
  readonly class?: string | undefined;
  readonly fieldGroups?: readonly string[] | undefined;
  readonly allOf?: readonly { readonly $ref: string }[] | undefined;
  /**
   * Classes, field groups and data types of one's own by the id with which the schema names them, each as JSON
   * Schema: a registry body, or no more than `{ properties }`.
   */
  readonly resources?: Readonly<Record<string, JsonSchema>> | undefined;
}

/** The fields of a schema's records. Parts that are neither standard nor given leave the shape open. */
export function shapeOf(parts: SchemaParts): Shape {
  const ids = [
    ...(parts.class === undefined ? [] : [parts.class]),
    ...(parts.fieldGroups ?? []),
    ...(parts.allOf ?? []).map(({ $ref }) => $ref),
  ];
  const resolve = resolver(parts.resources ?? {});
  const fields = ids.map((id) => fieldOf({ $ref: id }, resolve));
  return (fields.length === 0 ? [unknownField] : fields).reduce(merged, { type: "object" });
}

/** The fields of a schema's records from the registry's resolved view (`Accept: application/vnd.adobe.xed-full+json`). */
export function shapeOfFullView(view: JsonSchema): Shape {
  return merged({ type: "object" }, fieldOf(view, resolver({})));
}

function resolver(resources: Readonly<Record<string, JsonSchema>>): Resolve {
  return (id) => {
    if (Object.hasOwn(resources, id)) return { schema: resources[id]! };
    const field = standardField(id);
    return field && { field };
  };
}
