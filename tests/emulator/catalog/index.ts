import type { Route, Service } from "../service";
import { createBatch, listBatches, lookupBatch } from "./batches";
import {
  createDataSet,
  credentials,
  listDataSets,
  lookupDataSet,
  patchDataSet,
  patchDataSetDeeply,
  removeDataSet,
  replaceDataSet,
} from "./dataSets";
import { catalogError } from "./errors";

export { catalogSwitches } from "./switches";
export type { Batch } from "./batches";
export type { DataSet } from "./dataSet";

export const catalog: Service = {
  name: "catalog",
  basePath: "/data/foundation/catalog",
  routes: [
    ...dataSetRoutes("/dataSets", patchDataSet),
    ...dataSetRoutes("/v2/dataSets", patchDataSetDeeply),
    { method: "GET", path: "/dataSets/:id/credentials", handle: credentials },
    { method: "GET", path: "/batches", handle: listBatches },
    { method: "POST", path: "/batches", handle: createBatch },
    { method: "GET", path: "/batches/:id", handle: lookupBatch },
  ],
  error: catalogError,
};

/** For the second version the OpenAPI file describes PATCH only; the other operations are those of the first version. */
function dataSetRoutes(path: string, patch: Route["handle"]): Route[] {
  return [
    { method: "GET", path, handle: listDataSets },
    { method: "POST", path, handle: createDataSet },
    { method: "GET", path: `${path}/:id`, handle: lookupDataSet },
    { method: "PUT", path: `${path}/:id`, handle: replaceDataSet },
    { method: "PATCH", path: `${path}/:id`, handle: patch },
    { method: "DELETE", path: `${path}/:id`, handle: removeDataSet },
  ];
}
