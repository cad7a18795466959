/** Handles one request: faults, rate limit, gateway, service, ledger. */

import type { Act, FaultRule, Faults } from "./faults";
import { admit, gatewayError, unknownPath, type Headers } from "./gateway";
import { tokenResponse, type Tokens } from "./ims";
import { checkPermission } from "./permissions";
import type { Ledger } from "./ledger";
import type { RateLimit } from "./rateLimit";
import { findRoute, serviceOf } from "./routing";
import { ServiceError, type Call, type ServiceResponse, type Service, type World } from "./service";
import { Verbatim } from "./verbatim";

export interface IncomingRequest {
  at: number;
  method: string;
  url: URL;
  headers: Headers;
  text: string;
  /** The client's. */
  port: number;
}

export interface OutgoingResponse {
  status: number;
  headers: Record<string, string>;
  text: string;
  delivery: "whole" | "truncated" | { bytesPerSecond: number };
}

/** No response is sent: the connection is reset, or the request hangs. */
export type NoResponse = "reset" | "hang";

export interface EmulatorParts {
  world: World;
  services: readonly Service[];
  tokens: Tokens;
  ledger: Ledger;
  faults: Faults;
  rateLimit: RateLimit;
  latencyMs: number;
  sleep(ms: number, port: number): Promise<void>;
  /** Saves the world, if the emulator has a data folder. */
  save(): void;
}

export async function respond(
  incoming: IncomingRequest,
  parts: EmulatorParts,
): Promise<OutgoingResponse | NoResponse> {
  const rules = parts.faults.for(incoming.method, incoming.url.pathname + incoming.url.search);
  const sleep = (ms: number) => parts.sleep(ms, incoming.port);
  if (parts.latencyMs > 0) await sleep(parts.latencyMs);
  const early = await applyFaultsBefore(incoming, rules, sleep);
  if (early === "reset" || early === "hang") return early;
  const requestId = parts.world.uuid();
  const twice = rules.some((rule) => rule.act.kind === "duplicate");
  if (early === undefined && twice) processRequest(incoming, parts, requestId);
  const response = early ?? processRequest(incoming, parts, requestId);
  return applyFaultsAfter(outgoingResponse(response, requestId), rules, sleep);
}

/** Returns the response (or its absence) that a fault puts in place of the service's. Changes request headers in place. */
async function applyFaultsBefore(
  incoming: IncomingRequest,
  rules: FaultRule[],
  sleep: (ms: number) => Promise<void>,
): Promise<ServiceResponse | NoResponse | undefined> {
  for (const { act } of rules.filter((rule) => rule.when === "before")) {
    if (act.kind === "delay") await sleep(act.ms);
    if (act.kind === "wait") await act.until;
    if (act.kind === "reset" || act.kind === "hang") return act.kind;
    if (act.kind === "status") return statusResponse(act);
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

async function applyFaultsAfter(
  whole: OutgoingResponse,
  rules: FaultRule[],
  sleep: (ms: number) => Promise<void>,
): Promise<OutgoingResponse | NoResponse> {
  let result = whole;
  for (const { when, act } of rules) {
    if (act.kind === "truncate") result = { ...result, delivery: "truncated" };
    if (act.kind === "drip") result = { ...result, delivery: { bytesPerSecond: act.bytesPerSecond } };
    if (when === "before") continue;
    if (act.kind === "delay") await sleep(act.ms);
    if (act.kind === "wait") await act.until;
    if (act.kind === "reset" || act.kind === "hang") return act.kind;
    if (act.kind === "status")
      result = outgoingResponse(statusResponse(act), result.headers["x-request-id"] ?? "");
    if (act.kind === "body") {
      const headers = { ...result.headers, "content-type": act.contentType };
      result = { ...result, status: act.status ?? result.status, headers, text: act.text };
    }
    if (act.kind === "headers") changeHeaders(result.headers, act);
  }
  return result;
}

function statusResponse(act: Act & { kind: "status" }): ServiceResponse {
  return { status: act.status, body: act.body, ...(act.headers && { headers: act.headers }) };
}

function changeHeaders(headers: Headers, act: Act & { kind: "headers" }): void {
  for (const name of act.remove ?? []) Reflect.deleteProperty(headers, name.toLowerCase());
  for (const [name, value] of Object.entries(act.set ?? {})) headers[name.toLowerCase()] = value;
}

function outgoingResponse(response: ServiceResponse, requestId: string): OutgoingResponse {
  const { body } = response;
  const text = body instanceof Verbatim ? body.text : body === undefined ? "" : JSON.stringify(body);
  const type: Record<string, string> = text === "" ? {} : { "content-type": "application/json" };
  const given = Object.entries(response.headers ?? {}).map(
    ([name, value]) => [name.toLowerCase(), value] as const,
  );
  const headers = { ...type, "x-request-id": requestId, ...Object.fromEntries(given) };
  return { status: response.status, headers, text, delivery: "whole" };
}

/** The part without faults. It is synchronous, so that no request sees another one half done. */
function processRequest(incoming: IncomingRequest, parts: EmulatorParts, requestId: string): ServiceResponse {
  const path = incoming.url.pathname.replace(/\/+$/, "");
  if (/^\/ims\/token\/v\d+$/.test(path)) {
    if (incoming.method !== "POST") return gatewayError(405, "405000", "Method not allowed");
    return tokenResponse(incoming.url.searchParams, incoming.text, parts.tokens, parts.world);
  }
  const limited = parts.rateLimit.refuse();
  if (limited !== undefined) return limited;
  const service = serviceOf(parts.services, path);
  if (service === undefined) return unknownPath(parts.world);
  const admitted = admit(incoming.headers, service, parts.world, parts.tokens, requestId);
  if ("status" in admitted) return admitted;
  try {
    return callService(incoming, service, { path: path.slice(service.basePath.length), ...admitted }, parts);
  } catch (error) {
    const { status, code, message, details } =
      error instanceof ServiceError ? error : new ServiceError(500, "1400-500", messageOfFailure(error));
    return service.error(status, code, message, requestId, parts.world.switches, details);
  }
}

function callService(
  incoming: IncomingRequest,
  service: Service,
  known: Pick<Call, "path" | "sandbox" | "clientId">,
  parts: EmulatorParts,
): ServiceResponse {
  const match = findRoute(service, incoming.method, known.path);
  if (match === undefined)
    throw new ServiceError(404, "1003-404", `There is no resource at ${known.path || "/"}.`);
  if (match === "method")
    throw new ServiceError(405, "1000-405", `${incoming.method} is not allowed on ${known.path || "/"}.`);
  checkPermission(incoming.method, known, match.route, service, parts.world);
  const { method, headers, url } = incoming;
  const call: Call = {
    ...known,
    method,
    headers,
    params: match.params,
    query: url.searchParams,
    body: parseBody(incoming),
  };
  const response = match.route.handle(call, parts.world);
  if (response.wrote !== undefined) recordWrite(response, incoming, call, parts);
  if (response.wrote !== undefined || response.advanced) parts.save();
  return response;
}

function parseBody(incoming: IncomingRequest): unknown {
  if (incoming.text.trim() === "") return undefined;
  const type = incoming.headers["content-type"] ?? "";
  if (!/json/i.test(type)) {
    throw new ServiceError(415, "1004-415", `The provided payload format '${type}' is unsupported.`);
  }
  try {
    return JSON.parse(incoming.text) as unknown;
  } catch {
    throw new ServiceError(400, "1000-400", "The request body is not valid JSON.");
  }
}

function recordWrite(
  response: ServiceResponse,
  incoming: IncomingRequest,
  call: Call,
  parts: EmulatorParts,
): void {
  if (response.wrote === undefined) return;
  const { method, url, at } = incoming;
  parts.ledger.add({
    at,
    method,
    path: url.pathname + url.search,
    ...response.wrote,
    sandbox: call.sandbox.name,
    status: response.status,
    body: structuredClone(call.body),
    clientId: call.clientId,
  });
}

function messageOfFailure(error: unknown): string {
  return `The emulator failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}
