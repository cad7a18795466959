import { definitions } from "../../provider/resources";
import { validate } from "../../provider/lifecycle/check/validate";
import { parseConfig } from "../../provider/api/config";
import { create } from "../../provider/lifecycle/create";
import type { JsonObject } from "../../provider/values/propertyPath";
import { createSession, type Session } from "../../provider/api/session";
import { defaultOrgId, start } from "../emulator";

/** Counts the HTTP requests for 100 chains of 7 objects in one process, including the search for existing objects. */

const chains = 100;
const parallel = 16;

interface CreatedObject {
  id: string;
  outs: JsonObject;
}

async function createObject(
  session: Session,
  type: string,
  name: string,
  args: JsonObject,
): Promise<CreatedObject> {
  const definition = definitions.find((one) => one.type === type)!;
  const identity = { project: "bench", stack: "calls", name };
  const { inputs, problems } = validate(definition, {}, { ...args, sandbox: "dev", pulumi: identity });
  if (problems.length > 0) throw new Error(problems.join("; "));
  return create(definition, session, inputs);
}

async function createChain(session: Session, index: number): Promise<void> {
  const name = `chain${index}`;
  const landing = await createObject(session, "BaseConnection", name, {
    name,
    connectionSpec: "amazon-s3",
    auth: { specName: "Access Key", params: { s3AccessKey: "bench", s3SecretKey: "bench-secret" } },
  });
  const source = await createObject(session, "SourceConnection", name, {
    name,
    baseConnectionId: landing.id,
    connectionSpec: "amazon-s3",
    data: { format: "delimited" },
    params: { path: `/${name}.csv`, type: "file" },
  });
  const schema = await createObject(session, "Schema", name, {
    title: name,
    class: "https://ns.adobe.com/xdm/context/profile",
  });
  const dataset = await createObject(session, "Dataset", name, { name, schemaRef: { id: schema.id } });
  const target = await createObject(session, "TargetConnection", name, {
    name,
    data: { schema: { id: schema.id } },
    params: { dataSetId: dataset.id },
  });
  const mapping = await createObject(session, "MappingSet", name, {
    xdmSchema: schema.id,
    mappings: [{ source: "Id", destination: "_id" }],
  });
  await createObject(session, "Dataflow", name, {
    name,
    sourceConnectionIds: [source.id],
    targetConnectionIds: [target.id],
    transformations: [
      { name: "Mapping", params: { mappingId: mapping.id, mappingVersion: mapping.outs["version"] } },
    ],
    scheduleParams: { frequency: "hour", interval: 1 },
  });
}

async function main(): Promise<void> {
  const emulator = await start();
  const config = {
    "aep:endpoint": emulator.url,
    "aep:imsEndpoint": emulator.url,
    "aep:clientId": "bench",
    "aep:clientSecret": "bench-client-secret",
    "aep:orgId": defaultOrgId,
  };
  const session = createSession(parseConfig(config, {}));
  const waiting = Array.from({ length: chains }, (_, index) => index);
  const worker = async () => {
    for (let index = waiting.pop(); index !== undefined; index = waiting.pop())
      await createChain(session, index);
  };
  await Promise.all(Array.from({ length: parallel }, worker));
  const tokens = emulator.requests.filter(({ path }) => path.startsWith("/ims/")).length;
  const posts = emulator.requests.filter(
    ({ method, path }) => method === "POST" && !path.startsWith("/ims/"),
  ).length;
  const others = emulator.requests.length - tokens - 2 * posts;
  process.stdout.write(
    `HTTP requests, ${chains} chains: ${posts} objects, ${((posts + others) / posts).toFixed(3)} requests per object ` +
      `without the read after each create, ${tokens} token request${tokens === 1 ? "" : "s"}\n`,
  );
  await emulator.close();
}

void main();
