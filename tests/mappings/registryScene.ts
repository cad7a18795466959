import { parseConfig } from "../../provider/api/config";
import { ResourceProvider } from "../../provider/lifecycle/resourceProvider";
import { definitions } from "../../provider/resources";
import { createSession } from "../../provider/api/session";
import { connect, defaultOrgId, type Emulator, start, type Switches } from "../emulator";
import { VirtualClock } from "../faults/virtualClock";

/** An emulated AEP with schemas of other programs, and the providers of one process that use it. */
export interface RegistryScene {
  emulator: Emulator;
  /** The clock of the emulator and of the providers. */
  clock: VirtualClock;
  /** Posts to sandbox `dev` and returns the body of the response. */
  posted(path: string, body: object): Promise<Record<string, unknown>>;
  /** Creates a schema that this program does not declare, and returns its `$id`. */
  schema(title: string, allOf: readonly string[]): Promise<string>;
  /** The providers of a new process. */
  process(settings?: Record<string, string>): (type: string) => ResourceProvider;
  /** The requests to AEP so far, without token requests and without those of the scene. */
  calls(): string[];
  close(): Promise<void>;
}

export const registry = "/data/foundation/schemaregistry/tenant";

export async function startScene(switches: Partial<Switches> = {}): Promise<RegistryScene> {
  const clock = new VirtualClock();
  const emulator = await start({ switches, ...clock.forEmulator });
  const client = connect(emulator, { sandbox: "dev" });
  let own = 0;
  const posted: RegistryScene["posted"] = async (path, body) => {
    const response = await client.call("POST", path, body);
    own += 1;
    if (response.status >= 300) throw new Error(`POST ${path}: ${response.status} ${response.text}`);
    return response.body;
  };
  return {
    emulator,
    clock,
    posted,
    schema: async (title, allOf) => {
      const body = { type: "object", title, description: "", allOf: allOf.map(($ref) => ({ $ref })) };
      return String((await posted(`${registry}/schemas`, body))["$id"]);
    },
    process: (settings = {}) => {
      const stack = { ...configOf(emulator), ...settings };
      const session = createSession(parseConfig(stack, {}), clock);
      return (type) => {
        const definition = definitions.find((known) => known.type === type)!;
        const provider = new ResourceProvider(definition, () => session);
        void provider.configure({ config: { get: () => undefined } });
        return provider;
      };
    },
    calls: () => {
      const all = emulator.requests.map(({ method, path }) => `${method} ${path}`);
      return all.filter((call) => !call.includes("/ims/")).slice(own);
    },
    close: async () => {
      await emulator.close();
      clock.close();
    },
  };
}

function configOf({ url }: Emulator): Record<string, string> {
  return {
    "aep:endpoint": url,
    "aep:imsEndpoint": url,
    "aep:clientId": "checking",
    "aep:clientSecret": "canary-secret",
    "aep:orgId": defaultOrgId,
    "aep:sandbox": "dev",
  };
}
