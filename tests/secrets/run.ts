import { engineRun } from "./engineRun";
import { findingsOf, tableOf } from "./findings";

/** `npm run canaries`: plants a value in every secret, and reports where it can be read afterwards. */
async function main(): Promise<void> {
  const findings = findingsOf(await engineRun((line) => process.stderr.write(`${line}\n`)));
  process.stdout.write(`${tableOf(findings)}\n`);
  if (findings.hits.length + findings.tokenPlaces.length + findings.unused.length > 0) process.exitCode = 1;
}

void main();
