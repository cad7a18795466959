import { shapeOfFullView, type JsonSchema } from "../../provider/xdm";
import { connect, type Client, type Emulator } from "../emulator";
import type { Sample } from "./schemas";

const registry = "/data/foundation/schemaregistry/tenant";

/** The samples with the shapes of a registry's full views. */
export async function viewedIn(emulator: Emulator, samples: readonly Sample[]): Promise<Sample[]> {
  const client = connect(emulator, { sandbox: "dev" });
  const viewed: Sample[] = [];
  for (const sample of samples) {
    const id = await schemaIn(client, sample);
    const accept = "application/vnd.adobe.xed-full-desc+json; version=1";
    const path = `${registry}/schemas/${encodeURIComponent(id)}`;
    const view = await client.call("GET", path, undefined, { accept });
    if (view.status !== 200) throw new Error(`GET ${path}: ${view.status} ${view.text}`);
    viewed.push({ ...sample, shape: shapeOfFullView(view.body) });
  }
  return viewed;
}

async function schemaIn(client: Client, { name, parts }: Sample): Promise<string> {
  const written = [
    ...(parts.class === undefined ? [] : [parts.class]),
    ...(parts.fieldGroups ?? []),
    ...(parts.allOf ?? []).map(({ $ref }) => $ref),
  ];
  const ids: string[] = [];
  for (const id of written) {
    const own = parts.resources?.[id];
    const kind = id === parts.class ? "classes" : "fieldgroups";
    ids.push(own ? await posted(client, kind, bodyOf(`${id} of ${name}`, own)) : id);
  }
  return posted(client, "schemas", bodyOf(name, { allOf: ids.map(($ref) => ({ $ref })) }));
}

/** The registry expects the fields of classes and field groups as definitions. */
function bodyOf(title: string, { properties, ...schema }: JsonSchema): object {
  const own = { definitions: { own: { properties } }, allOf: [{ $ref: "#/definitions/own" }] };
  return { type: "object", title, description: "", ...schema, ...(properties === undefined ? {} : own) };
}

async function posted(client: Client, kind: string, body: object): Promise<string> {
  const response = await client.call("POST", `${registry}/${kind}`, body);
  if (response.status !== 201) throw new Error(`POST ${kind}: ${response.status} ${response.text}`);
  return String(response.body["$id"]);
}
