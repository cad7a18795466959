import { kinds } from "../promises/kinds";
import { runCell, runWithoutFault, type CellResult, type FaultFreeRun } from "./cell";
import type { FaultRig } from "./rig";
import { operationsOf, type OperationName } from "./operations";
import { outcome, type FaultTest, type Outcome } from "./outcome";
import { singleFaults, type SingleFault } from "./singleFaults";

/** A named fault that is a part of the grid: some faults at some requests, for every kind of object. */
interface Row {
  readonly operations: readonly OperationName[];
  /** Selects requests of the run without a fault. */
  readonly at: (request: { readonly method: string; readonly path: string }, kindPath: string) => boolean;
  readonly faults: (fault: SingleFault) => boolean;
  readonly times?: number;
  readonly figures: (cells: readonly CellResult[]) => Outcome["figures"];
  /** Checks besides those of every cell. */
  readonly also?: (cell: CellResult) => string[];
}

export const duplicates = (cells: readonly CellResult[]): number =>
  cells.filter(({ failures }) => failures.some((failure) => failure.includes("too many"))).length;

const maximum = (cells: readonly CellResult[], key: "extraCalls" | "extraWrites"): number =>
  Math.max(0, ...cells.map((cell) => cell[key]));

const completedInSameRun = (cells: readonly CellResult[]): number =>
  cells.filter(({ sameRun }) => sameRun).length;

const withNames =
  (...names: string[]) =>
  ({ name }: SingleFault) =>
    names.includes(name);

const isOwnPost: Row["at"] = ({ method, path }, kindPath) =>
  method === "POST" && path.split("?")[0] === kindPath;
const isOwnUpdate: Row["at"] = ({ method, path }, kindPath) =>
  (method === "PATCH" || method === "PUT" || path.includes("/action?")) && path.startsWith(kindPath);
const anyRequest: Row["at"] = () => true;

const mustEndInSameRun = ({ title, sameRun, errors }: CellResult) =>
  sameRun ? [] : [`${title}: needed a second run: ${errors[0] ?? ""}`];
const mustWriteOnce = ({ title, extraWrites }: CellResult) =>
  extraWrites === 0 ? [] : [`${title}: ${String(extraWrites)} additional write(s)`];

const creations: readonly OperationName[] = ["create", "replace"];
const everyOperation: readonly OperationName[] = [
  "create",
  "adopt",
  "update",
  "act",
  "replace",
  "read",
  "delete",
];

const rows: readonly (Pick<FaultTest, "number" | "sentence"> & { row: Row })[] = [
  {
    number: 1,
    sentence: "an object whose POST lost its response is found by its mark",
    row: {
      operations: ["create"],
      at: isOwnPost,
      faults: withNames("reset after"),
      figures: (cells) => ({
        duplicates: duplicates(cells),
        "additional calls, at most": maximum(cells, "extraCalls"),
      }),
      also: (cell) => [...mustEndInSameRun(cell), ...mustWriteOnce(cell)],
    },
  },
  {
    number: 2,
    sentence: "a POST that got 504 after the commit is not sent again",
    row: {
      operations: ["create"],
      at: isOwnPost,
      faults: withNames("504 after"),
      figures: (cells) => ({
        duplicates: duplicates(cells),
        "POSTs per object": 1 + maximum(cells, "extraWrites"),
      }),
      also: (cell) => [...mustEndInSameRun(cell), ...mustWriteOnce(cell)],
    },
  },
  {
    number: 3,
    sentence: "a POST that fails twice before the commit is repeated",
    row: {
      operations: ["create"],
      at: isOwnPost,
      faults: withNames("500 before", "502 before", "503 before"),
      times: 2,
      figures: (cells) => ({
        "completed in the same run": `${String(completedInSameRun(cells))}/${String(cells.length)}`,
      }),
      also: (cell) => [...mustEndInSameRun(cell), ...mustWriteOnce(cell)],
    },
  },
  {
    number: 4,
    sentence: "a POST whose response is HTML, cut JSON, empty or without an id leaves one object",
    row: {
      operations: creations,
      at: isOwnPost,
      faults: ({ name }) => /^200 with|^truncated$/.test(name),
      figures: (cells) => ({
        duplicates: duplicates(cells),
        "completed in the same run": completedInSameRun(cells),
      }),
    },
  },
  {
    number: 10,
    sentence: "a replacement whose POST loses its response creates a new object and never adopts the old one",
    row: {
      operations: ["replace"],
      at: isOwnPost,
      faults: withNames("reset after", "504 after", "no response after"),
      figures: (cells) => ({ duplicates: duplicates(cells) }),
      also: (cell) => [...mustEndInSameRun(cell), ...mustWriteOnce(cell)],
    },
  },
  {
    number: 14,
    sentence: "an update whose response is lost recognises its own write",
    row: {
      operations: ["update", "act"],
      at: isOwnUpdate,
      faults: withNames("reset after", "504 after", "412 after", "no response after"),
      figures: (cells) => ({ "writes per update": 1 + maximum(cells, "extraWrites") }),
      also: (cell) => [...mustEndInSameRun(cell), ...mustWriteOnce(cell)],
    },
  },
  {
    number: 20,
    sentence: "no call takes too long if a server accepts it and never responds",
    row: {
      operations: everyOperation,
      at: anyRequest,
      faults: withNames("no response before", "no response after"),
      figures: (cells) => ({
        hangs: cells.filter(({ failures }) => failures.some((text) => / took |deadline/.test(text))).length,
        "completed in the same run": `${String(completedInSameRun(cells))}/${String(cells.length)}`,
      }),
    },
  },
  {
    number: 22,
    sentence:
      "a connection that closes during a request leads to a retry before the commit, and to an adoption after it",
    row: {
      operations: everyOperation,
      at: anyRequest,
      faults: withNames("reset before", "reset after"),
      figures: (cells) => ({
        duplicates: duplicates(cells),
        "completed in the same run": `${String(completedInSameRun(cells))}/${String(cells.length)}`,
      }),
      also: mustEndInSameRun,
    },
  },
];

export const cellTests: readonly FaultTest[] = rows.map(({ number, sentence, row }) => ({
  number,
  sentence,
  run: (rig) => runRow(rig, row),
}));

async function runRow(rig: FaultRig, row: Row): Promise<Outcome> {
  const faults = singleFaults(rig.elsewhereUrl, rig.clock.now).filter(row.faults);
  const cells: CellResult[] = [];
  for (const operation of kinds.flatMap(operationsOf)) {
    if (!row.operations.includes(operation.name)) continue;
    const plain = await runWithoutFault(rig, operation);
    for (const nth of requestNumbers(plain, row)) {
      const { method } = plain.requests[nth - 1]!;
      for (const fault of faults) {
        if (fault.writesOnly && method === "GET") continue;
        cells.push(await runCell(rig, plain, nth, fault, row.times));
      }
    }
  }
  const failures = cells.flatMap((cell) => [
    ...cell.failures.map((failure) => `${cell.title}: ${failure}`),
    ...(row.also?.(cell) ?? []),
  ]);
  return outcome(cells.length, failures, row.figures(cells));
}

function requestNumbers({ operation, requests }: FaultFreeRun, { at }: Row): number[] {
  return requests.flatMap((request, index) => (at(request, operation.kind.path) ? [index + 1] : []));
}
