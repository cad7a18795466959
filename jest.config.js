/** @type {import("jest").Config} */
module.exports = {
  testEnvironment: "node",
  roots: ["<rootDir>/tests"],
  testMatch: ["**/*.test.ts"],
  transform: { "\\.ts$": ["ts-jest", { tsconfig: "tsconfig.json", diagnostics: false }] },
  // Each captured program has a package.json, and those of several versions have one name.
  modulePathIgnorePatterns: ["<rootDir>/tests/compatibility/.*/package.json"],
  // Only a test that hangs takes that long, on the slowest machine too: no test has a limit of its own.
  testTimeout: 1_800_000,
  // Many tests wait: for AEP to finish, for the engine. A third worker has the time that two leave.
  maxWorkers: 3,
};
