/** Connection specs and flow specs: those of Adobe, and those that users add. */

import { connect, olderShapes, start, type Client, type Emulator } from "../emulator";
import { defaultSwitches } from "../emulator/switches";
import { codeOf, dataLakeSpec, flow, flowService, itemAt, made, makeChain } from "./tutorialChain";

let emulator: Emulator;
let client: Client;

beforeEach(async () => {
  emulator = await start();
  client = connect(emulator);
});

afterEach(() => emulator.close());

async function sourcesOf(flowSpec: string): Promise<unknown> {
  return (await itemAt(client, `${flowService}/flowSpecs/${flowSpec}`))["sourceConnectionSpecIds"];
}

test("the HTTP API is in both streaming flow specs, or in one with the older lists", async () => {
  const [transformed, optional] = [
    "c1a19761-d2c7-4702-b9fa-fe91f0613e81",
    "d69717ba-71b4-4313-b654-49f9cf126d7a",
  ];
  const httpApi = "bc7b00d6-623a-4dfc-9fdb-f1240aeadaeb";
  expect(await itemAt(client, `${flowService}/flowSpecs/${optional}`)).toMatchObject({
    name: "Stream data with optional transformation",
  });
  expect(await sourcesOf(transformed)).toHaveLength(3);
  expect(await sourcesOf(optional)).toHaveLength(4);
  for (const id of [transformed, optional]) expect(await sourcesOf(id)).toContain(httpApi);
  emulator.set({ streamingFlowSpecs: "separate" });
  expect(await sourcesOf(transformed)).toContain(httpApi);
  expect(await sourcesOf(optional)).not.toContain(httpApi);
});

test("flows of files can have the transformation Encryption beside Mapping", async () => {
  const spec = await itemAt(client, `${flowService}/flowSpecs/9753525b-82c7-4dce-8a9b-5ccfce2b9876`);
  const names = (spec["transformationSpecs"] as { name: string }[]).map(({ name }) => name);
  expect(names).toEqual(["Mapping", "Encryption"]);
  const parts = await makeChain(client);
  const mapping = { name: "Mapping", params: { mappingId: parts.mapping } };
  const encryption = { name: "Encryption", params: { publicKeyId: "e31ae895-7896-469a-8e06-eb9207ddf1c2" } };
  await made(client, `${flowService}/flows`, flow(parts, { transformations: [mapping, encryption] }));
});

describe("added connectors", () => {
  const id = "0f1d4a7e-2f5c-4c1b-9d56-3f2b8c7a6e10";
  const apiKey = { type: "string", format: "password" };
  const connectors = {
    connectionSpecs: [
      {
        id,
        name: "in-house-crm",
        authSpec: [{ name: "Key", spec: { properties: { apiKey }, required: ["apiKey"] } }],
        sourceSpec: { type: "Tabular", spec: { required: ["tableName"] } },
      },
    ],
    flowSpecs: [
      {
        id: "0f1d4a7e-0000-4c1b-9d56-3f2b8c7a6e10",
        name: "InHouseToAEP",
        sourceConnectionSpecIds: [id],
        targetConnectionSpecIds: [dataLakeSpec.id],
      },
    ],
  };
  const connectionSpec = { id, version: "1.0" };

  test("are listed, checked and masked like those of Adobe", async () => {
    emulator.addConnectors(connectors);
    emulator.reset();
    const auth = { specName: "Key", params: { apiKey: "planted" } };
    const base = await made(client, `${flowService}/connections`, { name: "CRM", auth, connectionSpec });
    expect((await itemAt(client, `${flowService}/connections/${base}`))["auth"]).toEqual({
      specName: "Key",
      params: { apiKey: "********" },
    });
    const without = { name: "CRM", auth: { specName: "Key", params: {} }, connectionSpec };
    expect(codeOf(await client.call("POST", `${flowService}/connections`, without))).toBe("1304-400");
    const source = { name: "Table", baseConnectionId: base, connectionSpec, data: { format: "tabular" } };
    expect(codeOf(await client.call("POST", `${flowService}/sourceConnections`, source))).toBe("1359-400");
    await made(client, `${flowService}/sourceConnections`, { ...source, params: { tableName: "t" } });
    expect(await sourcesOf("0f1d4a7e-0000-4c1b-9d56-3f2b8c7a6e10")).toEqual([id]);
  });

  test("can be given at the start", async () => {
    const started = await start({ connectors });
    const spec = await itemAt(connect(started), `${flowService}/connectionSpecs/${id}`);
    expect(spec).toMatchObject({ name: "in-house-crm", version: "1.0" });
    await started.close();
  });

  test("without an id are refused", () => {
    expect(() => emulator.addConnectors({ connectionSpecs: [{ name: "x" }] } as never)).toThrow(
      "connectionSpecs[0] must be an object with the texts id and name.",
    );
  });
});

test("the generic REST API takes an object as requestParameterOverride, and refuses a text", async () => {
  const post = (requestParameterOverride: unknown) =>
    client.call("POST", `${flowService}/connections`, {
      name: "REST",
      auth: {
        specName: "oAuth2RefreshCode",
        params: { host: "api.example.com", accessToken: "planted", requestParameterOverride },
      },
      connectionSpec: { id: "4e98f16f-87d6-4ef0-bdc6-7a2b0fe76e62", version: "1.0" },
    });
  expect((await post({ accessTokenField: "token" })).status).toBe(201);
  expect(codeOf(await post("accessTokenField=token"))).toBe("1312-400");
});

test("the preset of older shapes differs from the defaults in every switch", () => {
  const defaults: Record<string, unknown> = defaultSwitches();
  expect(olderShapes).toMatchObject({
    flowErrorShape: "code",
    notFoundCode: "1101-404",
    unknownPath: "json",
  });
  for (const [name, value] of Object.entries(olderShapes)) {
    expect([name, typeof value]).toEqual([name, typeof defaults[name]]);
    expect([name, value]).not.toEqual([name, defaults[name]]);
  }
});
