export { connectorById, connectorByName, connectors, dataLake, dataLakeSpecId } from "./catalogue";
export { type Claim, confirmations, isAllowedBy } from "./claim";
export type { Category, Connector, Explore, Param, Params, Source } from "./connector";
export { exampleOf, exampleParams, exampleSource } from "./example";
export { formats } from "./format";
export { factsOf } from "./facts";
export { compareConnectors, type Difference, liveSecrets } from "./live";
export { nearestName } from "./nearestName";
export { secretParams } from "./secretParams";
export { starterProgram } from "./starter";
export { type Status, statusText, statusWarning } from "./status";
export type {
  AuthSpec,
  ConnectorAuth,
  ConnectorFormat,
  ConnectorName,
  ConnectorParams,
  SourceColumn,
  StreamingConnector,
} from "./typed";
export { flowSpecIds } from "./flowSpecs";
