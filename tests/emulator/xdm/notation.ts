/**
 * A compact notation for standard XDM resources. A key is the part of an id after https://ns.adobe.com/xdm/. Fields are
 * words of the form path:type. A path has dots between names, `[]` after a list and `{}` after a map. Without a type the
 * field is a string, `=` lists the values of an enumeration, and `>` names the resource that is the type of the field.
 */
export type XdmFacts = Record<string, XdmFact>;

export interface XdmFact {
  title: string;
  /** The classes that a field group extends. */
  classes?: string[];
  /** Resources whose fields this one also has. */
  inherits?: string[];
  /** Fields that every record has. */
  required?: string[];
  fields: string;
}

/** The part of JSON Schema that XDM uses. */
export interface XdmField {
  [key: string]: unknown;
  type?: string;
  $ref?: string;
  properties?: Record<string, XdmField>;
  items?: XdmField;
  additionalProperties?: XdmField | boolean;
}

export const XDM_NAMESPACE = "https://ns.adobe.com/xdm/";

const LEAVES: Record<string, XdmField> = {
  string: { type: "string", "meta:xdmType": "string" },
  int: { type: "integer", "meta:xdmType": "int" },
  num: { type: "number", "meta:xdmType": "number" },
  bool: { type: "boolean", "meta:xdmType": "boolean" },
  date: { type: "string", format: "date", "meta:xdmType": "date" },
  datetime: { type: "string", format: "date-time", "meta:xdmType": "date-time" },
  obj: { type: "object", "meta:xdmType": "object" },
  consent: enumeration("y n p u dy dn LI CT CP VI PI".split(" ")),
};

/** Turns words such as `name.first` and `emails[]:>context/emailaddress` into JSON Schema properties. */
export function propertiesOf(fields: string): Record<string, XdmField> {
  const properties: Record<string, XdmField> = {};
  for (const word of fields.split(/\s+/).filter((text) => text !== "")) {
    const [path = "", type = "string"] = word.split(/:(.*)/);
    place(properties, path.split("."), leaf(type));
  }
  return properties;
}

function leaf(type: string): XdmField {
  if (type.startsWith(">"))
    return { $ref: XDM_NAMESPACE + type.slice(1), type: "object", "meta:xdmType": "object" };
  if (type.startsWith("=")) return enumeration(type.slice(1).split("|"));
  const known = LEAVES[type];
  if (known === undefined) throw new Error(`Type ${type} is not one of ${Object.keys(LEAVES).join(", ")}.`);
  return { ...known };
}

function enumeration(values: string[]): XdmField {
  return { type: "string", enum: values, "meta:xdmType": "string" };
}

function place(
  properties: Record<string, XdmField>,
  [segment = "", ...rest]: string[],
  field: XdmField,
): void {
  const [, name = "", wrappers = ""] = /^([^[{]*)(.*)$/.exec(segment) ?? [];
  const layers = wrappers.match(/\[\]|\{\}/g) ?? [];
  if (rest.length === 0) {
    properties[name] = layers.reduceRight(wrap, field);
    return;
  }
  const outer = (properties[name] ??= layers.reduceRight(wrap, emptyObject()));
  const inner = layers.reduce<XdmField>((at, layer) => unwrap(at, layer), outer);
  place((inner.properties ??= {}), rest, field);
}

function emptyObject(): XdmField {
  return { type: "object", "meta:xdmType": "object", properties: {} };
}

function wrap(field: XdmField, layer: string): XdmField {
  return layer === "[]"
    ? { type: "array", "meta:xdmType": "array", items: field }
    : { type: "object", "meta:xdmType": "map", additionalProperties: field };
}

function unwrap(field: XdmField, layer: string): XdmField {
  return layer === "[]" ? field.items! : (field.additionalProperties as XdmField);
}

/** The field without some of its keys. */
export function without(field: XdmField, ...keys: string[]): XdmField {
  return Object.fromEntries(Object.entries(field).filter(([key]) => !keys.includes(key)));
}
