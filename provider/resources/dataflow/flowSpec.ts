import { z } from "zod";
import { connectorById, flowSpecIds } from "../../connectors";
import { InvalidInput } from "../../api/errors";
import { get, isObject, type JsonObject } from "../../values/propertyPath";
import type { Context } from "../definition";
import type { Reader } from "../override";
import { collection, firstItem, flowService, itemsIn } from "../shared/flowService";

/**
 * Args with the flow spec that a new dataflow runs on: the one of the given name, or the one for the connector of the source
 * connection. Only the list of flow specs of the sandbox shows which one this is. If several serve the connector, as with HTTP
 * API, the catalogue chooses.
 */
export async function withFlowSpec(args: JsonObject, { get: read, listOnce }: Reader): Promise<JsonObject> {
  const { flowSpec, sourceConnectionIds } = args;
  if (isObject(flowSpec)) return args;
  if (typeof flowSpec === "string") {
    const query = `?property=${encodeURIComponent(`name=="${flowSpec}"`)}`;
    const specs = await listOnce(`${flowService}/flowSpecs${query}`, itemsIn);
    return { ...args, flowSpec: specNamed(flowSpec, specs) };
  }
  const specs = await listOnce(`${flowService}/flowSpecs`, itemsIn);
  const source = await read(collection("sourceConnections").item(String(get(sourceConnectionIds, [0]))));
  const connector = get(firstItem(source), ["connectionSpec", "id"]);
  return { ...args, flowSpec: specForConnector(connector, specs) };
}

export function specNamed(name: string, specs: readonly JsonObject[]): JsonObject {
  const fitting = specs.filter((spec) => spec["name"] === name);
  return onlySpec(`flowSpec "${name}"`, fitting, specs);
}

export function specForConnector(connectorId: unknown, specs: readonly JsonObject[]): JsonObject {
  const fitting = specs.filter(
    ({ sourceConnectionSpecIds: ids }) => Array.isArray(ids) && ids.includes(connectorId),
  );
  const chosen = connectorById(String(connectorId))?.flowSpec;
  const preferred = fitting.filter(({ id, name }) => chosen !== undefined && [id, name].includes(chosen));
  const candidates = preferred.length === 1 ? preferred : fitting;
  return onlySpec(`the flow spec of connector ${String(connectorId)}`, candidates, specs);
}

function onlySpec(what: string, fitting: readonly JsonObject[], specs: readonly JsonObject[]): JsonObject {
  const [spec] = fitting;
  if (spec && fitting.length === 1) return { id: spec["id"], version: spec["version"] ?? "1.0" };
  const listed = (spec ? fitting : specs).map(({ name, id }) => `${String(name)} (${String(id)})`).join(", ");
  const reason = spec
    ? `is not unique: this sandbox has ${listed}`
    : `was not found: this sandbox has ${listed === "" ? "no flow spec of that name" : listed}`;
  throw new InvalidInput(`${what} ${reason}. Set flowSpec to { id, version }`);
}

/** A name, an id, or no flow spec may all mean the spec on which the dataflow already runs. */
export function sameFlowSpec(written: unknown, live: unknown, { state }: Context): boolean {
  const current = specKey(state["resolvedFlowSpec"]);
  const [one, other] = [written, live].map((spec) => (spec === undefined ? current : specKey(spec)));
  return one !== undefined && one === other;
}

/** Id and version as one text; undefined for a name that the catalogue does not know. */
function specKey(flowSpec: unknown): string | undefined {
  if (typeof flowSpec === "string") return flowSpecIds[flowSpec] && `${flowSpecIds[flowSpec]} 1.0`;
  const [id, version] = [get(flowSpec, ["id"]), get(flowSpec, ["version"]) ?? "1.0"];
  return typeof id === "string" ? `${id} ${String(version)}` : undefined;
}

/** An id alone has the same meaning as an object with this id. */
export function specById(flowSpec: unknown): unknown {
  return typeof flowSpec === "string" && z.uuid().safeParse(flowSpec).success
    ? { id: flowSpec, version: "1.0" }
    : flowSpec;
}
