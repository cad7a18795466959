import * as pulumi from "@pulumi/pulumi";
import { type Connector, flowSpecIds } from "../../provider/connectors";
import {
  at,
  called,
  type Declared,
  declare,
  declaredBy,
  isIdOf,
  isPending,
  listAt,
  specOf,
  textAt,
} from "./declared";
import { linkProblems } from "./links";
import { mappingProblems, propertyProblems, sourceProblems } from "./mappingRules";
import { profileProblems } from "./profileRules";
import { differentSchema, type SchemaUse, datasetUse, mappingUse, targetUse } from "./schemaUse";
import { resolutionOf, declarationOf } from "./resolveInputs";

/**
 * What two objects of one program say about each other. It is checked here and not by the provider, since the provider
 * sees nothing but an id of the other object, and in a first preview not even that.
 */

/** What comes of args that are not refused. */
export interface ValidatedArgs {
  /** Remembers them for the objects that come after. */
  readonly register: (resource: pulumi.CustomResource) => void;
  /**
   * The value, at once where all args are known. Otherwise a Promise of it that waits for them, and is rejected where
   * they turn out not to go with each other: an input that the registration waits for.
   */
  readonly validated: <Value>(value: Value) => Value | Promise<Value>;
}

/**
 * Refuses args that do not go with what the program has declared before, by what is known of both, and again when more
 * is known. What `get` reads is not checked: its args are in AEP.
 */
export function validateArgs(
  kind: string,
  name: string,
  args: unknown,
  opts?: pulumi.CustomResourceOptions,
): ValidatedArgs {
  if (opts?.id !== undefined) return { register: () => undefined, validated: (value) => value };
  const declared = declarationOf(kind, name, args);
  refuseWrong(declared);
  const resolved = resolutionOf(declared);
  return {
    register: (resource) => {
      declare(resource, declared);
      if (kind === "SchemaDescriptor") declaredBy(at(args, "sourceSchema"))?.describedBy.push(declared);
    },
    validated: (value) => (resolved ? afterValidation(declared, resolved, value) : value),
  };
}

function afterValidation<Value>(
  declared: Declared,
  resolved: Promise<unknown>,
  value: Value,
): Promise<Value> {
  const right = resolved.then(() => {
    refuseWrong(declared);
    return value;
  });
  // The registration reports it, which may come to this input late, or never where another one is rejected.
  right.catch(() => undefined);
  return right;
}

function refuseWrong(declared: Declared): void {
  const { kind, args } = declared;
  const problems = [...linkProblems(kind, args), ...(rules[kind]?.(args) ?? [])];
  if (problems.length > 0) throw new Refusal(textOf(declared, problems));
}

class Refusal extends pulumi.RunError {
  constructor(text: string) {
    super(text);
    // Each registration that ends with it, that of an object that needs this one too, would put its own words before it.
    Object.defineProperty(this, "message", { get: () => text, set: () => undefined });
  }
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
  SourceConnection: otherConnector,
  SchemaDescriptor: propertyProblems,
  ProfileEnablement: profileProblems,
  Dataset: schemaOutsideProfile,
  TargetConnection: otherSchemaThanDataset,
  MappingSet: mappingProblems,
  Dataflow: dataflowProblems,
};

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

/** AEP refuses the dataset. An id that stands for the enabled schema is that of another object. */
function schemaOutsideProfile(args: unknown): string[] {
  const id = at(args, "schemaRef", "id");
  const schema = isIdOf("Schema", id) ? declaredBy(id) : undefined;
  const tags = listAt(schema?.args, "immutableTags");
  const enabled = listAt(args, "tags", "unifiedProfile")?.some(isEnabled);
  if (!schema || !tags || !enabled || tags.some((tag) => tag === "union" || isPending(tag))) return [];
  return [
    `tags.unifiedProfile enables the dataset for Profile, but ${called(schema)} is not enabled; give the schema ` +
      'immutableTags: ["union"], or declare a ProfileEnablement of it and pass its id as schemaRef.id',
  ];
}

function isEnabled(value: unknown): boolean {
  return typeof value === "string" && /^enabled: ?true$/.test(value);
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
    ...(mapping ? pinnedVersion(transformations, mapping) : []),
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

/** AEP goes on with the version that a dataflow was made with. */
function pinnedVersion({ Mapping }: Transformations, mapping: Declared): string[] {
  if (Mapping === undefined || at(Mapping.step, "params", "mappingVersion") !== undefined) return [];
  return [
    `transformations[${Mapping.index}].params.mappingVersion is missing, so that later changes of ${called(mapping)} ` +
      "would never reach the dataflow; add mappingVersion: mapping.version, the version of that mapping set",
  ];
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
