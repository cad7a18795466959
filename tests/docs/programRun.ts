import * as pulumi from "@pulumi/pulumi";
import * as ts from "typescript";
import { validate } from "../../provider/lifecycle/check/validate";
import { definitions } from "../../provider/resources";
import * as aep from "../../sdk";

/** Runs the programs of documents without an engine, and checks the inputs of their resources as the provider does. */

interface Registration {
  type: string;
  name: string;
  inputs: Record<string, unknown>;
}

const schemaId = "https://ns.adobe.com/acme/schemas/417a33eg81a221bd10495920574gfa2d";
const ids: Record<string, string> = {
  Schema: schemaId,
  FieldGroup: "https://ns.adobe.com/acme/mixins/5ad5a0d5d42c4a7f",
  SchemaClass: "https://ns.adobe.com/acme/classes/5bd5a0d5d42c4a7f",
  Dataset: "5c8c3c555033b814b69f947f",
  MappingSet: "bf5286a9c1ad4266baca76ba3adc9366",
};
const uuid = "24be7e63-ffbd-4ae4-be7e-63ffbd5ae442";

const lookUps: Record<string, Record<string, unknown>> = {
  "aep:index:getTenant": { tenantId: "acme" },
  "aep:index:getSchema": { id: schemaId, title: "CRM customers", immutableTags: [] },
  "aep:index:getDataset": { id: ids["Dataset"], name: "CRM customers" },
  "aep:index:getMappingSet": {
    id: ids["MappingSet"],
    version: 1,
    outputSchema: { schemaRef: { id: schemaId } },
    mappings: [{ source: "Id", destination: "_id" }],
  },
  "aep:index:getConnectionSpec": { id: uuid, name: "amazon-s3", version: "1.0", authSpec: [] },
  "aep:index:getConnectionSpecs": { connectionSpecs: [] },
  "aep:index:getFlowSpec": { id: uuid, name: "CloudStorageToAEP", version: "1.0" },
  "aep:index:getFlowSpecs": { flowSpecs: [] },
  "aep:index:getFlowRuns": { runs: [] },
  "aep:index:exploreConnection": { items: [], columns: [], data: [] },
};

const settings = {
  "ingestion:connectionString": "Server=db.example.com;Database=crm;Port=5432;UID=reader;Password=secret",
  "ingestion:schedule": JSON.stringify({ frequency: "hour", interval: 1 }),
  "aep:sandbox": "dev",
  "aep:orgId": "0123456789ABCDEF01234567@AdobeOrg",
  "aep:clientId": "client",
  "aep:clientSecret": "secret",
};

/** Every problem that the program or the provider finds, in a run and in a first preview. */
export async function problemsOf(text: string): Promise<string[]> {
  const asked = [...text.matchAll(/config\.(?:require|get)\w*(?:<\w+>)?\("(\w+)"\)/g)];
  pulumi.runtime.setAllConfig({
    ...Object.fromEntries(asked.map(([, key]) => [`ingestion:${key}`, "text"])),
    ...settings,
  });
  const shared = [...text.matchAll(/(?:require|get)Output\("(\w+)"\)/g)].map(([, name]) => [name, schemaId]);
  const outputs = Object.fromEntries(shared) as Record<string, unknown>;
  return [...(await problemsIn(text, outputs, false)), ...(await problemsIn(text, outputs, true))];
}

async function problemsIn(text: string, outputs: object, preview: boolean): Promise<string[]> {
  const registrations: Registration[] = [];
  await pulumi.runtime.setMocks(
    {
      newResource: ({ type, name, id, inputs }) => {
        if (type === "pulumi:pulumi:StackReference") return { id: name, state: { ...inputs, outputs } };
        const kind = type.split(":").pop() ?? "";
        if (id === undefined || id === "") registrations.push({ type: kind, name, inputs: plain(inputs) });
        return { id: id || (ids[kind] ?? uuid), state: { ...inputs, version: 1 } };
      },
      call: ({ token }) => lookUps[token] ?? {},
    },
    "ingestion",
    "dev",
    preview,
  );
  execute(text);
  await pulumi.runtime.disconnect();
  return registrations.flatMap(refused);
}

function execute(text: string): void {
  const { outputText } = ts.transpileModule(text, { compilerOptions: { module: ts.ModuleKind.CommonJS } });
  const modules: Record<string, unknown> = { "@pulumi/pulumi": pulumi, "pulumi-aep": aep };
  const body = new Function("require", "exports", "__dirname", outputText) as (
    load: (name: string) => unknown,
    exports: object,
    folder: string,
  ) => void;
  body((name) => modules[name] ?? {}, {}, __dirname);
}

function refused({ type, inputs }: Registration): string[] {
  const definition = definitions.find((known) => known.type === type);
  const { __provider, orgId, ...news } = inputs;
  return definition === undefined ? [] : validate(definition, {}, news).problems;
}

const secretKey = "4dabf18193072939515e22adb298388d";

/** Inputs as the provider gets them: without secret marks, and without values that were left out. */
function plain(value: unknown): Record<string, unknown> {
  return clean(value) as Record<string, unknown>;
}

function clean(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(clean);
  if (typeof value !== "object" || value === null) return value;
  if (secretKey in value) return clean((value as { value?: unknown }).value);
  const entries = Object.entries(value).filter(([, entry]) => entry !== undefined);
  return Object.fromEntries(entries.map(([key, entry]) => [key, clean(entry)]));
}
