/** One field of a record, as far as it is known. */
export interface Field {
  /** Absent if the type is not known. `map`: an object whose names are data, such as the namespaces of identityMap. */
  readonly type?: FieldType;
  readonly format?: "date" | "date-time";
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, Field>>;
  readonly items?: Field;
  /** The field under each name of a map. */
  readonly values?: Field;
  readonly required?: readonly string[];
  /** There may be fields that are not known here: a missing field below is not reported. */
  readonly open?: true;
}

export type FieldType = "object" | "array" | "map" | "string" | "integer" | "number" | "boolean";

/** The fields of a record as a whole: an object. */
export type Shape = Field;

export const unknownField: Field = { open: true };

/** One field from two descriptions of it, with the facts of both. */
export function merged(one: Field, other: Field): Field {
  if (one === other) return one;
  return {
    ...other,
    ...one,
    ...both("items", one, other),
    ...both("values", one, other),
    ...(one.properties && other.properties
      ? { properties: mergedProperties(one.properties, other.properties) }
      : {}),
    ...(one.required && other.required
      ? { required: [...new Set([...one.required, ...other.required])] }
      : {}),
  };
}

function both(key: "items" | "values", one: Field, other: Field): Partial<Field> {
  const [first, second] = [one[key], other[key]];
  return first && second ? { [key]: merged(first, second) } : {};
}

function mergedProperties(
  one: Readonly<Record<string, Field>>,
  other: Readonly<Record<string, Field>>,
): Record<string, Field> {
  const properties: Record<string, Field> = { ...one };
  for (const [name, field] of Object.entries(other)) {
    properties[name] = Object.hasOwn(one, name) ? merged(one[name]!, field) : field;
  }
  return properties;
}
