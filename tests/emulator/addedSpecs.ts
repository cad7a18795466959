/** Connectors that users add: connection specs and flow specs in the form in which AEP shows them. */

import type { ConnectionSpec, ParamsSchema } from "./flowService/connectionSpecs";
import type { FlowSpec } from "./flowService/flowSpecs";

/**
 * What users write. Items of AEP's `GET /connectionSpecs` and `GET /flowSpecs` fit. A spec with the id of an existing one
 * replaces it.
 */
export interface AddedSpecs {
  connectionSpecs?: readonly SpecInput[];
  flowSpecs?: readonly SpecInput[];
}

/** Only id and name are needed. */
export interface SpecInput {
  id: string;
  name: string;
  [field: string]: unknown;
}

export interface CompleteSpecs {
  connectionSpecs: ConnectionSpec[];
  flowSpecs: FlowSpec[];
}

export const noSpecs: CompleteSpecs = { connectionSpecs: [], flowSpecs: [] };

/** Checks the specs and adds what is absent. */
export function completeSpecs(given: unknown): CompleteSpecs {
  if (!isFields(given)) throw new Error("Connectors must be an object with connectionSpecs and flowSpecs.");
  return {
    connectionSpecs: listAt(given, "connectionSpecs").map(connectionSpec),
    flowSpecs: listAt(given, "flowSpecs").map(flowSpec),
  };
}

type Fields = Record<string, unknown>;

function listAt(given: Fields, name: keyof AddedSpecs): (Fields & SpecInput)[] {
  const list = given[name] ?? [];
  if (!Array.isArray(list)) throw new Error(`${name} must be a list.`);
  return list.map((item: unknown, index) => {
    if (isFields(item) && typeof item["id"] === "string" && typeof item["name"] === "string") {
      return { ...item, id: item["id"], name: item["name"] };
    }
    throw new Error(`${name}[${index}] must be an object with the texts id and name.`);
  });
}

function connectionSpec(given: Fields & SpecInput): ConnectionSpec {
  const authSpec = Array.isArray(given["authSpec"]) ? given["authSpec"].filter(isFields) : [];
  const { sourceSpec } = given;
  return {
    ...common(given),
    authSpec: authSpec.map((auth) => {
      return { type: "KeyBased", ...auth, name: String(auth["name"]), spec: paramsSchema(auth["spec"]) };
    }),
    ...(isFields(sourceSpec) && {
      sourceSpec: { name: "", type: "", ...sourceSpec, spec: paramsSchema(sourceSpec["spec"]) },
    }),
  };
}

function flowSpec(given: Fields & SpecInput): FlowSpec {
  return {
    sourceConnectionSpecIds: [],
    targetConnectionSpecIds: [],
    transformationSpecs: [],
    ...common(given),
  };
}

function common(given: Fields & SpecInput) {
  const defaults = { providerId: "", version: "1.0", attributes: {}, permissionsInfo: {} };
  return { ...defaults, ...given };
}

function paramsSchema(spec: unknown): ParamsSchema {
  const empty = { $schema: "", description: "", properties: {}, required: [] };
  return { ...empty, ...(isFields(spec) ? spec : {}), type: "object" };
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
