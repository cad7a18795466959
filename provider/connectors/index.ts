export { connectorById, connectorByName, connectors, dataLake, dataLakeSpecId } from "./catalogue";
export type { Category, Connector, Param, Params, SourceColumn } from "./connector";
export type {
  Auth,
  AuthFor,
  AuthParams,
  AuthSpecName,
  ConnectorName,
  DataFormatFor,
  FreeAuth,
  SourceParams,
  SourceParamsFor,
} from "./typed";
export { nearestName } from "./nearestName";
export { secretParams } from "./secretParams";
