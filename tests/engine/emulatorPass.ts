import { olderShapes, setDefaults, type Switches } from "../emulator/switches";

/** The defaults of the emulator in the passes `npm run test:older` and `npm run test:lag`. Jest loads this file before each test file. */
const passes: Readonly<Record<string, Readonly<Partial<Switches>>>> = {
  older: olderShapes,
  lag: { registryLagSeconds: 2 },
};

const name = process.env["EMULATOR_PASS"] ?? "";
const defaults = passes[name];
if (!defaults)
  throw new Error(`EMULATOR_PASS is "${name}", but must be one of ${Object.keys(passes).join(", ")}`);
setDefaults(defaults);
