import { get } from "../../../provider/values/propertyPath";
import { isSuccess } from "./notObserved";
import type { Actor, Field, FlowServiceActor, RegistryActor, Scene } from "./scene";

/** Ids of Adobe's specifications: the same in every organisation. */
export const specs = {
  httpApi: { id: "bc7b00d6-623a-4dfc-9fdb-f1240aeadaeb", version: "1.0" },
  landingZone: { id: "26f526f2-58f4-4712-961d-e41bf1ccc0e8", version: "1.0" },
  sftp: { id: "b7bf2577-4520-42c9-bae9-cad01560f7bc", version: "1.0" },
  dataLake: { id: "c604ff05-7f1a-43c0-8e18-33bf874cb11c", version: "1.0" },
  streaming: { id: "c1a19761-d2c7-4702-b9fa-fe91f0613e81", version: "1.0" },
  files: { id: "9753525b-82c7-4dce-8a9b-5ccfce2b9876", version: "1.0" },
};

export const profileClass = "https://ns.adobe.com/xdm/context/profile";
export const contentType = "application/vnd.adobe.xed+json;version=1";

const fieldNames: Field[] = ["note", "code", "key"];
const text = (name: Field) => [name, { title: name, type: "string" }];

/** A field group with some texts. */
export function fieldGroup(scene: Scene): Promise<RegistryActor> {
  return scene.once("field group", async () => {
    const tenant = await scene.tenant();
    const { id, response } = await scene.workshop.create(
      "fieldgroups",
      fieldGroupBody(scene.name("fields"), tenant),
    );
    return scene.registry("fieldgroups", id, response);
  });
}

function fieldGroupBody(title: string, tenant: string) {
  const probe = { type: "object", properties: Object.fromEntries(fieldNames.map(text)) };
  const properties = { [tenant]: { type: "object", properties: { probe } } };
  return {
    title,
    description: title,
    type: "object",
    "meta:intendedToExtend": [profileClass],
    definitions: { customFields: { type: "object", properties } },
    allOf: [{ $ref: "#/definitions/customFields" }],
  };
}

/** The path of a field in the schema, as descriptors and mappings write it. */
export async function fieldPath(scene: Scene, separator: "/" | ".", field: Field = "note"): Promise<string> {
  return [await scene.tenant(), "probe", field].join(separator);
}

/** A schema outside of Profile. */
export function schema(scene: Scene): Promise<RegistryActor> {
  return scene.once("schema", async () => {
    const group = await fieldGroup(scene);
    const title = scene.name("schema");
    const allOf = [{ $ref: profileClass }, { $ref: group.id }];
    const body = { title, description: title, type: "object", allOf };
    const { id, response } = await scene.workshop.create("schemas", body);
    return scene.registry("schemas", id, response);
  });
}

/** A schema whose body has only the keys that Adobe's Python library sends, if AEP accepts it. */
export function shortSchema(scene: Scene): Promise<RegistryActor & { accepted: boolean }> {
  return scene.once("short schema", async () => {
    const title = scene.name("short schema");
    const body = { title, allOf: [{ $ref: profileClass }] };
    const short = await scene.workshop.tryCreate("schemas", body);
    const accepted = isSuccess(short.response);
    const whole = { ...body, type: "object", description: title };
    const { id, response } = accepted ? short : await scene.workshop.create("schemas", whole);
    return { ...(await scene.registry("schemas", id, response)), accepted };
  });
}

export function dataset(scene: Scene): Promise<Actor> {
  return scene.once("dataset", async () => {
    const schemaRef = { id: (await schema(scene)).id, contentType };
    const body = { name: scene.name("dataset"), schemaRef, tags: { pulumiAepProbe: ["first"] } };
    const { id, response } = await scene.workshop.create("dataSets", body);
    return { id, created: response };
  });
}

export function mappingTo(destination: string) {
  return { sourceType: "ATTRIBUTE", source: "note", destination };
}

export function mappingSet(
  scene: Scene,
): Promise<Actor & { body: Record<string, unknown>; version: unknown }> {
  return scene.once("mapping set", async () => {
    const body = {
      name: scene.name("mappings"),
      outputSchema: { schemaRef: { id: (await schema(scene)).id, contentType } },
      mappings: [mappingTo(await fieldPath(scene, "."))],
    };
    const { id, response } = await scene.workshop.create("mappingSets", body);
    return { id, created: response, body, version: get(response.body, ["version"]) };
  });
}

/** A connection of the HTTP API, which needs no account. It is sent with a parameter that its specification lacks. */
export function httpConnection(scene: Scene): Promise<FlowServiceActor & { acceptsUnknown: boolean }> {
  return scene.once("HTTP API connection", async () => {
    const name = scene.name("HTTP API");
    const params = { sourceId: name, dataType: "raw", name };
    const body = (more: object) => ({
      name,
      connectionSpec: specs.httpApi,
      auth: { specName: "Streaming Connection", params: { ...params, ...more } },
    });
    const first = await scene.workshop.tryCreate("connections", body({ pulumiAepProbe: "1" }));
    const acceptsUnknown = isSuccess(first.response);
    const { id, response } = acceptsUnknown ? first : await scene.workshop.create("connections", body({}));
    return {
      id,
      created: response,
      ready: await scene.workshop.untilReady("connections", id),
      acceptsUnknown,
    };
  });
}

/** A source connection of the landing zone of the sandbox. It reads a folder that does not exist. */
export function source(scene: Scene): Promise<FlowServiceActor> {
  return scene.once("source", () =>
    scene.flowService("sourceConnections", {
      name: scene.name("source"),
      connectionSpec: specs.landingZone,
      data: { format: "delimited" },
      params: {
        path: `dlz-user-container/${scene.name("folder").replace(" ", "-")}`,
        type: "folder",
        recursive: true,
      },
    }),
  );
}

export function target(scene: Scene): Promise<FlowServiceActor> {
  return scene.once("target", async () =>
    scene.flowService("targetConnections", {
      name: scene.name("target"),
      connectionSpec: specs.dataLake,
      data: { format: "parquet_xdm", schema: { id: (await schema(scene)).id, version: contentType } },
      params: { dataSetId: (await dataset(scene)).id },
    }),
  );
}

/** The body of a dataflow from the landing zone into the dataset. It would start in one year. */
export async function flowBody(scene: Scene, what: string): Promise<Record<string, unknown>> {
  const { id, version } = await mappingSet(scene);
  return {
    name: scene.name(what),
    flowSpec: specs.files,
    sourceConnectionIds: [(await source(scene)).id],
    targetConnectionIds: [(await target(scene)).id],
    transformations: [{ name: "Mapping", params: { mappingId: id, mappingVersion: Number(version) } }],
    scheduleParams: { startTime: inOneYear(scene), frequency: "week", interval: "1", backfill: true },
  };
}

/** Epoch seconds. */
function inOneYear(scene: Scene): number {
  return Math.floor(scene.workshop.client.now() / 1000) + 365 * 24 * 3600;
}

export function flow(scene: Scene): Promise<FlowServiceActor> {
  return scene.once("flow", async () => {
    const options = { errorDiagnosticsEnabled: true, partialIngestionPercent: 5 };
    return scene.flowService("flows", { ...(await flowBody(scene, "flow")), options });
  });
}

/** A dataflow from the HTTP API into the dataset. No data is sent to its endpoint. */
export async function streamingFlow(scene: Scene): Promise<FlowServiceActor> {
  const { id, version } = await mappingSet(scene);
  const source = await scene.workshop.create("sourceConnections", {
    name: scene.name("streaming source"),
    baseConnectionId: (await httpConnection(scene)).id,
    connectionSpec: specs.httpApi,
    data: { format: "json" },
  });
  return scene.flowService("flows", {
    name: scene.name("streaming flow"),
    flowSpec: specs.streaming,
    sourceConnectionIds: [source.id],
    targetConnectionIds: [(await target(scene)).id],
    transformations: [{ name: "Mapping", params: { mappingId: id, mappingVersion: Number(version) } }],
  });
}
