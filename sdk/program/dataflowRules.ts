import { type Connector, flowSpecIds } from "../../provider/connectors";
import {
  connectionSpecOf,
  type Declared,
  isPending,
  labelOf,
  linkedTo,
  listAt,
  textAt,
  valueAt,
} from "./declared";
import { sourceProblems } from "./mappingRules";
import { datasetUse, differentSchema, mappingUse, type SchemaUse, targetUse } from "./schemaUse";

/** A dataflow against its source, its mapping set and its target. */
export function dataflowProblems(args: unknown): string[] {
  const source = linkedTo("SourceConnection", valueAt(args, "sourceConnectionIds", 0));
  const transformations = transformationsIn(args);
  const mapping = linkedTo("MappingSet", valueAt(transformations.Mapping?.step, "params", "mappingId"));
  const connector = source && connectionSpecOf(source.args)?.connector;
  return [
    ...(mapping ? missingVersion(transformations, mapping) : []),
    ...(connector ? [...otherFlowSpec(args, connector), ...scheduleProblems(args, connector)] : []),
    ...deltaProblems(args, transformations, connector),
    ...(mapping ? otherSchemaThanTarget(args, mapping) : []),
    ...(mapping ? sourceProblems(mapping, source) : []),
  ];
}

interface Transformations {
  /** The names of all steps are known. */
  readonly complete: boolean;
  readonly Mapping?: Step;
  readonly Copy?: Step;
}

interface Step {
  readonly index: number;
  readonly step: unknown;
}

function transformationsIn(args: unknown): Transformations {
  const list = listAt(args, "transformations");
  const named = (list ?? []).map((step, index) => [textAt(step, "name"), { index, step }] as const);
  return {
    complete: list !== undefined && named.every(([name]) => name !== undefined),
    ...Object.fromEntries(named.filter(([name]) => name === "Mapping" || name === "Copy")),
  };
}

/** AEP continues to use the version that a dataflow was created with. */
function missingVersion({ Mapping }: Transformations, mapping: Declared): string[] {
  if (Mapping === undefined || valueAt(Mapping.step, "params", "mappingVersion") !== undefined) return [];
  return [
    `transformations[${Mapping.index}].params.mappingVersion is missing: without it, later changes of ${labelOf(mapping)} do ` +
      "not reach the dataflow; add mappingVersion with the version of the mapping set, such as mapping.version",
  ];
}

const flowSpecNames = new Map(Object.entries(flowSpecIds).map(([name, id]) => [id, name]));

/** A flow spec that Adobe has not published may support any connector. */
function otherFlowSpec(args: unknown, { title, flowSpec }: Connector): string[] {
  const written = textAt(args, "flowSpec") ?? textAt(args, "flowSpec", "id");
  if (written === undefined) return [];
  const name = flowSpecNames.get(written) ?? written;
  if (name === flowSpec || !Object.hasOwn(flowSpecIds, name)) return [];
  return [
    `flowSpec "${name}" does not support ${title}, which needs "${flowSpec}"; remove flowSpec to use the right one`,
  ];
}

function scheduleProblems(args: unknown, { title, category }: Connector): string[] {
  const written = valueAt(args, "scheduleParams");
  if (isPending(written) || (written === undefined) === (category === "streaming")) return [];
  return written === undefined
    ? [
        `scheduleParams is missing: ${title} is read on a schedule; add it, such as { frequency: "hour", interval: 1 }`,
      ]
    : [`scheduleParams is not allowed: ${title} is a streaming source; remove it`];
}

/** 1367-400 of Adobe's error codes of Sources. With frequency "once", the first on-demand run adds the delta column. */
function deltaProblems(args: unknown, steps: Transformations, connector: Connector | undefined): string[] {
  const frequency = textAt(args, "scheduleParams", "frequency");
  const delta = valueAt(steps.Copy?.step, "params", "deltaColumn");
  const needed = connector?.deltaColumn && frequency !== undefined && frequency !== "once";
  if (!needed || delta !== undefined || !steps.complete) return [];
  return [
    `transformations have no delta column, which AEP needs to find the new rows of ${connector.title}; ` +
      'add { name: "Copy", params: { deltaColumn: { name: "<timestamp column>" } } }, or set frequency to "once"',
  ];
}

/** 1425-400: the dataset and the mapping set must have the same schema in the same version. */
function otherSchemaThanTarget(args: unknown, mapping: Declared): string[] {
  const target = linkedTo("TargetConnection", valueAt(args, "targetConnectionIds", 0));
  const dataset = target && linkedTo("Dataset", valueAt(target.args, "params", "dataSetId"));
  const uses: SchemaUse[] = [
    ...(target ? [targetUse(target.args, target)] : []),
    ...(dataset ? [datasetUse(dataset)] : []),
  ];
  const [difference] = uses.flatMap((use) => differentSchema(mappingUse(mapping), use) ?? []);
  return difference === undefined ? [] : [`transformations: ${difference}`];
}
