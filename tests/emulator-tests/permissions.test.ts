/** Credentials that may not do everything: access labels, read-only roles, and credentials in no sandbox. */

import { connect, start, type Client, type Emulator } from "../emulator";
import { makeConnection, makeFlow, patch } from "./flowServiceCaller";
import { codeOf, flowService, inOneHour, itemAt, made } from "./tutorialChain";

const wrong = { "if-match": '"no-such-version"' };
const rename = [{ op: "replace", path: "/name", value: "renamed" }];

let emulator: Emulator;
let client: Client;
let other: Client;

beforeAll(async () => {
  emulator = await start();
});

afterAll(() => emulator.close());

beforeEach(() => {
  emulator.reset();
  client = connect(emulator);
  other = connect(emulator, { clientId: "limited" });
});

async function labelled(changes: Record<string, unknown> = {}): Promise<string> {
  const { path } = await makeFlow(client, changes);
  const added = await patch(client, path, [{ op: "add", path: "/labels", value: ["core/C12"] }]);
  expect(added.status).toBe(200);
  expect(await itemAt(client, path)).toMatchObject({ labels: ["core/C12"] });
  return path;
}

describe("a flow with a label that the role lacks", () => {
  test("is not found by GET and forbidden to writes, whatever their If-Match", async () => {
    const path = await labelled();
    emulator.restrict("limited", { lacksLabels: ["core/C12"] });
    const read = await other.call("GET", path);
    expect([read.status, codeOf(read)]).toEqual([404, "1439-404"]);
    const { etag } = await itemAt(client, path);
    for (const response of [
      await other.call("PATCH", path, rename, wrong),
      await other.call("PATCH", path, rename, { "if-match": String(etag) }),
      await other.call("PATCH", path, rename),
      await other.call("DELETE", path),
      await other.call("POST", `${path}/action?op=disable`),
    ]) {
      expect([response.status, codeOf(response)]).toEqual([403, "2120-403"]);
      expect(response.body).toMatchObject({
        type: "https://ns.adobe.com/aep/errors/FLOW-2120-403",
        title: "Forbidden",
        report: { "request-id": response.headers.get("x-request-id") },
      });
    }
    expect(emulator.objects("prod", "flows")).toHaveLength(1);
  });

  test("is not in lists, and the switch shows it there", async () => {
    await labelled();
    emulator.restrict("limited", { lacksLabels: ["core/C12"] });
    expect((await other.call("GET", `${flowService}/flows`)).body["items"]).toEqual([]);
    emulator.set({ hiddenFlowsInLists: "listed" });
    expect((await other.call("GET", `${flowService}/flows`)).body["items"]).toHaveLength(1);
  });

  test("hides its runs", async () => {
    const path = await labelled({ scheduleParams: { startTime: inOneHour(), frequency: "once" } });
    const flowId = path.split("/").at(-1)!;
    const params = { windowStartTime: 1, windowEndTime: 2 };
    const run = `${flowService}/runs/${await made(client, `${flowService}/runs`, { flowId, params })}`;
    expect((await other.call("GET", run)).status).toBe(200);
    emulator.restrict("limited", { lacksLabels: ["core/C12"] });
    expect((await other.call("GET", run)).status).toBe(404);
  });

  test("is visible to a role that lacks other labels only, and a wrong If-Match is 412", async () => {
    const path = await labelled();
    emulator.restrict("limited", { lacksLabels: ["core/C1"] });
    expect((await other.call("GET", path)).status).toBe(200);
    expect((await other.call("PATCH", path, rename, wrong)).status).toBe(412);
    expect((await other.call("PATCH", `${path}0`, rename, wrong)).status).toBe(404);
  });

  test("labels must be a list of texts", async () => {
    const { path } = await makeFlow(client);
    const refused = await patch(client, path, [{ op: "add", path: "/labels", value: "core/C12" }]);
    expect([refused.status, codeOf(refused)]).toEqual([400, "1312-400"]);
  });
});

test("a read-only credential reads, and each service refuses its writes", async () => {
  const path = await makeConnection(client);
  emulator.restrict("limited", { readOnly: true });
  expect((await other.call("GET", path)).status).toBe(200);
  expect((await other.call("POST", `${flowService}/connections/search`, {})).status).toBe(200);
  const refused = [
    await other.call("PATCH", path, rename, wrong),
    await other.call("PATCH", `${flowService}/flows/unknown`, rename, wrong),
    await other.call("POST", "/data/foundation/schemaregistry/tenant/schemas", {}),
    await other.call("POST", "/data/foundation/catalog/dataSets", {}),
    await other.call("POST", "/data/foundation/conversion/mappingSets", {}),
  ];
  expect(refused.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
  expect(emulator.ledger.writes()).toHaveLength(1);
  emulator.restrict("limited", {});
  expect((await patch(other, path, rename)).status).toBe(200);
});

test("a credential in no sandbox gets an empty list of sandboxes, and a 403 everywhere else", async () => {
  emulator.restrict("limited", { noSandbox: true });
  const management = "/data/foundation/sandbox-management";
  const list = await other.call("GET", `${management}/`);
  expect([list.status, list.json]).toEqual([200, { sandboxes: [] }]);
  for (const path of [`${management}/sandboxes`, `${management}/sandboxes/prod`]) {
    const { status, json } = await other.call("GET", path);
    expect(status).toBe(403);
    expect(json).toEqual({
      status: 403,
      title: "User does not have READ permission to access the sandbox.",
      type: "http://ns.adobe.com/aep/errors/SMS-2010-403",
    });
  }
  const accept = { accept: "application/vnd.adobe.xed-id+json" };
  const registry = await other.call(
    "GET",
    "/data/foundation/schemaregistry/tenant/schemas",
    undefined,
    accept,
  );
  expect([registry.status, codeOf(registry)]).toEqual([403, "XDM-2010-403"]);
  const catalog = await other.call("GET", "/data/foundation/catalog/dataSets");
  expect([catalog.status, catalog.body["title"]]).toEqual([403, "ForbiddenError"]);
  expect((await other.call("GET", `${flowService}/flows`)).status).toBe(403);
  expect((await client.call("GET", `${management}/`)).body["sandboxes"]).toHaveLength(3);
});
