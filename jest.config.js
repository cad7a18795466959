/** @type {import("jest").Config} */
module.exports = {
  testEnvironment: "node",
  roots: ["<rootDir>/tests"],
  testMatch: ["**/*.test.ts"],
  transform: { "\\.ts$": ["ts-jest", { tsconfig: "tsconfig.json", diagnostics: false }] },
  // Each captured program has a package.json. Captures of different versions have the same package name.
  modulePathIgnorePatterns: ["<rootDir>/tests/compatibility/.*/package.json"],
  setupFiles: process.env.EMULATOR_PASS === undefined ? [] : ["<rootDir>/tests/engine/emulatorPass.ts"],
  // Only a test that hangs takes that long, even on a slow machine. Tests set no timeouts of their own.
  testTimeout: 1_800_000,
  testSequencer: "<rootDir>/tests/engine/testOrder.js",
  // Many tests wait for the emulator or the engine. A third worker uses this time.
  maxWorkers: 3,
};
