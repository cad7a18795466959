/** One field of a record, with all that is known of it. */
export interface Field {
  /** Absent where the type is not known. `map`: an object whose names are data, such as the namespaces of identityMap. */
  readonly type?: FieldType;
  readonly format?: "date" | "date-time";
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, Field>>;
  readonly items?: Field;
  /** What a map holds under each name. */
  readonly values?: Field;
  readonly required?: readonly string[];
  /** There may be fields that nobody here knows: nothing is said about what is not found below. */
  readonly open?: true;
}

export type FieldType = "object" | "array" | "map" | "string" | "integer" | "number" | "boolean";

/** The fields of a record as a whole: an object. */
export type Shape = Field;

export const unknownField: Field = { open: true };

/** One field made of two descriptions of it: what either of them knows is known. */
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
