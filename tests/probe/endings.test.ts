import type { FaultRule } from "../emulator";
import { switchesOf } from "../emulator/probeReport";
import { credentials, objectsIn, type Run, runProbe, startWorld, type World } from "./probeRun";

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.emulator.close());

/** Ctrl-C after these numbers of requests. */
async function runInterrupted(counts: number[]): Promise<Run> {
  const left = [...counts];
  let interrupt: () => void = () => undefined;
  world.clock.onRead = () => {
    if (world.emulator.requests.length < (left[0] ?? Infinity)) return;
    left.shift();
    interrupt();
  };
  const run = await runProbe(world, { interruptible: (call) => (interrupt = call) });
  world.clock.onRead = () => undefined;
  return run;
}

test("a run leaves nothing behind, says so and sends at most 150 requests", async () => {
  const { code, stdout, stderr, report } = await runProbe(world);
  expect({ code, objects: objectsIn(world.emulator) }).toEqual({ code: 0, objects: {} });
  expect(report.notObserved.map(({ reason }) => reason)).not.toContain("the limit of 150 requests");
  expect(stdout).toMatch(/^BEHAVIOUR +DOCUMENTED +SEEN +MEANING\n/);
  expect(stderr).toMatch(/^\[1\/\d+\] Gateway\n/);
  expect(stderr).not.toContain("\u001b");
  expect(stderr).toContain(`\n${world.emulator.requests.length} requests.\n`);
  expect(world.emulator.requests.length).toBeLessThanOrEqual(150);
});

test.each([10, 20, 30, 40, 50, 60, 70, 80, 90, 100])(
  "an interrupt after %i requests ends the run, and nothing is left behind",
  async (count) => {
    const run = await runInterrupted([count]);
    expect({ code: run.code, objects: objectsIn(world.emulator) }).toEqual({ code: 130, objects: {} });
    const reasons = run.report.notObserved.map(({ reason }) => reason);
    expect(count > 70 || reasons.includes("the run was interrupted")).toBe(true);
  },
);

test.each([24, 27, 30, 33, 36, 39, 42, 45])(
  "an interrupt after %i requests leaves nothing behind in a registry that finds new objects late",
  async (count) => {
    world.emulator.set({ registryLagSeconds: 20 });
    const { code } = await runInterrupted([count]);
    expect({ code, objects: objectsIn(world.emulator) }).toEqual({ code: 130, objects: {} });
  },
);

test("mapping sets that AEP never deletes do not use up the requests of later runs", async () => {
  world.emulator.set({ mappingSetDeletion: 405 });
  for (let run = 1; run <= 5; run++) {
    const first = world.emulator.requests.length;
    const { code, report } = await runProbe(world);
    expect({ code, objects: objectsIn(world.emulator) }).toEqual({ code: 1, objects: { mappingSets: run } });
    expect(report.notObserved.map(({ reason }) => reason)).not.toContain("the limit of 150 requests");
    expect(world.emulator.requests.length - first).toBeLessThanOrEqual(150);
  }
});

test("a credential that may not list sandboxes needs --allow-production", async () => {
  const act = {
    kind: "status",
    status: 403,
    body: { title: "Permission management access denied" },
  } as const;
  world.emulator.faults.add({ path: /sandbox-management/, when: "before", times: Infinity, act });
  await expect(runProbe(world)).rejects.toThrow(/Permission management access denied/);
  const { code } = await runProbe(world, { allowProduction: true });
  expect({ code, objects: objectsIn(world.emulator) }).toEqual({ code: 0, objects: {} });
});

test("a second interrupt ends the deletions and names what is left", async () => {
  const { code, stderr } = await runInterrupted([60, 66]);
  const left = world.emulator.objects("dev", "dataSets").length;
  expect({ code, left: left > 0 }).toEqual({ code: 130, left: true });
  expect(stderr).toMatch(/AEP did not delete the dataset [0-9a-f]{24}: /);
  const next = await runProbe(world);
  expect(next.stderr).toMatch(/^Deleted \d+ objects of an earlier run/);
  expect({ code: next.code, objects: objectsIn(world.emulator) }).toEqual({ code: 0, objects: {} });
});

test("lists that take no order or filter are searched without, and others are named", async () => {
  await runInterrupted([60, 62]);
  const act = { kind: "status", status: 400, body: { title: "Bad Request" } } as const;
  const before = { method: "GET", when: "before", times: Infinity, act } as const;
  world.emulator.faults.add({ ...before, path: /orderby=/ });
  world.emulator.faults.add({ ...before, path: /mappingSets\?limit=100/ });
  const { code, stderr } = await runProbe(world);
  expect(stderr).toContain("objects of an earlier run may be left: mapping set.\n");
  expect(stderr).toMatch(/Deleted \d+ objects of an earlier run/);
  expect({ code, objects: objectsIn(world.emulator) }).toEqual({ code: 0, objects: {} });
});

const acts: [string, Pick<FaultRule, "when" | "act">][] = [
  ["is reset after the commit", { when: "after", act: { kind: "reset" } }],
  ["is cut after the commit", { when: "after", act: { kind: "truncate" } }],
  ["gets 500 after the commit", { when: "after", act: { kind: "status", status: 500 } }],
  ["gets 500 before the commit", { when: "before", act: { kind: "status", status: 500 } }],
  ["gets 403", { when: "before", act: { kind: "status", status: 403, body: { title: "Forbidden" } } }],
  ["takes effect twice", { when: "before", act: { kind: "duplicate" } }],
];
const creates = ["connections", "sourceConnections", "targetConnections", "flows", "dataSets", "mappingSets"];
const registryCreates = ["schemas", "fieldgroups", "descriptors"];

describe.each([...creates, ...registryCreates])("if a create in %s", (collection) => {
  test.each(acts)("%s, nothing is left behind after this run and the next", async (_name, fault) => {
    world.emulator.faults.add({ method: "POST", path: new RegExp(`/${collection}(\\?|$)`), ...fault });
    await runProbe(world);
    if (fault.act.kind !== "duplicate") expect(objectsIn(world.emulator)).toEqual({});
    expect(world.emulator.requests.length).toBeLessThanOrEqual(160);
    const next = await runProbe(world);
    expect({ code: next.code, objects: objectsIn(world.emulator) }).toEqual({ code: 0, objects: {} });
  });
});

test("an object that AEP does not delete is named with its kind and id", async () => {
  const act = { kind: "status", status: 403, body: { title: "Forbidden" } } as const;
  world.emulator.faults.add({
    method: "DELETE",
    path: /\/mappingSets\//,
    when: "before",
    times: Infinity,
    act,
  });
  const { code, stderr } = await runProbe(world);
  const ids = world.emulator.objects("dev", "mappingSets").map((set) => (set as { id: string }).id);
  expect({ code, left: ids.length }).toEqual({ code: 1, left: 1 });
  expect(stderr).toContain(`AEP did not delete the mapping set ${ids[0]}: HTTP 403. Delete it in AEP.`);
});

test("a sandbox of the type production is refused without --allow-production, before any object is made", async () => {
  await expect(runProbe(world, { sandbox: "prod" })).rejects.toThrow(
    /not of the type development.*--allow-production/,
  );
  expect(world.emulator.ledger.writes()).toEqual([]);
  const { code } = await runProbe(world, { sandbox: "prod", allowProduction: true });
  expect({ code, objects: objectsIn(world.emulator, "prod") }).toEqual({ code: 0, objects: {} });
});

test("the report has no id, name, token, client id, organisation or sandbox", async () => {
  const { file } = await runProbe(world);
  const ids = world.emulator.ledger.writes().map(({ id }) => id);
  expect(ids.length).toBeGreaterThan(10);
  const { orgId, tenantId } = world.emulator.world;
  const tokens = world.emulator.requests.map(({ path }) => path).filter((path) => path.includes("eyJ"));
  for (const text of [...ids, ...tokens, orgId, `_${tenantId}`, ...Object.values(credentials)]) {
    expect(file).not.toContain(text);
  }
  expect(file).not.toMatch(/[0-9a-f]{8}|eyJ|https?:|@AdobeOrg|127\.0\.0\.1|pulumi-aep-probe-/i);
});

test("a report that the emulator takes over reproduces itself", async () => {
  world.emulator.set({
    scheduleForm: "flipped",
    catalogMergeDepth: "deep",
    mappingSetFirstVersion: 1,
    deleteStatus: 202,
  });
  const first = await runProbe(world);
  const { switches, warnings } = switchesOf(first.report, "report.json");
  expect(warnings).toEqual([]);
  const other = await startWorld(switches);
  try {
    const second = await runProbe(other);
    expect(second.file).toEqual(first.file);
  } finally {
    await other.emulator.close();
  }
});
