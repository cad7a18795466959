import type { Kind } from "./kind";
import { baseConnection } from "./kinds/baseConnection";
import { dataflow } from "./kinds/dataflow";
import { dataset } from "./kinds/dataset";
import { fieldGroup } from "./kinds/fieldGroup";
import { mappingSet } from "./kinds/mappingSet";
import { profileEnablement } from "./kinds/profileEnablement";
import { schema } from "./kinds/schema";
import { schemaClass } from "./kinds/schemaClass";
import { schemaDescriptor } from "./kinds/schemaDescriptor";
import { sourceConnection } from "./kinds/sourceConnection";
import { targetConnection } from "./kinds/targetConnection";

/** Every kind with an object of its own, with examples and changes: the table with which the promises are tested. */
export const kinds: readonly Kind[] = [
  baseConnection,
  sourceConnection,
  schemaClass,
  fieldGroup,
  schema,
  schemaDescriptor,
  dataset,
  targetConnection,
  mappingSet,
  dataflow,
];

/** The kinds that change the object of another kind. */
export const attachedKinds: readonly Kind[] = [profileEnablement];

export const allKinds: readonly Kind[] = [...kinds, ...attachedKinds];
