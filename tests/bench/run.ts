import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { projectRoot } from "../engine/projectRoot";

/** Runs all benchmarks in turn. Times vary between machines and runs; ratios and counts are more reliable. */
const benchmarks = [
  "dist/tests/bench/calls.js",
  "dist/tests/bench/compileTime.js",
  "tests/bench/mappings.mjs",
];

for (const file of benchmarks) {
  const { status } = spawnSync(process.execPath, [join(projectRoot, file)], { stdio: "inherit" });
  if (status !== 0) process.exitCode = 1;
}
