import type { HttpResponse } from "../../../provider/api/response";
import { get } from "../../../provider/values/propertyPath";
import { factsOf, type Kind, kindNames, pathOf } from "./kinds";
import { isSuccess, NotObserved, outcome } from "./notObserved";
import { type Polled, pollUntilReady, pollWhile, type Ready } from "./polling";
import { removeObject } from "./removal";
import type { ProbeClient, ProbeRequest } from "./probeClient";

export const requestLimit = 150;
/** Requests that remain for a last search if an object of unknown id may exist, and for objects that are still in transition. */
const spare = { always: 2, search: 10, transition: 14 };

/** Reads of the Schema Registry are one second apart at first, so that its lag is known to the second. */
const steadyPauses = 8;

export interface MadeObject {
  kind: Kind;
  id: string;
  /** Epoch milliseconds. */
  madeAt: number;
}

/** An object that AEP did not delete. */
export interface Remaining extends MadeObject {
  reason: string;
}

/** Makes, changes and deletes the objects of one run, and knows which of them exist. */
export class Workshop {
  readonly made: MadeObject[] = [];

  /** The largest number of GETs that showed an object in a transitional state. */
  private pendingReads = 0;

  constructor(readonly client: ProbeClient) {}

  /** Refuses requests that would leave too few for the deletion of the objects. */
  async call(request: ProbeRequest): Promise<HttpResponse> {
    if (this.client.traffic.attempts + this.reserve() >= requestLimit) {
      throw new NotObserved(`the limit of ${requestLimit} requests`);
    }
    return this.client.send(request);
  }

  /** Each object needs a DELETE; the deletion of one with states is followed to its end. A busy gateway repeats some. */
  private reserve(): number {
    const reads = this.made.filter(({ kind }) => factsOf(kind).hasStates).length * (1 + this.pendingReads);
    const { attempts, calls, uncertain } = this.client.traffic;
    const search = uncertain ? spare.search : 0;
    const transition = this.pendingReads > 0 ? spare.transition : 0;
    const needed = this.made.length + reads + spare.always + search + transition;
    return Math.ceil(needed * Math.max(1, attempts / (calls + 1)));
  }

  get(path: string, more: Partial<ProbeRequest> = {}): Promise<HttpResponse> {
    return this.call({ method: "GET", path, ...more });
  }

  /** The response to a create; if it is a success, the object is deleted at the end. */
  async tryCreate(kind: Kind, body: unknown, query = ""): Promise<{ id: string; response: HttpResponse }> {
    const response = await this.call({ method: "POST", path: factsOf(kind).path + query, body });
    if (!isSuccess(response)) return { id: "", response };
    const id = factsOf(kind).id(response.body);
    if (typeof id !== "string" || id === "") {
      this.client.traffic.uncertain = true;
      throw new NotObserved(`the response to a create of a ${factsOf(kind).title} has no id`);
    }
    this.made.push({ kind, id, madeAt: this.client.now() });
    return { id, response };
  }

  async create(kind: Kind, body: unknown, query = ""): Promise<{ id: string; response: HttpResponse }> {
    const created = await this.tryCreate(kind, body, query);
    if (isSuccess(created.response)) return created;
    throw new NotObserved(`no ${factsOf(kind).title} could be made: ${outcome(created.response)}`);
  }

  /** Changes an object of Flow Service by JSON Patch, with the etag that it has now. */
  async patch(kind: Kind, id: string, operations: unknown[]): Promise<HttpResponse> {
    const { item } = await this.untilReady(kind, id);
    const body = operations;
    const path = pathOf(kind, id);
    return this.call({ method: "PATCH", path, body, ifMatch: String(get(item, ["etag"])) });
  }

  /** Reads an object of Flow Service until it is in no transitional state. */
  async untilReady(kind: Kind, id: string): Promise<Ready> {
    const ready = await pollUntilReady(this.client, (request) => this.call(request), pathOf(kind, id));
    this.pendingReads = Math.max(this.pendingReads, ready.pending.length);
    return ready;
  }

  /** Reads until an object is found: the Schema Registry finds new objects late. */
  untilVisible(path: string, accept: string): Promise<Polled> {
    const request = { method: "GET", path, accept } as const;
    return pollWhile(
      this.client,
      (again) => this.call(again),
      request,
      ({ status }) => status === 404,
      steadyPauses,
    );
  }

  /** The response to DELETE. Objects with states may exist for some time after it, and are deleted again at the end. */
  async remove(kind: Kind, id: string): Promise<HttpResponse> {
    const response = await this.call({ method: "DELETE", path: pathOf(kind, id) });
    if (isSuccess(response) && factsOf(kind).hasStates === undefined) this.forget(kind, id);
    return response;
  }

  /** Deletes everything that was made, in the order of the kinds. Returns what AEP did not delete, with the reason. */
  async removeAll(client: ProbeClient): Promise<Remaining[]> {
    const remaining: Remaining[] = [];
    for (const object of inOrder(this.made)) {
      const reason = await removeObject(client, object);
      if (reason === undefined) this.forget(object.kind, object.id);
      else remaining.push({ ...object, reason });
    }
    return remaining;
  }

  private forget(kind: Kind, id: string): void {
    const at = this.made.findIndex((object) => object.kind === kind && object.id === id);
    if (at >= 0) this.made.splice(at, 1);
  }
}

/** Objects that use others come first. */
export function inOrder(objects: readonly MadeObject[]): MadeObject[] {
  return kindNames.flatMap((kind) => objects.filter((object) => object.kind === kind));
}
