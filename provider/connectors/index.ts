export { connectorById, connectorByName, connectors, dataLake, dataLakeSpecId } from "./catalogue";
export type { Category, Connector, Explore, Param, Params, Source } from "./connector";
export { exampleOf, exampleParams, exampleSource } from "./example";
export { formats } from "./format";
export { authName, compareConnectors, type Difference, liveSecrets, newNames } from "./live";
export { nearestName } from "./nearestName";
export { secretParams } from "./secretParams";
export { starterProgram } from "./starter";
export type {
  AuthSpec,
  ConnectorAuth,
  ConnectorFormat,
  ConnectorName,
  ConnectorParams,
  SourceColumn,
} from "./typed";
export { flowSpecIds } from "./flowSpecs";
