import type { AnyDefinition } from "./definition";
import { baseConnection } from "./baseConnection";
import { dataflow } from "./dataflow";
import { dataset } from "./dataset";
import { fieldGroup } from "./fieldGroup";
import { mappingSet } from "./mappingSet";
import { profileEnablement } from "./profileEnablement";
import { schema } from "./schema";
import { schemaClass } from "./schemaClass";
import { schemaDescriptor } from "./schemaDescriptor";
import { sourceConnection } from "./sourceConnection";
import { targetConnection } from "./targetConnection";

/** Every kind, in the order of the chain. */
export const definitions: readonly AnyDefinition[] = [
  baseConnection,
  sourceConnection,
  schemaClass,
  fieldGroup,
  schema,
  schemaDescriptor,
  profileEnablement,
  dataset,
  targetConnection,
  mappingSet,
  dataflow,
];
