export * from "./resources/baseConnection";
export type * from "./resources/connectorArgs";
export * from "./resources/dataflow";
export * from "./resources/dataset";
export * from "./resources/fieldGroup";
export * from "./resources/ingestionPipeline";
export * from "./lookups";
export * from "./resources/mappingSet";
export * from "./resources/profileEnablement";
export { AepResource, type AepResourceArgs, type GetOptions } from "./resources/resource";
export * from "./resources/schema";
export * from "./resources/schemaClass";
export * from "./resources/schemaDescriptor";
export * from "./resources/sourceConnection";
export * from "./resources/targetConnection";
export * as xdm from "./xdm";
export { dataLake } from "../provider/connectors";
// A component library with `declaration: true` can name every type that the classes take.
export type * from "../provider/connectors/typed";
