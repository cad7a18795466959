import type { GridRow } from "./grid";
import { limits } from "./limits";
import type { FaultTest, Outcome } from "./outcome";

export interface TestResult {
  readonly test: FaultTest;
  readonly outcome: Outcome;
}

/** The results, without anything that differs from run to run. */
export function readmeOf(
  results: readonly TestResult[],
  grid: readonly GridRow[],
  faults: readonly string[],
): string {
  return [
    ...introduction,
    "## Named faults",
    "",
    ...namedFaultsTable(results),
    "",
    "## Every fault at every request",
    "",
    "Each cell is one fault at one request of one operation on one kind of object. After the fault, the fault is removed, and if the " +
      "run failed, there is one more `pulumi up` with a new process. Then three things must hold:",
    "",
    "- AEP holds exactly the objects that it holds after a run without a fault, and an object that someone else created by hand.",
    "- The state holds the same objects, and a preview is empty.",
    "- No call took longer than an operation may, and no error has another shape or contains a secret.",
    "",
    ...gridTable(grid),
    "",
    `Faults (\`before\` or \`after\` the commit): ${faults.join(", ")}.`,
    "",
    "`adopt` is a create whose object exists already, from an interrupted run. In `update` and `read`, someone else edited another " +
      "field of the object in between.",
    "",
    "## Known limits",
    "",
    ...limits.map(
      ({ what, why }) => `- ${capital(what)} (${String(cellsAtLimit(grid, what))} cells): ${why}.`,
    ),
    "",
  ].join("\n");
}

const introduction = [
  "# Faults",
  "",
  "Responses get lost, services are down, processes are killed. This page says what the provider does then. `npm run faults` runs " +
    "the tests and writes this page; do not edit it. All tests use the methods of the provider, and real HTTP to the emulated AEP. " +
    "Time is a virtual clock, so hours of waiting take seconds.",
  "",
  "The promises behind these tests: [Promises](../../provider/README.md#promises).",
  "",
];

function namedFaultsTable(results: readonly TestResult[]): string[] {
  const rows = results.map(({ test, outcome }) => {
    const figures = Object.entries(outcome.figures).map(([name, value]) => `${name}: ${String(value)}`);
    return `| ${String(test.number)} | ${capital(test.sentence)} | ${String(outcome.cells)} | ${verdict(outcome.failures.length)} | ${figures.join("; ")} |`;
  });
  return ["| # | What holds | Cells | Result | Figures |", "|---|---|---|---|---|", ...rows];
}

function verdict(failures: number): string {
  return failures === 0 ? "passed" : `${String(failures)} failures`;
}

function gridTable(grid: readonly GridRow[]): string[] {
  const types = [...new Set(grid.map(({ operation }) => operation.kind.type))];
  const total = grid.flatMap(({ cells }) => cells);
  const rows = [
    ...types.map((type) =>
      rowOf(
        type,
        grid.filter(({ operation }) => operation.kind.type === type),
      ),
    ),
    rowOf("all", grid),
  ];
  const healed = total.filter(({ sameRun, failures }) => sameRun && failures.length === 0).length;
  return [
    "| Kind | Operations | Requests | Cells | As without a fault | Of these in the same run | Known limits | Failures | Additional writes, at most |",
    "|---|---|---|---|---|---|---|---|---|",
    ...rows,
    "",
    `${String(total.length)} cells, of which ${String(healed)} completed in the same run.`,
  ];
}

function rowOf(name: string, rows: readonly GridRow[]): string {
  const cells = rows.flatMap((row) => row.cells);
  const passed = cells.filter(({ failures }) => failures.length === 0);
  const limited = cells.filter(({ limit }) => limit !== undefined);
  const operations = new Set(rows.map(({ operation }) => operation.name)).size;
  const requests = rows.reduce((sum, row) => sum + row.requests.length, 0);
  const numbers = [
    operations,
    requests,
    cells.length,
    passed.length,
    passed.filter(({ sameRun }) => sameRun).length,
    limited.length,
    cells.length - passed.length - limited.length,
    Math.max(0, ...passed.map(({ extraWrites }) => extraWrites)),
  ];
  return `| ${name} | ${numbers.join(" | ")} |`;
}

function cellsAtLimit(grid: readonly GridRow[], what: string): number {
  return grid.flatMap(({ cells }) => cells).filter(({ limit }) => limit === what).length;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Cells that failed and are no known limit. */
export function failuresOf(results: readonly TestResult[], grid: readonly GridRow[]): string[] {
  return [
    ...results.flatMap(({ test, outcome }) =>
      outcome.failures.map((text) => `${String(test.number)}: ${text}`),
    ),
    ...grid.flatMap(({ cells }) =>
      cells
        .filter(({ limit }) => limit === undefined)
        .flatMap(({ title, failures }) => failures.map((text) => `${title}: ${text}`)),
    ),
  ];
}
