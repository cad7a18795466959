import type * as pulumi from "@pulumi/pulumi";
import type { JsonObject } from "../../provider/values/propertyPath";
import { allSpecs, specWith } from "./flowService";
import { named, picked, requiredText } from "./found";
import { eitherOf, type LookUpInputs, lookUp, type LookUpArgs, lookUpOutput } from "./lookUp";

/**
 * Args of {@link getFlowSpec}: a name or an id.
 * @see https://developer.adobe.com/experience-platform-apis/references/flow-service/
 */
export type GetFlowSpecArgs = NamedFlowSpecArgs | IdentifiedFlowSpecArgs;

/**
 * A flow spec by name.
 * @see https://developer.adobe.com/experience-platform-apis/references/flow-service/
 */
export interface NamedFlowSpecArgs extends LookUpArgs {
  /** Name of the flow spec, such as `CloudStorageToAEP`. */
  name: string;
  id?: undefined;
}

/**
 * A flow spec by id.
 * @see https://developer.adobe.com/experience-platform-apis/references/flow-service/
 */
export interface IdentifiedFlowSpecArgs extends LookUpArgs {
  /** Id of the flow spec, a uuid. It is the same in every organisation. */
  id: string;
  name?: undefined;
}

/** Args of {@link getFlowSpecOutput}. */
export type GetFlowSpecOutputArgs = LookUpInputs<GetFlowSpecArgs>;

/** Args of {@link getFlowSpecs}. */
export type GetFlowSpecsArgs = LookUpArgs;

/** Args of {@link getFlowSpecsOutput}. */
export type GetFlowSpecsOutputArgs = LookUpInputs<GetFlowSpecsArgs>;

/** A flow spec: the parameters of a dataflow between certain connectors. */
export interface GetFlowSpecResult {
  /** Id, a uuid, for `flowSpec: { id }`. */
  id: string;
  /** Name for `flowSpec`. */
  name: string;
  /** Version, such as `1.0`. */
  version: string;
  /** Id of the provider of the flow spec. */
  providerId?: string | undefined;
  /** Ids of the connection specs of its sources. */
  sourceConnectionSpecIds: string[];
  /** Ids of the connection specs of its targets. */
  targetConnectionSpecIds: string[];
  /** The transformations that a dataflow may have: name and JSON Schema of `params`. */
  transformationSpecs?: Record<string, unknown>[] | undefined;
  /** JSON Schema of `scheduleParams`. */
  scheduleSpec?: Record<string, unknown> | undefined;
  /** JSON Schema of the options of a dataflow. */
  optionSpec?: Record<string, unknown> | undefined;
  /** JSON Schema of the params of a run. */
  runSpec?: Record<string, unknown> | undefined;
  /** Facts for AEP's user interface and its services. */
  attributes?: Record<string, unknown> | undefined;
}

/** The flow specs of a sandbox. */
export interface GetFlowSpecsResult {
  /** All specs, in AEP's order. */
  flowSpecs: GetFlowSpecResult[];
}

/**
 * A flow spec of the sandbox. It is read once per process.
 *
 * @see https://developer.adobe.com/experience-platform-apis/references/flow-service/
 *
 * @example
 * ```ts
 * import * as aep from "pulumi-aep";
 *
 * const spec = aep.getFlowSpec({ name: "CloudStorageToAEP" });
 * export const connectors = spec.then(({ sourceConnectionSpecIds }) => sourceConnectionSpecIds);
 * ```
 */
export function getFlowSpec(args: GetFlowSpecArgs): Promise<GetFlowSpecResult> {
  return lookUp(
    { call: "getFlowSpec", kind: "FlowSpec", name: args.name ?? args.id },
    args,
    async (reader) => {
      const { by, value } = eitherOf(args, "name", "id");
      const sought = { noun: "flow spec", by, value, sandbox: reader.sandbox };
      if (by === "id") return flowSpecResult(await specWith(reader, "flowSpecs", sought));
      const all = await allSpecs(reader, "flowSpecs");
      return flowSpecResult(
        named(
          sought,
          all,
          ({ name }) => name,
          ({ id }) => String(id),
        ),
      );
    },
  );
}

/** {@link getFlowSpec} for args and results that are Outputs. */
export function getFlowSpecOutput(args: GetFlowSpecOutputArgs): pulumi.Output<GetFlowSpecResult> {
  return lookUpOutput(getFlowSpec, args);
}

/**
 * All flow specs of a sandbox. They are read once per process.
 *
 * @see https://developer.adobe.com/experience-platform-apis/references/flow-service/
 *
 * @example
 * ```ts
 * import * as aep from "pulumi-aep";
 *
 * const s3 = "ecadc60c-7455-4d87-84dc-2a0e293d997b";
 * const { flowSpecs } = aep.getFlowSpecsOutput();
 * export const forS3 = flowSpecs.apply((all) => all.filter((spec) => spec.sourceConnectionSpecIds.includes(s3)));
 * ```
 */
export function getFlowSpecs(args: GetFlowSpecsArgs = {}): Promise<GetFlowSpecsResult> {
  return lookUp({ call: "getFlowSpecs", kind: "FlowSpecs" }, args, async (reader) => ({
    flowSpecs: (await allSpecs(reader, "flowSpecs")).map(flowSpecResult),
  }));
}

/** {@link getFlowSpecs} for args and results that are Outputs. */
export function getFlowSpecsOutput(args: GetFlowSpecsOutputArgs = {}): pulumi.Output<GetFlowSpecsResult> {
  return lookUpOutput(getFlowSpecs, args);
}

function flowSpecResult(live: JsonObject): GetFlowSpecResult {
  const none = { sourceConnectionSpecIds: [], targetConnectionSpecIds: [] };
  return {
    ...none,
    ...picked<GetFlowSpecResult>(
      live,
      "providerId",
      "sourceConnectionSpecIds",
      "targetConnectionSpecIds",
      "transformationSpecs",
      "scheduleSpec",
      "optionSpec",
      "runSpec",
      "attributes",
    ),
    id: requiredText(live, "id"),
    name: requiredText(live, "name"),
    version: String(live["version"] ?? "1.0"),
  };
}
