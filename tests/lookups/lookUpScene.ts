import * as pulumi from "@pulumi/pulumi";
import { type Client, connect, type Emulator, start, type Switches } from "../emulator";

/** An emulated AEP for the look-ups of a program. A look-up that writes, or signs in twice, fails the test. */
export interface Scene {
  emulator: Emulator;
  /** Prepares the world of sandbox `dev` through the API. */
  client: Client;
}

export function useScene(switches: Partial<Switches> = {}): { readonly current: Scene } {
  let scene: Scene | undefined;
  const current = () => {
    if (!scene) throw new Error("the emulator starts before the first test");
    return scene;
  };
  beforeEach(async () => {
    const emulator = await start({ switches });
    scene = { emulator, client: connect(emulator, { sandbox: "dev" }) };
    pulumi.runtime.setAllConfig(configFor(emulator));
  });
  afterEach(async () => {
    const { emulator } = current();
    await emulator.close();
    const own = emulator.ledger.writes().filter(({ clientId }) => clientId === lookingUp);
    expect(own).toEqual([]);
    const signIns = emulator.requests.filter(({ path }) => path.startsWith("/ims/"));
    expect(signIns.length).toBeLessThanOrEqual(1);
  });
  return {
    get current() {
      return current();
    },
  };
}

const lookingUp = "looking-up";

export function configFor(emulator: Emulator): Record<string, string> {
  return {
    "aep:endpoint": emulator.url,
    "aep:imsEndpoint": emulator.url,
    "aep:clientId": lookingUp,
    "aep:clientSecret": "canary-secret",
    "aep:orgId": "0123456789ABCDEF01234567@AdobeOrg",
    "aep:sandbox": "dev",
  };
}

/** Posts a body and returns the body of the response. */
export async function posted(scene: Scene, path: string, body: unknown): Promise<Record<string, unknown>> {
  const response = await scene.client.call("POST", path, body);
  if (response.status >= 300) throw new Error(`POST ${path}: ${response.status} ${response.text}`);
  return Array.isArray(response.json) ? { reference: response.json[0] as unknown } : response.body;
}

export async function newSchema(scene: Scene, title: string): Promise<string> {
  const body = {
    title,
    description: `${title} as the CRM has them (pulumi 0123456789ab)`,
    type: "object",
    allOf: [
      { $ref: "https://ns.adobe.com/xdm/context/profile" },
      { $ref: "https://ns.adobe.com/xdm/context/profile-person-details" },
    ],
  };
  const { $id } = await posted(scene, "/data/foundation/schemaregistry/tenant/schemas", body);
  return String($id);
}

export async function newDataset(scene: Scene, schemaId: string, name: string): Promise<string> {
  const body = {
    name,
    description: "All of them (pulumi 0123456789ab)",
    schemaRef: { id: schemaId, contentType: "application/vnd.adobe.xed+json;version=1" },
    tags: { team: ["crm"] },
  };
  const { reference } = await posted(scene, "/data/foundation/catalog/dataSets", body);
  return String(reference).split("/").at(-1)!;
}

export async function newConnection(scene: Scene, specId: string, auth: object): Promise<string> {
  const body = { name: "Landing", auth, connectionSpec: { id: specId, version: "1.0" } };
  return String((await posted(scene, "/data/foundation/flowservice/connections", body))["id"]);
}

/** Adds copies of the only object of a collection, each with its own change. */
export function multiply(
  { emulator }: Scene,
  collection: string,
  count: number,
  change: (index: number) => Record<string, unknown>,
): void {
  const sandbox = emulator.world.sandboxes.find(({ name }) => name === "dev")!;
  const stored = emulator.world.collection<Record<string, unknown>>(sandbox, collection);
  const [original] = [...stored.values()];
  for (let index = 0; index < count; index++) {
    const changed = change(index);
    const key = changed["$id"] ?? changed["id"] ?? emulator.world.hex(24);
    stored.set(String(key), { ...structuredClone(original), ...changed });
  }
}

/** The calls that look-ups made, such as `GET /data/foundation/catalog/dataSets/5c8c`. */
export function calls({ emulator }: Scene): string[] {
  return emulator.requests
    .filter(({ path }) => !path.startsWith("/ims/"))
    .map(({ method, path }) => `${method} ${path}`);
}
