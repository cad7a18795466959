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

/** Something that AEP would refuse. The message follows the text `mappings[index].field`, or `mappings` without an index. */
export interface Problem {
  readonly index?: number;
  readonly field: "source" | "destination" | "mappings";
  readonly kind: ProblemKind;
  readonly message: string;
}

/** The vocabulary of a mapping: Adobe has renamed its two sides. */
export type Words = "current" | "older";

const names = {
  current: { source: "source", destination: "destination" },
  older: { source: "sourceAttribute", destination: "destinationXdmPath" },
} as const;

/** The text of the problem, which follows the kind and name of the mapping set. */
export function sentenceOf({ index, field, message }: Problem, words: Words): string {
  if (index === undefined || field === "mappings") return `mappings ${message}`;
  return `mappings[${index}].${names[words][field]} ${message}`;
}

/** The names as one text. Of a long list only the first ones. */
export function listed(names: readonly string[], most = 12): string {
  return names.length <= most
    ? names.join(", ")
    : `${names.slice(0, most).join(", ")} and ${names.length - most} more`;
}
