import {
  type Connector,
  compareConnectors,
  connectors,
  exampleParams,
  exampleSource,
  liveSecrets,
} from "../../provider/connectors";
import { validate } from "../../provider/lifecycle/check/validate";
import { baseConnection } from "../../provider/resources/baseConnection";
import { sourceConnection } from "../../provider/resources/sourceConnection";
import { type Client, connect, type Emulator, start } from "../emulator";

/** The emulator has its own catalogue, written from the same documents. */

const flowService = "/data/foundation/flowservice";

let emulator: Emulator;
let client: Client;

beforeAll(async () => {
  // AEP refuses parameters that a connection spec does not have; the emulator does so with this switch.
  emulator = await start({ switches: { unknownAuthParams: "refuse" } });
  client = connect(emulator);
});
afterAll(() => emulator.close());

type JsonObject = Record<string, unknown>;

const commonArgs = { sandbox: "prod", pulumi: { project: "ingestion", stack: "dev", name: "one" } };

/** Expects that the provider and AEP accept the args; returns the id of the new object. */
async function accepted(
  definition: typeof baseConnection | typeof sourceConnection,
  args: JsonObject,
): Promise<string> {
  const { inputs, problems } = validate(definition, {}, { ...commonArgs, name: "one", ...args });
  expect(problems).toEqual([]);
  const { sandbox: _, pulumi: __, ...body } = inputs;
  const response = await client.call("POST", definition.collection, body);
  expect({ status: response.status, text: response.text }).toEqual({ status: 201, text: expect.any(String) });
  return String(response.body["id"]);
}

const specs = connectors.flatMap((connector) =>
  Object.keys(connector.auth).map((specName) => ({ connector, specName, name: connector.name })),
);

async function login(connector: Connector, specName: string, which: "required" | "all"): Promise<string> {
  const params = exampleParams(connector.auth[specName]!, which);
  return accepted(baseConnection, { connectionSpec: connector.name, auth: { specName, params } });
}

test.each(specs)(
  "$name, $specName: base and source connection are accepted",
  async ({ connector, specName }) => {
    const baseConnectionId = await login(connector, specName, "required");
    const { data, params } = exampleSource(connector);
    await accepted(sourceConnection, { connectionSpec: connector.name, baseConnectionId, data, params });
  },
);

test.each(specs)("$name, $specName: all parameters at once are accepted", async ({ connector, specName }) => {
  const baseConnectionId = await login(connector, specName, "all");
  const { data, params } = exampleSource(connector, "all");
  await accepted(sourceConnection, { connectionSpec: connector.name, baseConnectionId, data, params });
});

test.each(connectors.filter(({ auth }) => Object.keys(auth).length === 0))(
  "$name: a source connection without a base connection is accepted",
  async (connector) => {
    await accepted(sourceConnection, { connectionSpec: connector.name, ...exampleSource(connector) });
  },
);

test.each(specs)(
  "$name, $specName: what AEP masks is what state encrypts",
  async ({ connector, specName }) => {
    const { json } = await client.call("GET", `${flowService}/connectionSpecs`);
    const { items } = json as { items: unknown[] };
    const ours = Object.entries(connector.auth[specName]!).filter(([, param]) => param.secret);
    expect(liveSecrets(items, connector.id, specName)?.sort()).toEqual(ours.map(([name]) => name).sort());
  },
);

test("the live specs do not differ from the catalogue", async () => {
  const { json } = await client.call("GET", `${flowService}/connectionSpecs`);
  const { items } = json as { items: unknown[] };
  expect(compareConnectors(items, connectors)).toEqual([]);
});

test.each(connectors)("$name has the flow spec that serves it", async ({ id, name, flowSpec }) => {
  const { json } = await client.call("GET", `${flowService}/flowSpecs`);
  const { items } = json as { items: { id: string; name: string; sourceConnectionSpecIds: string[] }[] };
  const serving = items.filter(({ sourceConnectionSpecIds }) => sourceConnectionSpecIds.includes(id));
  expect(serving.map((spec) => (spec.name === flowSpec ? spec.name : spec.id))).toContain(flowSpec);
  // Adobe lists the HTTP API in both streaming flow specs.
  expect(serving).toHaveLength(name === "http-api" ? 2 : 1);
});

test.each(connectors.filter(({ category, explore }) => explore && category !== "streaming"))(
  "$name is explored by the object types that the catalogue names",
  async (connector) => {
    const [specName] = Object.keys(connector.auth);
    const { objectTypes, bySpec } = connector.explore!;
    const place = bySpec
      ? `connectionSpecs/${connector.id}`
      : `connections/${await login(connector, specName!, "required")}`;
    for (const objectType of objectTypes) {
      const object = objectType === "root" ? "" : "&object=customers";
      const path = `${flowService}/${place}/explore?objectType=${objectType}${object}`;
      expect((await client.call("GET", path)).status).toBe(200);
    }
  },
);

test("a connector with an account is not explored by its connection spec", async () => {
  const explored = connectors.map(({ id }) =>
    client.call("GET", `${flowService}/connectionSpecs/${id}/explore?objectType=root`),
  );
  const open = (await Promise.all(explored)).map(({ status }) => status === 200);
  expect(connectors.filter((_, index) => open[index]).map(({ explore }) => explore?.bySpec)).toEqual([true]);
});
