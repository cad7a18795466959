/** Flow Service beyond the tutorials: patches, etags and masks. */

import { awkward, connect, start, type Client, type Emulator } from "../emulator";
import { makeConnection, makeFlow, patch } from "./flowServiceCaller";
import { codeOf, flowService, itemAt } from "./tutorialChain";

let emulator: Emulator;
let client: Client;

beforeAll(async () => {
  emulator = await start();
});

afterAll(() => emulator.close());

beforeEach(() => {
  emulator.reset();
  client = connect(emulator);
});

describe("If-Match", () => {
  test("a PATCH without it is 1403-400; a stale etag or an etag without quotes is 1404-412", async () => {
    const path = await makeConnection(client);
    const etag = String((await itemAt(client, path))["etag"]);
    const operations = [{ op: "replace", path: "/name", value: "renamed" }];
    const without = await client.call("PATCH", path, operations);
    expect([without.status, codeOf(without)]).toEqual([400, "1403-400"]);
    const unquoted = await patch(client, path, operations, etag.replaceAll('"', ""));
    expect([unquoted.status, codeOf(unquoted)]).toEqual([412, "1404-412"]);
    expect((await patch(client, path, operations, etag)).status).toBe(200);
    const stale = await patch(client, path, operations, etag);
    expect([stale.status, codeOf(stale)]).toEqual([412, "1404-412"]);
    expect(emulator.ledger.writes("connections")).toHaveLength(2);
  });

  test("every write in the ledger starts from the etag of the write before it", async () => {
    const path = await makeConnection(client);
    for (const value of ["one", "two", "three"])
      await patch(client, path, [{ op: "replace", path: "/name", value }]);
    const writes = emulator.ledger.writes("connections");
    expect(writes.slice(1).map((write) => write.etagBefore)).toEqual(
      writes.slice(0, -1).map((write) => write.etagAfter),
    );
  });
});

describe("JSON Patch", () => {
  test.each([
    ["an empty list", [], "1405-400"],
    [
      "replace of what is absent",
      [{ op: "replace", path: "/auth/params/bucketName", value: "b" }],
      "1455-400",
    ],
    ["remove of what is absent", [{ op: "remove", path: "/auth/params/bucketName" }], "1455-400"],
    ["move", [{ op: "move", from: "/name", path: "/description" }], "1434-400"],
    ["an unknown path", [{ op: "add", path: "/colour", value: "red" }], "1365-400"],
    ["a field of the server", [{ op: "replace", path: "/state", value: "disabled" }], "1365-400"],
    ["the connection spec", [{ op: "replace", path: "/connectionSpec/id", value: "x" }], "1414-400"],
    ["another auth spec", [{ op: "replace", path: "/auth/specName", value: "IAMRole Based" }], "1300-400"],
    ["auth params without a mandatory one", [{ op: "replace", path: "/auth/params", value: {} }], "1304-400"],
  ])("%s is refused and changes nothing", async (_what, operations, code) => {
    const path = await makeConnection(client);
    const before = structuredClone(emulator.objects("prod", "connections"));
    const response = await patch(client, path, operations);
    expect([response.status, codeOf(response)]).toEqual([400, code]);
    expect(emulator.objects("prod", "connections")).toEqual(before);
  });

  test("replacing auth.params removes the parameters that the new value does not have", async () => {
    const path = await makeConnection(client);
    const params = { s3AccessKey: "A", s3SecretKey: "B" };
    expect((await patch(client, path, [{ op: "replace", path: "/auth/params", value: params }])).status).toBe(
      200,
    );
    expect(emulator.objects("prod", "connections")[0]).toMatchObject({ auth: { params } });
    expect(JSON.stringify(emulator.objects("prod", "connections"))).not.toContain("s3SessionToken");
  });
});

test("a PATCH can change everything that GET shows, including values that the service added", async () => {
  emulator.set(awkward);
  const { path, parts } = await makeFlow(client);
  const operations = [{ op: "add", path: "/options/errorDiagnosticsEnabled", value: true }];
  expect((await patch(client, path, operations)).status).toBe(200);
  expect((await itemAt(client, path))["options"]).toMatchObject({ errorDiagnosticsEnabled: true });
  const source = `${flowService}/sourceConnections/${parts.source}`;
  const properties = { columnDelimiter: ";" };
  expect(
    (await patch(client, source, [{ op: "replace", path: "/data/properties", value: properties }])).status,
  ).toBe(200);
  expect((await itemAt(client, source))["data"]).toMatchObject({ properties });
});

describe("secrets", () => {
  test.each([
    ["stars", "********"],
    ["fixed", "{SECRET}"],
    ["partial", "pl****et"],
    ["empty", ""],
    ["absent", undefined],
    ["plain", "planted-secret"],
  ] as const)("GET masks secrets in the form of the switch: %s", async (secretMask, shown) => {
    emulator.set({ secretMask });
    const { auth } = await itemAt(client, await makeConnection(client));
    const { params } = auth as { params: Record<string, unknown> };
    expect(params["s3SecretKey"]).toBe(shown);
    expect(params["s3AccessKey"]).toBe("AKIAEXAMPLE");
  });
});

describe("error bodies", () => {
  const id = "84224000-0000-4000-8000-000000000010";
  const message = `The requested flows resource ${id} is not found. Verify the resource ID before trying again.`;
  const texts = { errorMessage: message, errorDetails: message };

  test("an unknown flow is FLOW-1439-404 in the published form", async () => {
    const { status, body, headers } = await client.call("GET", `${flowService}/flows/${id}`);
    expect(status).toBe(404);
    expect(body).toEqual({
      type: "https://ns.adobe.com/aep/errors/FLOW-1439-404",
      title: "Resource not found",
      status: 404,
      report: {
        "detailed-message": message,
        "request-id": headers.get("x-request-id"),
        id,
        type: "flows",
      },
      ...texts,
    });
  });

  test("the older forms are switches", async () => {
    emulator.set({ flowErrorShape: "code", notFoundCode: "1101-404" });
    const coded = await client.call("GET", `${flowService}/flows/${id}`);
    expect(coded.body).toEqual({
      errorCode: "1101-404",
      ...texts,
      requestId: coded.headers.get("x-request-id"),
    });
    emulator.set({ flowErrorShape: "bare", notFoundCode: "1439-400" });
    const bare = await client.call("GET", `${flowService}/flows/${id}`);
    expect([bare.status, bare.body]).toEqual([400, texts]);
  });
});
