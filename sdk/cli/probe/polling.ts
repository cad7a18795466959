import type { HttpResponse } from "../../../provider/api/response";
import { get } from "../../../provider/values/propertyPath";
import { isTransitional } from "./kinds";
import type { ProbeClient, ProbeRequest } from "./probeClient";

const firstDelayMs = 1_000;
const longestDelayMs = 30_000;
const longestWaitMs = 120_000;

type Send = (request: ProbeRequest) => Promise<HttpResponse>;

export interface Polled {
  /** The last one. */
  response: HttpResponse;
  /** 0 if the first response was the last one. */
  waitedMs: number;
}

/** An object of Flow Service as the last GET showed it. */
export interface Ready {
  response: HttpResponse;
  /** Undefined if the object does not exist. */
  item: unknown;
  /** The GETs before, which showed it in a transitional state. */
  pending: HttpResponse[];
  waitedMs: number;
}

/** Reads an object of Flow Service until it is in no transitional state. */
export async function pollUntilReady(client: ProbeClient, send: Send, path: string): Promise<Ready> {
  const pending: HttpResponse[] = [];
  const { response, waitedMs } = await pollWhile(client, send, { method: "GET", path }, (last) => {
    const isPending = isTransitional(get(last.body, ["items", 0, "state"]));
    if (isPending) pending.push(last);
    return isPending;
  });
  return { response, item: get(response.body, ["items", 0]), pending, waitedMs };
}

/** Repeats a request with growing pauses, two minutes at most. The first `steady` pauses have the same length. */
export async function pollWhile(
  client: ProbeClient,
  send: Send,
  request: ProbeRequest,
  isUnfinished: (response: HttpResponse) => boolean,
  steady = 0,
): Promise<Polled> {
  const began = client.now();
  for (let pauses = 0; ; pauses++) {
    const response = await send(request);
    const waitedMs = pauses === 0 ? 0 : client.now() - began;
    if (!isUnfinished(response) || waitedMs >= longestWaitMs) return { response, waitedMs };
    await client.sleep(Math.min(firstDelayMs * 2 ** Math.max(0, pauses - steady), longestDelayMs));
  }
}
