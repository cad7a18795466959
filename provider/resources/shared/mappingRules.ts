import { checkMappings, type IdentityDescriptor, type Mapping, sentenceOf } from "../../dataPrep";
import type { CheckContext } from "../definition";
import { get, isObject, type JsonObject } from "../../values/propertyPath";
import { containsUnknown, isUnknown } from "../../values/unknown";
import { type Shape, shapeOfFullView } from "../../xdm";
import { collection, listAt } from "./schemaRegistry";

/** What the target schema of another program, and Data Prep itself, say about a mapping set before it is written. */

const idPath = ["outputSchema", "schemaRef", "id"];

/** The target schema in the Schema Registry. */
export function schemaPath(inputs: JsonObject): string | undefined {
  const id = get(inputs, idPath);
  return typeof id === "string" && id !== "" && !isUnknown(id) ? collection("schemas").item(id) : undefined;
}

/** The view with the fields of all parts and with the descriptors, in the major version that the set names. */
export function schemaAccept(inputs: JsonObject): string {
  const contentType = String(get(inputs, ["outputSchema", "schemaRef", "contentType"]));
  const [, version = "1"] = /version\s*=\s*(\d+)/.exec(contentType) ?? [];
  return `application/vnd.adobe.xed-full-desc+json; version=${version}`;
}

/** Data Prep can judge a set only as a whole. */
export function isWhole(inputs: JsonObject): boolean {
  return !containsUnknown(inputs);
}

/** What AEP would refuse of a valid mapping set. Of a target that is not known, only what its expressions show. */
export function mappingProblems(inputs: JsonObject, { written, answers, owns }: CheckContext): string[] {
  const mappings = Array.isArray(inputs["mappings"]) ? inputs["mappings"].map(mappingOf) : [];
  if (mappings.length === 0) return [];
  const target = targetIn(answers["schema"], get(inputs, idPath));
  // What the program adds to a part of the schema is not there before the run.
  const moving = target?.parts.some(owns) ?? false;
  const { shape, identities } = target && !moving ? target : unknownTarget;
  const problems = checkMappings(mappings, shape, { identities });
  const told = new Set(problems.map(({ index }) => index));
  const words = written["xdmSchema"] === undefined ? "newer" : "older";
  return [
    ...problems.map((problem) => sentenceOf(problem, words)),
    ...(moving ? [] : refusals(answers["verdict"], mappings.length))
      .filter(({ index }) => !told.has(index))
      .map(({ index, message: message }) => `mappings[${index}] is refused by Data Prep: ${message}`),
  ];
}

function mappingOf(item: unknown): Mapping {
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

/** What a full view tells of the schema with that id; undefined where it is not the view of that schema. */
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

/** The mappings that Data Prep does not validate, and why; one entry of its answer belongs to each mapping. */
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
