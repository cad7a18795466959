/** Records every request on arrival and, later, its status. */

import type { IncomingRequest, NoResponse, OutgoingResponse } from "./exchange";
import type { Archive } from "./har";

export interface RequestRecord {
  method: string;
  /** With query. */
  path: string;
  /** 0 as long as no response has been sent. */
  status: number;
  /** As the request named it. */
  sandbox: string | undefined;
  /** Epoch milliseconds. */
  at: number;
}

/** Returns the function that takes the outcome of the request. */
export function recordRequest(
  incoming: IncomingRequest,
  requests: RequestRecord[],
  archive: Archive | undefined,
): (outcome: OutgoingResponse | NoResponse) => void {
  const { method, url, headers, at } = incoming;
  const path = url.pathname + url.search;
  const record: RequestRecord = { method, path, status: 0, sandbox: headers["x-sandbox-name"], at };
  requests.push(record);
  // A fault may change the headers later.
  const requestHeaders = { ...headers };
  const began = performance.now();
  return (outcome) => {
    const sent = typeof outcome === "string" ? { status: 0, headers: {}, text: "" } : outcome;
    record.status = sent.status;
    archive?.add({
      at,
      ms: performance.now() - began,
      method,
      url,
      requestHeaders,
      requestText: incoming.text,
      status: sent.status,
      responseHeaders: sent.headers,
      responseText: sent.text,
    });
  };
}
