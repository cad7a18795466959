export * from "./baseConnection";
export type {
  AccountlessConnector,
  AuthArgs,
  AuthParamsArgs,
  ConnectionSpec,
  FreeAuthArgs,
  SourceParamsArgs,
  SpecReference,
} from "./connectorArgs";
export * from "./dataflow";
export * from "./dataset";
export * from "./fieldGroup";
export * from "./ingestionPipeline";
export * from "./lookups";
export * from "./mappingSet";
export * from "./profileEnablement";
export { AepResource, type AepResourceArgs, type GetOptions } from "./resource";
export * from "./schema";
export * from "./schemaClass";
export * from "./schemaDescriptor";
export * from "./sourceConnection";
export * from "./targetConnection";
export * as xdm from "./xdm";
export { dataLake } from "../provider/connectors";
export type { ConnectorName } from "../provider/connectors";
