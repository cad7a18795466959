import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { format, resolveConfig } from "prettier";
import { projectRoot } from "../engine/projectRoot";
import { grid, type GridRow } from "./grid";
import { FaultRig } from "./rig";
import { runModel } from "./model";
import { singleFaults } from "./singleFaults";
import { failuresOf, readmeOf, type TestResult } from "./table";
import { namedFaults } from "./namedFaults";

const file = join(projectRoot, "tests/faults/README.md");

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { check: { type: "boolean" }, seeds: { type: "string" } } });
  if (values.seeds !== undefined) await runSeeds(Number(values.seeds));
  else await runTable(values.check === true);
}

/** Runs random sequences of the model instead of the table. */
async function runSeeds(seeds: number): Promise<void> {
  const report = (done: number, found: number) => {
    if (done % 500 === 0) say(`${String(done)} sequences, ${String(found)} counter-examples`);
  };
  const { sequences, commands, requests, counterExamples } = await runModel(seeds, report);
  say(`${String(sequences)} sequences, ${String(commands)} commands, ${String(requests)} requests`);
  for (const found of counterExamples) say(JSON.stringify(found));
  if (counterExamples.length > 0) process.exitCode = 1;
}

async function runTable(checkOnly: boolean): Promise<void> {
  const rig = await FaultRig.start();
  const results: TestResult[] = [];
  for (const test of namedFaults) {
    const outcome = await test.run(rig);
    results.push({ test, outcome });
    const figures = Object.entries(outcome.figures).map(([name, value]) => `${name}: ${String(value)}`);
    const verdict = outcome.failures.length === 0 ? "ok" : `${String(outcome.failures.length)} failures`;
    say(
      `${String(test.number).padStart(2)} ${verdict.padEnd(12)} ${test.sentence} (${[`${String(outcome.cells)} cells`, ...figures].join("; ")})`,
    );
  }
  const rows: GridRow[] = [];
  for await (const row of grid(rig)) {
    rows.push(row);
    const failed = row.cells.filter(
      ({ failures, limit }) => failures.length > 0 && limit === undefined,
    ).length;
    say(
      `${row.operation.kind.type} ${row.operation.name}: ${String(row.cells.length)} cells, ${String(failed)} failures`,
    );
  }
  const faults = singleFaults(rig.elsewhereUrl, rig.clock.now).map(({ name }) => name);
  await rig.close();
  const settings = await resolveConfig(file);
  const text = await format(readmeOf(results, rows, faults), { ...settings, parser: "markdown" });
  const failures = failuresOf(results, rows);
  for (const failure of failures) say(`failed: ${failure}`);
  if (checkOnly) check(text);
  else writeFileSync(file, text);
  if (failures.length > 0) process.exitCode = 1;
}

function check(text: string): void {
  if (readFileSync(file, "utf8") === text) return;
  say("tests/faults/README.md is not what this run has found: run `npm run faults` and commit it.");
  process.exitCode = 1;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

void main();
