import { awkward } from "../emulator";
import type { Stack } from "./stack";
import { clientSecret, s3Chain, startAep, type Aep } from "./fixtures/aep";

let aep: Aep;

beforeAll(async () => {
  aep = await startAep({ switches: awkward });
});
beforeEach(() => {
  aep.emulator.reset();
});
afterAll(() => aep.close());

const created = [
  "create BaseConnection landing",
  "create Schema customers",
  "create SourceConnection customers",
  "create Dataset customers",
  "create MappingSet customers",
  "create TargetConnection customers",
  "create Dataflow customers",
];

async function deployed(): Promise<Stack> {
  const stack = aep.stack();
  expect((await stack.up(s3Chain())).errors).toEqual([]);
  return stack;
}

/** Requests to AEP, without those for a token. */
function requests(): string[] {
  const all = aep.emulator.requests.map(({ method, path }) => `${method} ${path}`);
  return all.filter((request) => !request.includes("/ims/"));
}

function objectCounts(): Record<string, number> {
  const count = (name: string): number => aep.emulator.objects("dev", name).length;
  const names = [
    "connections",
    "sourceConnections",
    "targetConnections",
    "flows",
    "dataSets",
    "mappingSets",
    "schemas",
  ];
  return Object.fromEntries(names.map((name) => [name, count(name)]));
}

it("deploys the tutorial's resources with one write per object", async () => {
  const stack = aep.stack();
  const run = await stack.up(s3Chain());
  expect(run.errors).toEqual([]);
  expect([...run.changes].sort()).toEqual([...created].sort());
  expect(aep.emulator.ledger.writes().map(({ method }) => method)).toEqual(Array(7).fill("POST"));
  expect(stack.get("Dataflow", "customers").outputs["liveState"]).toBe("enabled");
});

it("makes no change and no request in a second up", async () => {
  const stack = await deployed();
  const before = aep.emulator.requests.length;
  expect((await stack.preview(s3Chain())).changes).toEqual([]);
  expect((await stack.up(s3Chain())).changes).toEqual([]);
  expect(aep.emulator.requests).toHaveLength(before);
});

it("previews all resources without a request before any object exists", async () => {
  const run = await aep.stack().preview(s3Chain());
  expect(run.errors).toEqual([]);
  expect([...run.changes].sort()).toEqual([...created].sort());
  expect(requests()).toEqual([]);
});

it("finds no drift after a deployment", async () => {
  const stack = await deployed();
  const run = await stack.refresh();
  expect(run.errors).toEqual([]);
  expect(run.changes).toEqual([]);
  expect((await stack.up(s3Chain())).changes).toEqual([]);
});

it("deletes every object in a destroy", async () => {
  const stack = await deployed();
  expect(Object.values(objectCounts())).toEqual(Array(7).fill(1));
  const run = await stack.destroy();
  expect(run.errors).toEqual([]);
  expect(stack.state).toEqual([]);
  expect(Object.values(objectCounts())).toEqual(Array(7).fill(0));
});

it("updates a session token with one PATCH of its path", async () => {
  const stack = await deployed();
  aep.emulator.ledger.clear();
  const run = await stack.up(s3Chain({ sessionToken: "s3-canary-rotated" }));
  expect(run.changes).toEqual(["update BaseConnection landing"]);
  expect(run.steps.flatMap(({ diff }) => diff)).toEqual(["auth.params.s3SessionToken"]);
  const operation = { op: "replace", path: "/auth/params/s3SessionToken", value: "s3-canary-rotated" };
  expect(aep.emulator.ledger.writes()).toMatchObject([{ method: "PATCH", status: 200, body: [operation] }]);
});

it("updates a mapping set and its dataflow's mapping version in the same up", async () => {
  const stack = await deployed();
  aep.emulator.ledger.clear();
  const run = await stack.up(s3Chain({ lastName: "Surname" }));
  expect(run.changes).toEqual(["update MappingSet customers", "update Dataflow customers"]);
  expect(aep.emulator.ledger.writes().map(({ method, kind }) => `${method} ${kind}`)).toEqual([
    "PUT mappingSets",
    "PATCH flows",
  ]);
  expect((await stack.preview(s3Chain({ lastName: "Surname" }))).changes).toEqual([]);
});

it("deletes the old dataflow before it creates the new one when the source path changes", async () => {
  const stack = await deployed();
  aep.emulator.ledger.clear();
  const next = s3Chain({ path: "/crm/other.csv" });
  const planned = (await stack.preview(next)).changes;
  const run = await stack.up(next);
  expect(run.errors).toEqual([]);
  expect([...run.changes].sort()).toEqual([...planned].sort());
  const writes = aep.emulator.ledger.writes().map(({ method, kind }) => `${method} ${kind}`);
  expect(writes.indexOf("DELETE flows")).toBeLessThan(writes.indexOf("POST flows"));
  expect([...writes].sort()).toEqual([
    "DELETE flows",
    "DELETE sourceConnections",
    "POST flows",
    "POST sourceConnections",
  ]);
  expect((await stack.preview(next)).changes).toEqual([]);
});

it("writes no secret in plain text to state or output", async () => {
  const stack = await deployed();
  await stack.refresh();
  const readable = stack.plaintextOfState() + JSON.stringify(aep.provider.output);
  expect(readable).toContain("Amazon S3 landing bucket");
  expect(readable).not.toContain("s3-canary");
  expect(readable).not.toContain(clientSecret);
});
