import { definitions } from "../../provider/resources";
import { validate } from "../../provider/lifecycle/check/validate";
import { parseConfig } from "../../provider/api/config";
import { create } from "../../provider/lifecycle/create";
import type { JsonObject } from "../../provider/values/propertyPath";
import { createSession, type Session } from "../../provider/api/session";
import { defaultOrgId, start } from "../emulator";

/** Counts HTTP calls for 100 chains of 7 objects in one process, including those that search for existing objects. */

const chains = 100;
const wide = 16;

interface Made {
  id: string;
  outs: JsonObject;
}

async function make(session: Session, type: string, name: string, args: JsonObject): Promise<Made> {
  const definition = definitions.find((one) => one.type === type)!;
  const identity = { project: "bench", stack: "calls", name };
  const { inputs, problems } = validate(definition, {}, { ...args, sandbox: "dev", pulumi: identity });
  if (problems.length > 0) throw new Error(problems.join("; "));
  return create(definition, session, inputs);
}

async function chain(session: Session, index: number): Promise<void> {
  const name = `chain${index}`;
  const landing = await make(session, "BaseConnection", name, {
    name,
    connectionSpec: "amazon-s3",
    auth: { specName: "Access Key", params: { s3AccessKey: "bench", s3SecretKey: "bench-secret" } },
  });
  const source = await make(session, "SourceConnection", name, {
    name,
    baseConnectionId: landing.id,
    connectionSpec: "amazon-s3",
    data: { format: "delimited" },
    params: { path: `/${name}.csv`, type: "file" },
  });
  const schema = await make(session, "Schema", name, {
    title: name,
    class: "https://ns.adobe.com/xdm/context/profile",
  });
  const dataset = await make(session, "Dataset", name, { name, schemaRef: { id: schema.id } });
  const target = await make(session, "TargetConnection", name, {
    name,
    data: { schema: { id: schema.id } },
    params: { dataSetId: dataset.id },
  });
  const mapping = await make(session, "MappingSet", name, {
    xdmSchema: schema.id,
    mappings: [{ source: "Id", destination: "_id" }],
  });
  await make(session, "Dataflow", name, {
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
    for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) await chain(session, index);
  };
  await Promise.all(Array.from({ length: wide }, worker));
  const tokens = emulator.requests.filter(({ path }) => path.startsWith("/ims/")).length;
  const posts = emulator.requests.filter(
    ({ method, path }) => method === "POST" && !path.startsWith("/ims/"),
  ).length;
  const others = emulator.requests.length - tokens - 2 * posts;
  process.stdout.write(
    `HTTP calls, ${chains} chains: ${posts} objects, ${((posts + others) / posts).toFixed(3)} calls per object ` +
      `beside the read after each create, ${tokens} token call${tokens === 1 ? "" : "s"}\n`,
  );
  await emulator.close();
}

void main();
