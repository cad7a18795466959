export { type Field, type FieldType, type Shape } from "./field";
export type { JsonSchema } from "./jsonSchema";
export { shapeOf, shapeOfFullView, type SchemaParts } from "./shape";
export { standardField, standardIds } from "./standard";
