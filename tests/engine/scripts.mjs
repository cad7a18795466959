const jest = [
  "node",
  "--experimental-vm-modules",
  "--disable-warning=ExperimentalWarning",
  "node_modules/jest/bin/jest.js",
];

/** The tests that hold for every form of AEP's responses. */
const pass = [...jest, "tests/promises", "tests/faults", "tests/examples", "tests/secrets"];

/**
 * The npm scripts that need installed packages or compiled code, with their command, arguments and usage text. `words` are
 * the allowed positional arguments; at most one can be given. `options` are those of node:util's parseArgs; the value of an
 * option must match `wanted`. `environment` are variables of the command. A script with `anyArguments` checks its arguments
 * itself. A script without a command only installs and builds.
 */
export const scripts = {
  build: {
    usage: `Usage: npm run build

Compiles the files that have changed since the last build.
`,
  },
  demo: {
    command: ["node", "dist/tests/engine/demo.js"],
    words: ["up", "drift", "repair", "rotate", "destroy", "reset"],
    options: { har: { type: "string" } },
    usage: `Usage: npm run demo [-- STEP] [-- --har FILE]

Deploys examples/amazon-s3 with the real Pulumi CLI to an emulator of Adobe Experience Platform on this machine.
Needs no account. All its data is in the folder .demo.

Steps:
  up        deploy all objects (default); a second run changes nothing
  drift     edit two objects outside Pulumi and preview the difference, field by field
  repair    revert the edits
  rotate    give the base connection a new session token
  destroy   delete all deployed objects
  reset     delete the data of the emulator and the stack

  --har FILE  record all HTTP traffic of the run in FILE
`,
  },
  test: {
    command: jest,
    anyArguments: true,
  },
  "test:older": { command: pass, environment: { EMULATOR_PASS: "older" }, anyArguments: true },
  "test:lag": { command: pass, environment: { EMULATOR_PASS: "lag" }, anyArguments: true },
  check: {
    command: ["npm", "run", "--silent", "checks"],
    usage: `Usage: npm run check

Checks format, lint, types and generated text. It changes no file. To fix files, run \`npm run format\` and \`npm run docs\`.
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

  --check  change no file, and fail if generated text is out of date
`,
  },
  faults: {
    command: ["node", "dist/tests/faults/run.js"],
    options: { check: { type: "boolean" }, seeds: { type: "string", wanted: /^[1-9]\d*$/ } },
    usage: `Usage: npm run faults [-- --check | --seeds N]

Runs all fault tests and writes their results to tests/faults/README.md.

  --check    change no file, and fail if tests/faults/README.md differs from the results of this run
  --seeds N  run N random sequences of the model instead
`,
  },
  bench: {
    command: ["node", "dist/tests/bench/run.js"],
    usage: `Usage: npm run bench

Runs all benchmarks in turn and prints their results.
`,
  },
  capture: {
    command: ["node", "dist/tests/compatibility/capture.js"],
    usage: `Usage: npm run capture

Writes the state files and emulator data of the current version to tests/compatibility/<version>, for the tests of later versions.
`,
  },
  canaries: {
    command: ["node", "dist/tests/secrets/run.js"],
    usage: `Usage: npm run canaries

Sets every secret to a known value and prints every place where the value appears in plain text.
`,
  },
};
