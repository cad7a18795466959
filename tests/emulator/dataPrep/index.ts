import { catalogError } from "../catalog/errors";
import type { Service } from "../service";
import {
  createMappingSet,
  listMappings,
  listMappingSets,
  lookupMapping,
  lookupMappingSet,
  removeMappingSet,
  replaceMappingSet,
} from "./mappingSets";
import { previewMappingSet, validateMappingSet } from "./preview";

export { dataPrepSwitches } from "./switches";
export type { Mapping, MappingSet, MappingSetVersion } from "./mappingSet";

export const dataPrep: Service = {
  name: "dataPrep",
  basePath: "/data/foundation/conversion",
  routes: [
    { method: "GET", path: "/mappingSets", handle: listMappingSets },
    { method: "POST", path: "/mappingSets", handle: createMappingSet },
    { method: "POST", path: "/mappingSets/validate", handle: validateMappingSet },
    { method: "POST", path: "/mappingSets/preview", handle: previewMappingSet },
    { method: "GET", path: "/mappingSets/:id", handle: lookupMappingSet },
    { method: "PUT", path: "/mappingSets/:id", handle: replaceMappingSet },
    { method: "DELETE", path: "/mappingSets/:id", handle: removeMappingSet },
    { method: "GET", path: "/mappingSets/:id/mappings", handle: listMappings },
    { method: "GET", path: "/mappingSets/:id/mappings/:mappingId", handle: lookupMapping },
  ],
  /** Adobe publishes no error body of Data Prep either. */
  error: catalogError,
};
