/**
 * The npm scripts that need installed packages or compiled code: what each one runs, the arguments it takes and its usage text.
 * `words` are the positional arguments of which at most one may be given, `options` those of node:util's parseArgs. `wanted` is
 * what the value of an option must look like. A script with `anyArguments` checks its arguments itself; one without a command
 * only installs and builds.
 */
export const scripts = {
  build: {
    usage: `Usage: npm run build

Compiles what has changed since the last time.
`,
  },
  demo: {
    command: ["node", "dist/tests/engine/demo.js"],
    words: ["up", "drift", "repair", "rotate", "destroy", "reset"],
    options: { har: { type: "string" } },
    usage: `Usage: npm run demo [-- STEP] [-- --har FILE]

Deploys examples/amazon-s3 with the real Pulumi CLI to an emulated Adobe Experience Platform on this machine.
Needs no account; everything that it keeps between runs is in the folder .demo.

Steps:
  up        deploy the whole chain (the default); a second run changes nothing
  drift     edit two objects behind Pulumi's back and preview the difference, field by field
  repair    put back what was edited behind Pulumi's back
  rotate    give the base connection a new session token
  destroy   delete what was deployed
  reset     forget everything: the emulated platform and the stack

  --har FILE  record all HTTP traffic of the run in this file
`,
  },
  test: {
    command: [
      "node",
      "--experimental-vm-modules",
      "--disable-warning=ExperimentalWarning",
      "node_modules/jest/bin/jest.js",
    ],
    anyArguments: true,
  },
  check: {
    command: ["npm", "run", "--silent", "checks"],
    usage: `Usage: npm run check

Checks format, lint, types and generated text. Changes no file: \`npm run format\` and \`npm run docs\` do.
`,
  },
  format: {
    command: ["prettier", "--write", "--log-level=warn", "."],
    usage: `Usage: npm run format

Formats all files.
`,
  },
  docs: {
    command: ["node", "dist/tests/docs/generate.js"],
    options: { check: { type: "boolean" } },
    usage: `Usage: npm run docs [-- --check]

Writes all generated text: the tables in the documents and the types of the connectors.

  --check  change no file, and fail if generated text is stale
`,
  },
  faults: {
    command: ["node", "dist/tests/faults/run.js"],
    options: { check: { type: "boolean" }, seeds: { type: "string", wanted: /^[1-9]\d*$/ } },
    usage: `Usage: npm run faults [-- --check | --seeds N]

Runs all fault tests and writes their results to tests/faults/README.md.

  --check    change no file, and fail if tests/faults/README.md is not what this run has found
  --seeds N  run N random sequences of the model instead
`,
  },
  bench: {
    command: ["node", "dist/tests/bench/run.js"],
    usage: `Usage: npm run bench

Runs all benchmarks, one after another, and prints their figures.
`,
  },
  capture: {
    command: ["node", "dist/tests/compatibility/capture.js"],
    usage: `Usage: npm run capture

Keeps what the present version writes in tests/compatibility/<version>, for the tests of later versions.
`,
  },
  canaries: {
    command: ["node", "dist/tests/secrets/run.js"],
    usage: `Usage: npm run canaries

Plants a value in every secret and prints every place where the value can be read afterwards.
`,
  },
};
