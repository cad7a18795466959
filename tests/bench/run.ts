import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { projectRoot } from "../engine/projectRoot";

/** Runs all benchmarks in sequence. Times vary between machines, so compare the ratios and counts of one run. */
const benchmarks = [
  "dist/tests/bench/calls.js",
  "dist/tests/bench/compileTime.js",
  "tests/bench/mappings.mjs",
];

for (const file of benchmarks) {
  const { status } = spawnSync(process.execPath, [join(projectRoot, file)], { stdio: "inherit" });
  if (status !== 0) process.exitCode = 1;
}
