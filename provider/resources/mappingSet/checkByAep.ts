import { checkMappings, type IdentityDescriptor, type Mapping, sentenceOf } from "../../dataPrep";
import { get, isObject, type JsonObject } from "../../values/propertyPath";
import { containsUnknown, isUnknown } from "../../values/unknown";
import { type Shape, shapeOfFullView } from "../../xdm";
import type { CheckByAep, CheckContext } from "../override";
import { collection, listAt } from "../shared/schemaRegistry";
import { mappingSets } from "./collection";

const outputSchemaId = (inputs: JsonObject) => get(inputs, ["outputSchema", "schemaRef", "id"]);

/** Checks mappings with the target schema of another program, and with Data Prep itself. */
export const checkByAep: CheckByAep = {
  about: outputSchemaId,
  questions: {
    schema: { path: schemaPath, accept: schemaAccept },
    validation: {
      // Data Prep validates only whole sets.
      path: (inputs) => (containsUnknown(inputs) ? undefined : `${mappingSets.collection}/validate`),
      body: (args) => args,
      setting: "mappings",
      dependsOn: ["SchemaClass", "FieldGroup", "Schema", "SchemaDescriptor"],
    },
  },
  problems,
};

function schemaPath(inputs: JsonObject): string | undefined {
  const id = outputSchemaId(inputs);
  return typeof id === "string" && id !== "" && !isUnknown(id) ? collection("schemas").item(id) : undefined;
}

/** The view with the fields of all parts and with the descriptors, in the major version that the set names. */
function schemaAccept(inputs: JsonObject): string {
  const contentType = String(get(inputs, ["outputSchema", "schemaRef", "contentType"]));
  const [, version = "1"] = /version\s*=\s*(\d+)/.exec(contentType) ?? [];
  return `application/vnd.adobe.xed-full-desc+json; version=${version}`;
}

/** If the target schema is not known, only the expressions are checked. */
function problems(inputs: JsonObject, { written, responses, owns }: CheckContext): string[] {
  const mappings = Array.isArray(inputs["mappings"]) ? inputs["mappings"].map(knownMapping) : [];
  if (mappings.length === 0) return [];
  const target = targetIn(responses["schema"], outputSchemaId(inputs));
  // This program may add fields to a part of the schema in the same run.
  const changing = target?.parts.some(owns) ?? false;
  const { shape, identities } = target && !changing ? target : unknownTarget;
  const found = checkMappings(mappings, shape, { identities });
  const reported = new Set(found.map(({ index }) => index));
  const words = written["xdmSchema"] === undefined ? "current" : "older";
  return [
    ...found.map((problem) => sentenceOf(problem, words)),
    ...(changing ? [] : refusals(responses["validation"], mappings.length))
      .filter(({ index }) => !reported.has(index))
      .map(({ index, message }) => `mappings[${index}] is refused by Data Prep: ${message}`),
  ];
}

/** The parts of a mapping that are known already. */
function knownMapping(item: unknown): Mapping {
  const text = (key: string) => {
    const value = get(item, [key]);
    return typeof value === "string" && !isUnknown(value) ? value : undefined;
  };
  return { source: text("source"), destination: text("destination"), sourceType: text("sourceType") };
}

interface Target {
  readonly shape: Shape;
  readonly identities: readonly IdentityDescriptor[];
  /** `$id`s of the class and the field groups. */
  readonly parts: readonly string[];
}

const unknownTarget: Target = { shape: { open: true }, identities: [], parts: [] };

const targets = new WeakMap<JsonObject, Target>();

/** The schema in a full view; undefined where it is the view of another schema, or empty. */
function targetIn(view: unknown, id: unknown): Target | undefined {
  if (!isObject(view) || (view["$id"] !== id && view["meta:altId"] !== id)) return undefined;
  if (!isObject(view["properties"]) || Object.keys(view["properties"]).length === 0) return undefined;
  const known = targets.get(view);
  if (known) return known;
  const parts = Array.isArray(view["meta:extends"]) ? view["meta:extends"].map(String) : [];
  const target = { shape: shapeOfFullView(view), identities: identitiesIn(view), parts };
  targets.set(view, target);
  return target;
}

function identitiesIn(view: JsonObject): IdentityDescriptor[] {
  return listAt(view, "meta:descriptors").flatMap((descriptor) => {
    const { "@type": type, "xdm:sourceProperty": sourceProperty, "xdm:isPrimary": isPrimary } = descriptor;
    if (type !== "xdm:descriptorIdentity" || typeof sourceProperty !== "string") return [];
    return [{ sourceProperty, isPrimary: isPrimary === true }];
  });
}

/** The mappings that Data Prep refuses, and why. Its response has one entry for each mapping. */
function refusals(body: unknown, count: number): { index: number; message: string }[] {
  const entries = get(body, ["validationResponse"]);
  if (!Array.isArray(entries) || entries.length !== count) return [];
  return entries.flatMap((entry: unknown, index) => {
    if (get(entry, ["status"]) !== "FAILED") return [];
    const errors = get(entry, ["errors"]);
    const texts = (Array.isArray(errors) ? errors : [])
      .map((error: unknown) => get(error, ["exception"]))
      .filter((text) => typeof text === "string" && text !== "");
    return [{ index, message: texts.length > 0 ? cut(texts.join("; ")) : "it names no reason" }];
  });
}

/** Exceptions of the mapping language may quote the whole expression. */
function cut(text: string, most = 300): string {
  return text.length > most ? `${text.slice(0, most - 4)} ...` : text;
}
