import { standardBehaviors, standardClasses } from "./classes";
import { dataTypesToContextN } from "./dataTypes";
import { eventGroups } from "./eventGroups";
import { dataTypesFromContextP } from "./moreDataTypes";
import { propertiesOf, XDM_NAMESPACE, type XdmFact, type XdmFacts, type XdmField } from "./notation";
import { profileGroups } from "./profileGroups";

export type ResourceKind = "behaviors" | "classes" | "fieldgroups" | "datatypes" | "schemas";

/** The value of `meta:resourceType`. Field groups have their former name there. */
export type ResourceType = Exclude<ResourceKind, "fieldgroups"> | "mixins";

export function typeOf(kind: ResourceKind): ResourceType {
  return kind === "fieldgroups" ? "mixins" : kind;
}

/** A schema, class, field group, data type or behavior in the raw form of the Schema Registry. */
export interface XdmResource extends XdmField {
  $id: string;
  "meta:altId": string;
  "meta:resourceType": ResourceType | "fieldgroups";
  version: string;
  title: string;
  allOf?: XdmField[];
  definitions?: Record<string, XdmField>;
  "meta:class"?: string;
  "meta:extends"?: string[];
  "meta:intendedToExtend"?: string[];
  "meta:immutableTags"?: string[];
}

const LIBRARY: [ResourceKind, XdmFacts][] = [
  ["behaviors", standardBehaviors],
  ["classes", standardClasses],
  ["fieldgroups", { ...profileGroups, ...eventGroups }],
  ["datatypes", { ...dataTypesToContextN, ...dataTypesFromContextP }],
];

/** Adobe's standard resources by `$id`. They are the container `global`, which is the same in every sandbox. */
export const globalResources: ReadonlyMap<string, XdmResource> = new Map(
  LIBRARY.flatMap(([kind, facts]) =>
    Object.entries(facts).map(([path, fact]) => resourceOf(kind, path, fact)),
  ),
);

function resourceOf(kind: ResourceKind, path: string, fact: XdmFact): [string, XdmResource] {
  const $id = XDM_NAMESPACE + path;
  const name = path.split("/").at(-1)!;
  const inherited = (fact.inherits ?? []).map((parent) => XDM_NAMESPACE + parent);
  const resource: XdmResource = {
    $id,
    "meta:altId": `_xdm.${path.replaceAll("/", ".")}`,
    "meta:resourceType": typeOf(kind),
    version: "1",
    title: fact.title,
    type: "object",
    description: "",
    definitions: {
      [name]: {
        properties: propertiesOf(fact.fields),
        ...(fact.required ? { required: fact.required } : {}),
      },
    },
    allOf: [
      ...inherited.map(($ref) => ({ $ref, type: "object", "meta:xdmType": "object" })),
      { $ref: `#/definitions/${name}`, type: "object", "meta:xdmType": "object" },
    ],
    "meta:extensible": true,
    "meta:abstract": kind !== "datatypes",
    "meta:xdmType": "object",
    "meta:containerId": "global",
  };
  if (inherited.length > 0) resource["meta:extends"] = inherited;
  if (fact.classes) resource["meta:intendedToExtend"] = fact.classes.map((parent) => XDM_NAMESPACE + parent);
  return [$id, resource];
}
