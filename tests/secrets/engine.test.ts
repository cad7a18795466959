import { engineRun, type EngineRun } from "./engineRun";
import { type Findings, findingsOf } from "./findings";
import { plantedConnections } from "./canaries";
import { secretNames } from "./plantedProgram";

let run: EngineRun;
let findings: Findings;

beforeAll(async () => {
  run = await engineRun();
  findings = findingsOf(run);
});

it("every secret was sent to AEP, so that it could have been shown", () => {
  expect(findings.unused).toEqual([]);
  expect(run.tokens.length).toBeGreaterThan(0);
});

it("no secret and no token is in any output", () => {
  expect(findings.hits).toEqual([]);
  expect(findings.tokenPlaces).toEqual([]);
  expect(findings.places.length).toBeGreaterThanOrEqual(12);
});

it("each step had its effect", () => {
  const succeeding = Object.entries(run.exitCodes).filter(([, code]) => code === 0);
  expect(succeeding.map(([name]) => name)).toEqual([
    "up",
    "refresh --diff",
    "preview --diff",
    "preview --diff --json",
    "up of a rotation",
    "stack output",
    "stack export",
    "stack history",
    "destroy",
  ]);
  expect(run.printed["failing checks"]).toContain("is not a parameter of the auth spec");
  expect(run.printed["failing checks of types"]).toContain("must be a string");
  expect(run.printed["AEP repeats a refused update"]).toMatch(/\[secret\] \| \[secret\].*\(HTTP 400/);
  expect(run.printed["AEP repeats a refused create"]).toMatch(/\[secret\] \| \[secret\].*\(HTTP 400/);
  expect(run.printed["crash of the provider"]).toContain("the provider process crashes here");
  expect(run.printed["up with a refused token"]).toContain("HTTP 401");
});

it("a rotation of all secrets is one PATCH per connection, with only its secrets", () => {
  const writes = run.rotation.map(({ method, kind, body }) => {
    const paths = (body as { path: string }[]).map(({ path }) => path).sort();
    return `${method} ${kind} ${paths.join(" ")}`;
  });
  const due = plantedConnections(1).map((connection) => {
    const paths = secretNames(connection).map((name) => `/auth/params/${name}`);
    return `PATCH connections ${paths.sort().join(" ")}`;
  });
  expect(writes.sort()).toEqual(due.sort());
});

it("the programs of Pulumi print secrets at -v=11, as the guide on secrets warns", () => {
  // If this becomes 0, the warning can be removed.
  expect(findings.inPulumisOwnLog).toBeGreaterThan(0);
});
