import * as pulumi from "@pulumi/pulumi";
import { type Connector, flowSpecIds } from "../provider/connectors";
import {
  at,
  called,
  type Declared,
  declare,
  declaredBy,
  isPending,
  listAt,
  specOf,
  textAt,
} from "./declared";
import { addIdentity, mappingProblems, sourceProblems } from "./mappingRules";
import { profileProblems } from "./profileRules";
import { differentSchema, type SchemaUse, datasetUse, mappingUse, targetUse } from "./schemaUse";

/**
 * What two objects of one program say about each other. It is checked here and not by the provider, since the provider
 * sees nothing but an id of the other object, and in a first preview not even that.
 */

/**
 * Refuses args that do not go with what the program has declared before; answers with what remembers them for those
 * that come after. What `get` reads is neither: its args are in AEP.
 */
export function checked(
  kind: string,
  name: string,
  args: unknown,
  opts?: pulumi.CustomResourceOptions,
): (resource: pulumi.CustomResource) => void {
  if (opts?.id !== undefined) return () => undefined;
  const declared: Declared = { kind, name, args };
  const problems = rules[kind]?.(args) ?? [];
  if (problems.length > 0) throw new pulumi.RunError(textOf(declared, problems));
  return (resource) => {
    declare(resource, declared);
    if (kind === "SchemaDescriptor") addIdentity(args);
  };
}

const most = 10;

function textOf(declared: Declared, problems: readonly string[]): string {
  const [first] = problems;
  if (problems.length === 1) return `${called(declared)}: ${first}`;
  const more = problems.length > most ? [`and ${problems.length - most} more`] : [];
  const lines = [...problems.slice(0, most), ...more].map((problem) => `\n  - ${problem}`);
  return `${called(declared)}: ${problems.length} problems:${lines.join("")}`;
}

const rules: Readonly<Record<string, (args: unknown) => string[]>> = {
  SourceConnection: (args) => [
    ...wrongKind(args, ["baseConnectionId"], "BaseConnection"),
    ...wrongKind(args, ["data", "schema", "id"], "Schema"),
    ...otherConnector(args),
  ],
  FieldGroup: (args) => eachKind(args, "intendedToExtend", [], "SchemaClass"),
  Schema: (args) => [
    ...wrongKind(args, ["class"], "SchemaClass"),
    ...eachKind(args, "fieldGroups", [], "FieldGroup"),
    ...eachKind(args, "allOf", ["$ref"], "SchemaClass", "FieldGroup"),
  ],
  SchemaDescriptor: (args) => [
    ...wrongKind(args, ["sourceSchema"], "Schema"),
    ...wrongKind(args, ["destinationSchema"], "Schema"),
  ],
  ProfileEnablement: (args) => [
    ...wrongKind(args, ["schemaId"], "Schema"),
    ...wrongKind(args, ["primaryIdentity"], "SchemaDescriptor"),
    ...profileProblems(args),
  ],
  Dataset: (args) => wrongKind(args, ["schemaRef", "id"], "Schema"),
  TargetConnection: (args) => [
    ...wrongKind(args, ["baseConnectionId"], "BaseConnection"),
    ...wrongKind(args, ["data", "schema", "id"], "Schema"),
    ...wrongKind(args, ["params", "dataSetId"], "Dataset"),
    ...otherSchemaThanDataset(args),
  ],
  MappingSet: (args) => [
    ...wrongKind(args, ["xdmSchema"], "Schema"),
    ...wrongKind(args, ["outputSchema", "schemaRef", "id"], "Schema"),
    ...wrongKind(args, ["inputSchema", "schemaRef", "id"], "Schema"),
    ...mappingProblems(args),
  ],
  Dataflow: (args) => dataflowProblems(args),
};

function wrongKind(args: unknown, path: (string | number)[], ...kinds: string[]): string[] {
  const linked = declaredBy(at(args, ...path));
  if (linked === undefined || kinds.includes(linked.kind)) return [];
  const field = path.map((key, index) =>
    typeof key === "number" ? `[${key}]` : index > 0 ? `.${key}` : key,
  );
  return [`${field.join("")} is the id of ${called(linked)}; pass the id of a ${kinds.join(" or a ")}`];
}

function eachKind(args: unknown, list: string, below: string[], ...kinds: string[]): string[] {
  return (listAt(args, list) ?? []).flatMap((_, index) => wrongKind(args, [list, index, ...below], ...kinds));
}

/** The object behind a link, where it is of the kind that belongs there. */
function linkedTo(kind: string, id: unknown): Declared | undefined {
  const linked = declaredBy(id);
  return linked?.kind === kind ? linked : undefined;
}

function otherConnector(args: unknown): string[] {
  const base = linkedTo("BaseConnection", at(args, "baseConnectionId"));
  const [own, others] = [specOf(args), specOf(base?.args)];
  if (base === undefined || own === undefined || others === undefined || own.id === others.id) return [];
  const nameOf = ({ id, connector }: typeof own) => `"${connector?.name ?? id}"`;
  return [
    `connectionSpec is ${nameOf(own)}, but ${called(base)} is an account of ${nameOf(others)}; ` +
      `write ${nameOf(others)}, or pass the base connection of a ${nameOf(own)} account`,
  ];
}

function otherSchemaThanDataset(args: unknown): string[] {
  const dataset = linkedTo("Dataset", at(args, "params", "dataSetId"));
  const [own, its] = [targetUse(args), dataset && datasetUse(dataset)];
  const difference = its && differentSchema(own, its);
  return difference === undefined ? [] : [difference];
}

function dataflowProblems(args: unknown): string[] {
  const source = linkedTo("SourceConnection", at(args, "sourceConnectionIds", 0));
  const transformations = transformationsIn(args);
  const mapping = linkedTo("MappingSet", at(transformations.Mapping?.step, "params", "mappingId"));
  const connector = source && specOf(source.args)?.connector;
  return [
    ...wrongKind(args, ["sourceConnectionIds", 0], "SourceConnection"),
    ...wrongKind(args, ["targetConnectionIds", 0], "TargetConnection"),
    ...wrongMapping(args, transformations),
    ...(connector ? [...otherFlowSpec(args, connector), ...scheduleProblems(args, connector)] : []),
    ...deltaProblems(args, transformations, connector),
    ...(mapping ? otherSchemaThanTarget(args, mapping) : []),
    ...(mapping ? sourceProblems(mapping, source) : []),
  ];
}

interface Transformations {
  /** Each step is known by its name; there may be others that nobody here knows. */
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

function wrongMapping(args: unknown, { Mapping }: Transformations): string[] {
  return Mapping
    ? wrongKind(args, ["transformations", Mapping.index, "params", "mappingId"], "MappingSet")
    : [];
}

const flowSpecNames = new Map(Object.entries(flowSpecIds).map(([name, id]) => [id, name]));

/** Of a flow spec that Adobe has not published nothing is said: it may serve any connector. */
function otherFlowSpec(args: unknown, { title, flowSpec }: Connector): string[] {
  const written = textAt(args, "flowSpec") ?? textAt(args, "flowSpec", "id");
  if (written === undefined) return [];
  const name = flowSpecNames.get(written) ?? written;
  if (name === flowSpec || !Object.hasOwn(flowSpecIds, name)) return [];
  return [
    `flowSpec "${name}" does not serve ${title}, which runs on "${flowSpec}"; leave flowSpec out and that one is taken`,
  ];
}

function scheduleProblems(args: unknown, { title, category }: Connector): string[] {
  const written = at(args, "scheduleParams");
  if (isPending(written) || (written === undefined) === (category === "streaming")) return [];
  return written === undefined
    ? [
        `scheduleParams is missing; ${title} is read in runs: add { frequency: "hour", interval: 1 } or the like`,
      ]
    : [`scheduleParams must be left out: ${title} sends records as they arrive`];
}

/** 1367-400 and 1369-400 of Adobe's error codes of Sources. */
function deltaProblems(args: unknown, steps: Transformations, connector: Connector | undefined): string[] {
  const frequency = textAt(args, "scheduleParams", "frequency");
  const delta = at(steps.Copy?.step, "params", "deltaColumn");
  if (frequency === "once" && delta !== undefined && !isPending(delta)) {
    const field = `transformations[${steps.Copy?.index}].params.deltaColumn`;
    return [`${field} does not go with frequency "once", which reads all rows; remove it`];
  }
  const needed = connector?.deltaColumn && frequency !== undefined && frequency !== "once";
  if (!needed || delta !== undefined || !steps.complete) return [];
  return [
    `transformations lack a delta column, by which ${connector.title} tells new rows from old ones; ` +
      'add { name: "Copy", params: { deltaColumn: { name: "<timestamp column>" } } }, or read with frequency "once"',
  ];
}

/** 1425-400: the schema of the dataset and that of the mapping set are one, in one version. */
function otherSchemaThanTarget(args: unknown, mapping: Declared): string[] {
  const target = linkedTo("TargetConnection", at(args, "targetConnectionIds", 0));
  const dataset = target && linkedTo("Dataset", at(target.args, "params", "dataSetId"));
  const uses: SchemaUse[] = [
    ...(target ? [targetUse(target.args, target)] : []),
    ...(dataset ? [datasetUse(dataset)] : []),
  ];
  const [difference] = uses.flatMap((use) => differentSchema(mappingUse(mapping), use) ?? []);
  return difference === undefined ? [] : [`transformations: ${difference}`];
}
