import type { Operation } from "./operations";
import type { SingleFault } from "./singleFaults";

interface Limit {
  readonly what: string;
  readonly why: string;
  readonly fits: (cell: {
    readonly operation: Operation;
    readonly method: string;
    readonly path: string;
    readonly fault: string;
  }) => boolean;
}

/** Cells that cannot end as without a fault, and the reason. */
export const limits: readonly Limit[] = [
  {
    what: "a POST that the network sends twice, with a normal response",
    why: "only one more list after every create could show the second object. AEP itself refuses a second schema, class or field group with the same title",
    fits: ({ method, fault, path }) =>
      method === "POST" && fault === "sent twice" && !path.startsWith("/ims/"),
  },
  {
    what: "a well-formed list that does not contain the object of an interrupted run",
    why: "a first run gets an empty list too. Only a malformed list can be recognised",
    fits: ({ operation, method, path, fault }) =>
      operation.name === "adopt" &&
      method === "GET" &&
      path.split("?")[0] === operation.kind.path &&
      isEmptyList(operation, fault),
  },
  {
    what: "a deletion of a mapping set that AEP does not support",
    why: "no public description of the API has DELETE. Where AEP does not support it, the set stays, unused",
    fits: ({ operation, method, fault }) =>
      operation.kind.type === "MappingSet" && method === "DELETE" && /^(405|501) /.test(fault),
  },
];

function isEmptyList({ kind }: Operation, fault: string): boolean {
  if (kind.path.includes("flowservice")) return fault.includes('{"items":[]}');
  return kind.type === "Dataset" && fault.startsWith("200 without an id");
}

export function limitOf(
  operation: Operation,
  method: string,
  path: string,
  { name }: SingleFault,
): string | undefined {
  return limits.find(({ fits }) => fits({ operation, method, path, fault: name }))?.what;
}
