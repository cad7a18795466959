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

/** Cells that cannot end well, and why. */
export const limits: readonly Limit[] = [
  {
    what: "a POST that the network doubles while its answer arrives as always",
    why: "nothing tells the provider that there are two, short of one more list after every create; AEP itself refuses a second schema, class or field group of one title",
    fits: ({ method, fault, path }) =>
      method === "POST" && fault === "sent twice" && !path.startsWith("/ims/"),
  },
  {
    what: "a well-formed list that leaves out the object of an interrupted run",
    why: "an empty list is what a first run gets; only a list that is no list can be told apart",
    fits: ({ operation, method, path, fault }) =>
      operation.name === "adopt" &&
      method === "GET" &&
      path.split("?")[0] === operation.kind.path &&
      isEmptyList(operation, fault),
  },
  {
    what: "a deletion of a mapping set that AEP does not support",
    why: "no public description of the API has DELETE: where it is refused as such, the set stays and harms nothing",
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
