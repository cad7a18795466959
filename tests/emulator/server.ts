/** HTTP: reads requests, sends answers, and nothing else. */

import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { answer, type Incoming, type Outgoing, type Parts, type Silence } from "./exchange";
import { gatewayError } from "./gateway";
import { sleep } from "./sleep";

/** Far above any body of these APIs. */
const largestBody = 16 * 1024 * 1024;

export interface Seen {
  /** Before anything is done about the request. */
  request(incoming: Incoming): (outcome: Outgoing | Silence) => void;
}

export function makeServer(parts: Parts, seen: Seen): Server {
  return createServer((request, response) => {
    request.on("error", () => response.destroy());
    response.on("error", () => request.destroy());
    serve(request, response, parts, seen).catch(() => response.destroy());
  });
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  parts: Parts,
  seen: Seen,
): Promise<void> {
  const url = parseUrl(request);
  const text = await readBody(request);
  if (url === undefined || text === undefined) {
    const { status, body } = gatewayError(
      url === undefined ? 400 : 413,
      "400000",
      "The request cannot be read",
    );
    response.writeHead(status, { "content-type": "application/json", connection: "close" });
    response.end(JSON.stringify(body));
    return;
  }
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(", ") : value,
    ]),
  );
  const incoming: Incoming = { at: parts.world.now(), method: request.method ?? "GET", url, headers, text };
  const done = seen.request(incoming);
  response.setHeader("date", new Date(parts.world.now()).toUTCString());
  const outcome = await answer(incoming, parts);
  done(outcome);
  if (outcome === "reset") request.socket.resetAndDestroy();
  else if (outcome !== "hang") await send(outcome, response, incoming.method);
}

function parseUrl(request: IncomingMessage): URL | undefined {
  const target = request.url ?? "/";
  const base = `http://${request.headers.host ?? "127.0.0.1"}`;
  return URL.canParse(target, base) ? new URL(target, base) : undefined;
}

/** Undefined where the body is too long. */
async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length <= largestBody) chunks.push(chunk);
  }
  return length > largestBody ? undefined : Buffer.concat(chunks).toString("utf8");
}

async function send(outgoing: Outgoing, response: ServerResponse, method: string): Promise<void> {
  const bytes = Buffer.from(outgoing.text);
  const length: Record<string, string> =
    outgoing.status === 204 ? {} : { "content-length": String(bytes.length) };
  response.writeHead(outgoing.status, { ...length, ...outgoing.headers });
  if (method === "HEAD" || outgoing.delivery === "whole") {
    response.end(bytes);
  } else if (outgoing.delivery === "truncated") {
    response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.socket?.destroy());
  } else {
    await drip(bytes, outgoing.delivery.bytesPerSecond, response);
  }
}

/** At most twenty pieces a second, so that a slow answer costs no more than a fast one. */
async function drip(bytes: Buffer, bytesPerSecond: number, response: ServerResponse): Promise<void> {
  const piece = Math.max(1, Math.floor(bytesPerSecond / 20));
  for (let sent = 0; sent < bytes.length && !response.destroyed; sent += piece) {
    response.write(bytes.subarray(sent, sent + piece));
    await sleep((piece / bytesPerSecond) * 1000);
  }
  response.end();
}
