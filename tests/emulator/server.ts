/** The HTTP server: reads requests and sends responses. */

import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import {
  respond,
  type IncomingRequest,
  type OutgoingResponse,
  type EmulatorParts,
  type NoResponse,
} from "./exchange";
import { controlPath } from "./controlEndpoint";
import { gatewayError } from "./gateway";
import type { ServiceResponse } from "./service";

/** Bytes; far above any body of these APIs. */
const largestBody = 16 * 1024 * 1024;

export interface RequestObserver {
  /** Called on arrival. The function that it returns is called with the outcome. */
  requestReceived(incoming: IncomingRequest): (outcome: OutgoingResponse | NoResponse) => void;
  /** The response to a control request, which is no request to AEP. */
  control(contentType: string | undefined, text: string): ServiceResponse;
}

export function makeServer(parts: EmulatorParts, observer: RequestObserver): Server {
  return createServer((request, response) => {
    request.on("error", () => response.destroy());
    response.on("error", () => request.destroy());
    serve(request, response, parts, observer).catch(() => response.destroy());
  });
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  parts: EmulatorParts,
  observer: RequestObserver,
): Promise<void> {
  const url = parseUrl(request);
  const text = await readBody(request);
  if (url === undefined || text === undefined) {
    sendUnreadable(response, url === undefined ? 400 : 413);
    return;
  }
  if (url.pathname === controlPath && request.method === "POST") {
    const { status, body } = observer.control(request.headers["content-type"], text);
    response.writeHead(status, { "content-type": "application/json" });
    response.end(JSON.stringify(body));
    return;
  }
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(", ") : value,
    ]),
  );
  const incoming: IncomingRequest = {
    at: parts.world.now(),
    method: request.method ?? "GET",
    url,
    headers,
    text,
    port: request.socket.remotePort ?? 0,
  };
  const sleep = (ms: number) => parts.sleep(ms, incoming.port);
  const done = observer.requestReceived(incoming);
  response.setHeader("date", new Date(parts.world.now()).toUTCString());
  const outcome = await respond(incoming, parts);
  done(outcome);
  if (outcome === "reset") request.socket.resetAndDestroy();
  else if (outcome === "hang") await sleep(Infinity);
  else await send(outcome, response, incoming.method, sleep);
}

function sendUnreadable(response: ServerResponse, code: 400 | 413): void {
  const { status, body } = gatewayError(code, "400000", "The request cannot be read");
  response.writeHead(status, { "content-type": "application/json", connection: "close" });
  response.end(JSON.stringify(body));
}

function parseUrl(request: IncomingMessage): URL | undefined {
  const target = request.url ?? "/";
  const base = `http://${request.headers.host ?? "127.0.0.1"}`;
  return URL.canParse(target, base) ? new URL(target, base) : undefined;
}

/** Undefined if the body is too long. */
async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length <= largestBody) chunks.push(chunk);
  }
  return length > largestBody ? undefined : Buffer.concat(chunks).toString("utf8");
}

async function send(
  outgoing: OutgoingResponse,
  response: ServerResponse,
  method: string,
  sleep: (ms: number) => Promise<void>,
): Promise<void> {
  const bytes = Buffer.from(outgoing.text);
  const length: Record<string, string> =
    outgoing.status === 204 ? {} : { "content-length": String(bytes.length) };
  response.writeHead(outgoing.status, { ...length, ...outgoing.headers });
  if (method === "HEAD" || outgoing.delivery === "whole") {
    response.end(bytes);
  } else if (outgoing.delivery === "truncated") {
    response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.socket?.destroy());
  } else {
    await drip(bytes, outgoing.delivery.bytesPerSecond, response, sleep);
  }
}

/** Sends at most twenty pieces a second, so that a slow response needs no more work than a fast one. */
async function drip(
  bytes: Buffer,
  bytesPerSecond: number,
  response: ServerResponse,
  sleep: (ms: number) => Promise<void>,
): Promise<void> {
  const piece = Math.max(1, Math.floor(bytesPerSecond / 20));
  for (let sent = 0; sent < bytes.length && !response.destroyed; sent += piece) {
    response.write(bytes.subarray(sent, sent + piece));
    await sleep((piece / bytesPerSecond) * 1000);
  }
  response.end();
}
