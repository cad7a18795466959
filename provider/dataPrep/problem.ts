export type ProblemKind =
  | "unknownTarget"
  | "tenantForgotten"
  | "duplicateTarget"
  | "typeClash"
  | "refusedValue"
  | "missingRequired"
  | "missingIdentity"
  | "syntax"
  | "reservedWord"
  | "unknownFunction"
  | "argumentCount"
  | "expressionAsAttribute"
  | "unknownSource"
  | "tooLong";

/** Something that AEP would refuse. The message continues `mappings[index].field`, or `mappings` without an index. */
export interface Problem {
  readonly index?: number;
  readonly field: "source" | "destination" | "mappings";
  readonly kind: ProblemKind;
  readonly message: string;
}

/** The names by which a program calls the two sides of a mapping. */
export type Words = "newer" | "older";

const names = {
  newer: { source: "source", destination: "destination" },
  older: { source: "sourceAttribute", destination: "destinationXdmPath" },
} as const;

/** The problem as an error text says it, after the kind and name of the mapping set. */
export function sentenceOf({ index, field, message }: Problem, words: Words): string {
  if (index === undefined || field === "mappings") return `mappings ${message}`;
  return `mappings[${index}].${names[words][field]} ${message}`;
}

/** The first of many names, for "it has ...". */
export function listed(names: readonly string[], most = 12): string {
  return names.length <= most
    ? names.join(", ")
    : `${names.slice(0, most).join(", ")} and ${names.length - most} more`;
}
