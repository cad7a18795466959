/** A mapping, as far as it is known: a preview may not know a source or destination yet. */
export interface Mapping {
  readonly sourceType?: string | undefined;
  readonly source?: string | undefined;
  readonly destination?: string | undefined;
}

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

/** The first of many names, for "it has ...". */
export function listed(names: readonly string[], most = 12): string {
  return names.length <= most
    ? names.join(", ")
    : `${names.slice(0, most).join(", ")} and ${names.length - most} more`;
}
