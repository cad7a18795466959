import { merged, unknownField, type Shape } from "./field";
import { fieldOf, type JsonSchema, type Resolve } from "./jsonSchema";
import { standardField } from "./standard";

/** The parts of a schema, as a program declares them. */
export interface SchemaParts {
  readonly class?: string | undefined;
  readonly fieldGroups?: readonly string[] | undefined;
  readonly allOf?: readonly { readonly $ref: string }[] | undefined;
  /**
   * Custom classes, field groups and data types by the id that the schema contains, each as JSON Schema: a body of the
   * registry, or only `{ properties }`.
   */
  readonly resources?: Readonly<Record<string, JsonSchema>> | undefined;
}

/** The fields of a schema's records. A part that is neither standard nor in `resources` leaves the shape open. */
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

/** The fields of a schema's records, from the registry's resolved view (`Accept: application/vnd.adobe.xed-full+json`). */
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
