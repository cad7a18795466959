import { z } from "zod";
import { flowSpecIds } from "../../connectors";
import type { Context } from "../definition";
import { InvalidInput } from "../../api/errors";
import { get, isObject, type JsonObject } from "../../values/propertyPath";
import { firstItem } from "./flowService";

/** The flow spec that a new dataflow runs on: by name, or the only one that serves the source's connector. */
export function chooseFlowSpec(args: JsonObject, found: Record<string, unknown>): JsonObject | undefined {
  const { flowSpecs, source } = found;
  if (!Array.isArray(flowSpecs)) return undefined;
  const specs = flowSpecs.filter(isObject);
  const { flowSpec } = args;
  if (typeof flowSpec === "string") {
    return reference(specs, `flowSpec "${flowSpec}"`, (spec) => spec["name"] === flowSpec);
  }
  const connector = get(firstItem({ body: source, headers: {} }), ["connectionSpec", "id"]);
  return reference(specs, `the flow spec of connector ${String(connector)}`, (spec) => {
    const serves = spec["sourceConnectionSpecIds"];
    return Array.isArray(serves) && serves.includes(connector);
  });
}

function reference(specs: JsonObject[], what: string, fits: (spec: JsonObject) => boolean): JsonObject {
  const fitting = specs.filter(fits);
  const [spec] = fitting;
  if (spec && fitting.length === 1) return { id: spec["id"], version: spec["version"] ?? "1.0" };
  const names = (fitting.length > 0 ? fitting : specs).map(
    (one) => `${String(one["name"])} (${String(one["id"])})`,
  );
  const count = fitting.length === 0 ? "is not to be found" : "is not unique";
  const list = names.length === 0 ? "this sandbox shows none of that name" : `there are ${names.join(", ")}`;
  throw new InvalidInput(`${what} ${count}: ${list}. Set flowSpec to { id, version }`);
}

/** A name, an id, or nothing at all may mean the spec that runs the dataflow already. */
export function sameFlowSpec(written: unknown, live: unknown, { state }: Context): boolean {
  const runs = meant(state["resolvedFlowSpec"], undefined);
  const [one, other] = [meant(written, runs), meant(live, runs)];
  return one !== undefined && one === other;
}

function meant(flowSpec: unknown, otherwise: string | undefined): string | undefined {
  if (flowSpec === undefined) return otherwise;
  if (typeof flowSpec === "string") return flowSpecIds[flowSpec] && `${flowSpecIds[flowSpec]} 1.0`;
  const [id, version] = [get(flowSpec, ["id"]), get(flowSpec, ["version"]) ?? "1.0"];
  return typeof id === "string" ? `${id} ${String(version)}` : undefined;
}

/** A bare id says the same as an object with it. */
export function specById(flowSpec: unknown): unknown {
  return typeof flowSpec === "string" && z.uuid().safeParse(flowSpec).success
    ? { id: flowSpec, version: "1.0" }
    : flowSpec;
}
