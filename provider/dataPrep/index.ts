export { checkMappings, type MappingContext } from "./checkMappings";
export { longestExpression, mappingFunctions, reservedWords } from "./functions";
export type { Mapping, Problem, ProblemKind } from "./problem";
export type { IdentityDescriptor } from "./required";
export type { SourceFields } from "./sources";
