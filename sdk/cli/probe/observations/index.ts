import type { Observation } from "../observation";
import { catalogObservations, deletionObservations } from "./catalog";
import { connectionObservations } from "./connections";
import { dataPrepObservations, mappingSetDeletion } from "./dataPrep";
import { descriptorObservations } from "./descriptors";
import { flowObservations } from "./flows";
import { flowServiceObservations } from "./flowService";
import { gatewayObservations, limitObservations } from "./gateway";
import { fieldGroupDeletion, registryObservations } from "./registry";

export { unobservable } from "./unobservable";

export interface Group {
  title: string;
  observations: readonly Observation[];
}

/** In the order in which they are made: an observation may delete objects that those before it need. */
export const groups: readonly Group[] = [
  { title: "Gateway", observations: gatewayObservations },
  { title: "Connections", observations: [...connectionObservations, ...flowServiceObservations] },
  { title: "Catalog", observations: catalogObservations },
  { title: "Schema Registry", observations: [...registryObservations, ...descriptorObservations] },
  { title: "Data Prep", observations: dataPrepObservations },
  { title: "Dataflows", observations: flowObservations },
  { title: "Deletions", observations: [fieldGroupDeletion, ...deletionObservations, mappingSetDeletion] },
  { title: "Rate limit", observations: limitObservations },
];
