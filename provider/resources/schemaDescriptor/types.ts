import type { z } from "zod";
import type { JsonObject } from "../../values/propertyPath";
import { problem } from "../shared/problem";

export const identity = "xdm:descriptorIdentity";
export const referenceIdentity = "xdm:descriptorReferenceIdentity";
export const oneToOne = "xdm:descriptorOneToOne";

/** The fields of each type, beside those that all types have. */
const fieldsOf: Record<string, { required: string[]; optional: string[] }> = {
  [identity]: { required: ["namespace"], optional: ["property", "isPrimary"] },
  [referenceIdentity]: { required: ["identityNamespace"], optional: [] },
  [oneToOne]: { required: ["destinationSchema"], optional: ["destinationVersion", "destinationProperty"] },
};

/** A descriptor has the fields of its type, and none of another type. */
export function checkFieldsOfType({ value, issues }: z.core.ParsePayload<{ type: string }>): void {
  const args: JsonObject = value;
  const own = fieldsOf[value.type]!;
  const others = Object.values(fieldsOf)
    .flatMap(({ required, optional }) => [...required, ...optional])
    .filter((name) => ![...own.required, ...own.optional].includes(name));
  for (const name of own.required.filter((field) => args[field] === undefined)) {
    issues.push(problem([name], `is missing; a ${value.type} needs it`));
  }
  for (const name of others.filter((field) => args[field] !== undefined)) {
    issues.push(problem([name], `is not a field of a ${value.type}; remove it`));
  }
}
