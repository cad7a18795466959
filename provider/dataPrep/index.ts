export { checkMappings, type MappingContext } from "./checkMappings";
export { longestExpression, mappingFunctions, reservedWords } from "./functions";
export { type Mapping, sourceTypeOf } from "./mapping";
export { type Problem, type ProblemKind, sentenceOf } from "./problem";
export type { IdentityDescriptor } from "./required";
export type { SourceFields } from "./sources";
export { propertyProblem } from "./property";
