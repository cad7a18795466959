import type { HttpResponse } from "../../../provider/api/response";
import { get } from "../../../provider/values/propertyPath";
import { factsOf, type Kind, namePrefix, pathOf } from "./kinds";
import { isSuccess, NotObserved, outcome } from "./notObserved";
import type { Ready } from "./polling";
import { lookup } from "./registryForms";
import type { Workshop } from "./workshop";

/** An object of the scene, and the responses that its making gave. */
export interface Actor {
  id: string;
  created: HttpResponse;
}

/** Such an object of Flow Service, as the first GET in a final state showed it. */
export interface FlowServiceActor extends Actor {
  ready: Ready;
}

/** An object of the Schema Registry, as the first GET that found it showed it. */
export interface RegistryActor extends Actor {
  stored: HttpResponse;
  absentMs: number;
}

/** A field of the schema of the scene. */
export type Field = "note" | "code" | "key";

/** The objects that observations share. Each is made when the first observation needs it. */
export class Scene {
  private readonly shared = new Map<string, Promise<unknown>>();
  private lagMs = 0;

  constructor(
    readonly workshop: Workshop,
    private readonly run: string,
  ) {}

  /** Unique in the sandbox. */
  name(what: string): string {
    return `${namePrefix}${this.run} ${what}`;
  }

  /** The result of the first call with this key. A failure is shared too. */
  once<T>(key: string, make: () => Promise<T>): Promise<T> {
    const known = this.shared.get(key) as Promise<T> | undefined;
    if (known) return known;
    const making = make();
    making.catch(() => undefined);
    this.shared.set(key, making);
    return making;
  }

  /** The namespace of the organisation's own fields, such as `_acme`. */
  tenant(): Promise<string> {
    return this.once("tenant", async () => {
      const response = await this.workshop.get("/schemaregistry/stats");
      const id = get(response.body, ["tenantId"]);
      if (typeof id !== "string") throw new NotObserved(`the tenant is not known: ${outcome(response)}`);
      return `_${id}`;
    });
  }

  /** Makes an object of Flow Service and waits for its final state. */
  async flowService(kind: Kind, body: Record<string, unknown>, query = ""): Promise<FlowServiceActor> {
    const { id, response } = await this.workshop.create(kind, body, query);
    return { id, created: response, ready: await this.workshop.untilReady(kind, id) };
  }

  /** Waits until the Schema Registry finds a new object. The wait for the first one is the lag of the others. */
  async registry(kind: Kind, id: string, created: HttpResponse): Promise<RegistryActor> {
    await this.workshop.client.sleep(this.lagMs);
    const { response, waitedMs } = await this.workshop.untilVisible(pathOf(kind, id), lookup);
    this.lagMs = Math.max(this.lagMs, waitedMs);
    if (isSuccess(response)) return { id, created, stored: response, absentMs: waitedMs };
    throw new NotObserved(`a new ${factsOf(kind).title} cannot be read: ${outcome(response)}`);
  }

  /** Writes find a new descriptor as late as GETs. */
  async tryDescriptor(body: unknown): Promise<{ id: string; response: HttpResponse }> {
    const created = await this.workshop.tryCreate("descriptors", body);
    await this.workshop.client.sleep(this.lagMs);
    return created;
  }

  async descriptor(body: unknown): Promise<{ id: string }> {
    const created = await this.tryDescriptor(body);
    if (isSuccess(created.response)) return created;
    throw new NotObserved(`no descriptor could be made: ${outcome(created.response)}`);
  }
}
