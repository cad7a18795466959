/** One request on its way through the emulator: faults, rate limit, gateway, service, ledger. */

import { sleep } from "./sleep";
import type { Act, FaultRule, Faults } from "./faults";
import { admit, gatewayError, type Headers } from "./gateway";
import { tokenReply, type Tokens } from "./ims";
import type { Ledger } from "./ledger";
import type { RateLimit } from "./rateLimit";
import { findRoute, serviceOf } from "./routing";
import { Refusal, type Call, type Reply, type Service, type World } from "./service";

export interface Incoming {
  at: number;
  method: string;
  url: URL;
  headers: Headers;
  text: string;
}

export interface Outgoing {
  status: number;
  headers: Record<string, string>;
  text: string;
  delivery: "whole" | "truncated" | { bytesPerSecond: number };
}

/** What happens instead of an answer. */
export type Silence = "reset" | "hang";

export interface Parts {
  world: World;
  services: readonly Service[];
  tokens: Tokens;
  ledger: Ledger;
  faults: Faults;
  rateLimit: RateLimit;
  latencyMs: number;
  /** Saves the world, if it is kept anywhere. */
  save(): void;
}

export async function answer(incoming: Incoming, parts: Parts): Promise<Outgoing | Silence> {
  const rules = parts.faults.for(incoming.method, incoming.url.pathname + incoming.url.search);
  if (parts.latencyMs > 0) await sleep(parts.latencyMs);
  const instead = await before(incoming, rules);
  if (instead === "reset" || instead === "hang") return instead;
  const requestId = parts.world.uuid();
  const twice = rules.some((rule) => rule.act.kind === "duplicate");
  if (instead === undefined && twice) process(incoming, parts, requestId);
  const reply = instead ?? process(incoming, parts, requestId);
  return after(outgoing(reply, requestId), rules);
}

/** A reply or silence in place of the service's; headers are changed in place. */
async function before(incoming: Incoming, rules: FaultRule[]): Promise<Reply | Silence | undefined> {
  for (const { act } of rules.filter((rule) => rule.when === "before")) {
    if (act.kind === "delay") await sleep(act.ms);
    if (act.kind === "wait") await act.until;
    if (act.kind === "reset" || act.kind === "hang") return act.kind;
    if (act.kind === "status") return statusReply(act);
    if (act.kind === "body")
      return {
        status: act.status ?? 200,
        headers: { "content-type": act.contentType },
        body: new Verbatim(act.text),
      };
    if (act.kind === "headers") changeHeaders(incoming.headers, act);
  }
  return undefined;
}

async function after(whole: Outgoing, rules: FaultRule[]): Promise<Outgoing | Silence> {
  let result = whole;
  for (const { when, act } of rules) {
    if (act.kind === "truncate") result = { ...result, delivery: "truncated" };
    if (act.kind === "drip") result = { ...result, delivery: { bytesPerSecond: act.bytesPerSecond } };
    if (when === "before") continue;
    if (act.kind === "delay") await sleep(act.ms);
    if (act.kind === "wait") await act.until;
    if (act.kind === "reset" || act.kind === "hang") return act.kind;
    if (act.kind === "status") result = outgoing(statusReply(act), result.headers["x-request-id"] ?? "");
    if (act.kind === "body") {
      const headers = { ...result.headers, "content-type": act.contentType };
      result = { ...result, status: act.status ?? result.status, headers, text: act.text };
    }
    if (act.kind === "headers") changeHeaders(result.headers, act);
  }
  return result;
}

function statusReply(act: Act & { kind: "status" }): Reply {
  return { status: act.status, body: act.body, ...(act.headers && { headers: act.headers }) };
}

function changeHeaders(headers: Headers, act: Act & { kind: "headers" }): void {
  for (const name of act.remove ?? []) Reflect.deleteProperty(headers, name.toLowerCase());
  for (const [name, value] of Object.entries(act.set ?? {})) headers[name.toLowerCase()] = value;
}

/** A body that is sent as it is, JSON or not. */
class Verbatim {
  constructor(readonly text: string) {}
}

function outgoing(reply: Reply, requestId: string): Outgoing {
  const { body } = reply;
  const text = body instanceof Verbatim ? body.text : body === undefined ? "" : JSON.stringify(body);
  const type: Record<string, string> = text === "" ? {} : { "content-type": "application/json" };
  const given = Object.entries(reply.headers ?? {}).map(
    ([name, value]) => [name.toLowerCase(), value] as const,
  );
  const headers = { ...type, "x-request-id": requestId, ...Object.fromEntries(given) };
  return { status: reply.status, headers, text, delivery: "whole" };
}

/** The part without faults; it runs in one go, so that requests never see each other half done. */
function process(incoming: Incoming, parts: Parts, requestId: string): Reply {
  const path = incoming.url.pathname.replace(/\/+$/, "");
  if (/^\/ims\/token\/v\d+$/.test(path)) {
    if (incoming.method !== "POST") return gatewayError(405, "405000", "Method not allowed");
    return tokenReply(incoming.url.searchParams, incoming.text, parts.tokens, parts.world);
  }
  const limited = parts.rateLimit.refuse();
  if (limited !== undefined) return limited;
  const service = serviceOf(parts.services, path);
  if (service === undefined) return gatewayError(404, "404003", "No service is registered at this path");
  const admitted = admit(incoming.headers, service, parts.world, parts.tokens, requestId);
  if ("status" in admitted) return admitted;
  try {
    return handle(incoming, service, { path: path.slice(service.basePath.length), ...admitted }, parts);
  } catch (error) {
    const { status, code, message } =
      error instanceof Refusal ? error : { status: 500, code: "1400-500", message: describe(error) };
    return service.error(status, code, message, requestId, parts.world.switches);
  }
}

function handle(
  incoming: Incoming,
  service: Service,
  known: Pick<Call, "path" | "sandbox" | "clientId">,
  parts: Parts,
): Reply {
  const match = findRoute(service, incoming.method, known.path);
  if (match === undefined)
    throw new Refusal(404, "1003-404", `There is no resource at ${known.path || "/"}.`);
  if (match === "method")
    throw new Refusal(405, "1000-405", `${incoming.method} is not allowed on ${known.path || "/"}.`);
  const { method, headers, url } = incoming;
  const call: Call = {
    ...known,
    method,
    headers,
    params: match.params,
    query: url.searchParams,
    body: parseBody(incoming),
  };
  const reply = match.route.handle(call, parts.world);
  if (reply.wrote !== undefined) record(reply, incoming, call, parts);
  if (reply.wrote !== undefined || reply.moved) parts.save();
  return reply;
}

function parseBody(incoming: Incoming): unknown {
  if (incoming.text.trim() === "") return undefined;
  const type = incoming.headers["content-type"] ?? "";
  if (!/json/i.test(type)) {
    throw new Refusal(415, "1004-415", `The provided payload format '${type}' is unsupported.`);
  }
  try {
    return JSON.parse(incoming.text) as unknown;
  } catch {
    throw new Refusal(400, "1000-400", "The request body is not valid JSON.");
  }
}

function record(reply: Reply, incoming: Incoming, call: Call, parts: Parts): void {
  if (reply.wrote === undefined) return;
  const { method, url, at } = incoming;
  parts.ledger.add({
    at,
    method,
    path: url.pathname + url.search,
    ...reply.wrote,
    sandbox: call.sandbox.name,
    status: reply.status,
    body: structuredClone(call.body),
    clientId: call.clientId,
  });
}

function describe(error: unknown): string {
  return `The emulator failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}
