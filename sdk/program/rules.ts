import { parseProfileTag } from "../../provider/values/profileTag";
import {
  connectionSpecOf,
  declaredBy,
  isIdOf,
  isPending,
  labelOf,
  linkedTo,
  listAt,
  valueAt,
} from "./declared";
import { dataflowProblems } from "./dataflowRules";
import { mappingProblems, propertyProblems } from "./mappingRules";
import { profileProblems } from "./profileRules";
import { datasetUse, differentSchema, targetUse } from "./schemaUse";

/**
 * Contradictions between two resources of one program. The provider cannot find them: it knows only the id of the other object,
 * and in a first preview not even the id.
 */

/** Per kind, a function that returns the problems of the args as sentences. */
export const rules: Readonly<Record<string, (args: unknown) => string[]>> = {
  SourceConnection: otherConnector,
  SchemaDescriptor: propertyProblems,
  ProfileEnablement: profileProblems,
  Dataset: schemaWithoutProfile,
  TargetConnection: otherSchemaThanDataset,
  MappingSet: mappingProblems,
  Dataflow: dataflowProblems,
};

function otherConnector(args: unknown): string[] {
  const base = linkedTo("BaseConnection", valueAt(args, "baseConnectionId"));
  const [own, others] = [connectionSpecOf(args), connectionSpecOf(base?.args)];
  if (base === undefined || own === undefined || others === undefined || own.id === others.id) return [];
  const nameOf = ({ id, connector }: typeof own) => `"${connector?.name ?? id}"`;
  return [
    `connectionSpec is ${nameOf(own)}, but ${labelOf(base)} is an account of ${nameOf(others)}; ` +
      `set connectionSpec to ${nameOf(others)}, or pass the base connection of a ${nameOf(own)} account`,
  ];
}

/** AEP refuses such a dataset. The id of a ProfileEnablement is accepted, because the schema is then enabled first. */
function schemaWithoutProfile(args: unknown): string[] {
  const id = valueAt(args, "schemaRef", "id");
  const schema = isIdOf("Schema", id) ? declaredBy(id) : undefined;
  const tags = listAt(schema?.args, "immutableTags");
  const enabled = listAt(args, "tags", "unifiedProfile")?.some(isEnabled);
  if (!schema || !tags || !enabled || tags.some((tag) => tag === "union" || isPending(tag))) return [];
  return [
    `tags.unifiedProfile enables the dataset for Profile, but ${labelOf(schema)} is not enabled; set immutableTags: ["union"] ` +
      "on the schema, or declare a ProfileEnablement for it and pass the id of the ProfileEnablement as schemaRef.id",
  ];
}

function isEnabled(value: unknown): boolean {
  const tag = typeof value === "string" ? parseProfileTag(value) : undefined;
  return tag?.name === "enabled" && tag.value;
}

function otherSchemaThanDataset(args: unknown): string[] {
  const dataset = linkedTo("Dataset", valueAt(args, "params", "dataSetId"));
  const difference = dataset && differentSchema(targetUse(args), datasetUse(dataset));
  return difference === undefined ? [] : [difference];
}
