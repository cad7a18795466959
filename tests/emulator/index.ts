/**
 * The emulated Adobe Experience Platform: a real HTTP server on 127.0.0.1 with Adobe's paths, rules and errors.
 * Exported as `pulumi-aep/testing`.
 */

import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { services } from "./services";
import { Faults } from "./faults";
import { Archive } from "./har";
import { Tokens } from "./ims";
import { Ledger } from "./ledger";
import { renewVersion, versionOf, type Fields } from "./outsideEdit";
import { RateLimit } from "./rateLimit";
import { Redactor } from "./redact";
import { makeServer } from "./server";
import type { Sandbox, World } from "./service";
import type { Incoming, Outgoing, Parts, Silence } from "./exchange";
import { defaultSwitches, type Switches } from "./switches";
import { Organisation } from "./world";
import { loadWorld, saveWorld } from "./worldFile";

export type { Act, FaultHandle, FaultRule, Faults } from "./faults";
export type { Ledger, LedgerEntry } from "./ledger";
export { connect, type Answer, type Client, type ClientOptions } from "./client";
export type { Sandbox, World } from "./service";
export { awkward, switchReasons, type Switches } from "./switches";
export { defaultOrgId, defaultTenantId } from "./world";

export interface StartOptions {
  /** Default: any free port. */
  port?: number;
  /** File that all traffic is written to, as HAR 1.2, when the emulator closes. */
  har?: string;
  /** Folder that keeps the world between runs. */
  data?: string;
  /** Added to every request. */
  latencyMs?: number;
  switches?: Partial<Switches>;
  /** Epoch milliseconds. */
  now?: () => number;
  /** Makes ids and etags the same in every run. */
  seed?: number;
}

export interface RequestRecord {
  method: string;
  /** With query. */
  path: string;
  /** 0 where no answer was sent (yet). */
  status: number;
  /** As the request named it. */
  sandbox: string | undefined;
  at: number;
}

export interface Emulator {
  /** Without trailing slash; Adobe's paths lie below it, and `POST /ims/token/v3` beside them. */
  url: string;
  world: World;
  ledger: Ledger;
  faults: Faults;
  /** Every request in order of arrival. */
  requests: readonly RequestRecord[];
  /** Empties world, ledger, faults and requests and restores the switches of the start; tokens stay valid. */
  reset(): void;
  set(switches: Partial<Switches>): void;
  /** The next object of the collection is created, but ends in a failed state for this reason. */
  failNext(collection: string, reason: string): void;
  /** A token without a call to IMS, for clients that are given one. */
  issueToken(clientId: string): string;
  /** Makes every token issued so far invalid. */
  revokeTokens(): void;
  /** An edit behind the client's back: the object gets a new version, the ledger an entry marked as outside. */
  edit(
    sandbox: string,
    collection: string,
    id: string,
    change: (object: Record<string, unknown>) => void,
  ): void;
  /** A deletion behind the client's back. */
  remove(sandbox: string, collection: string, id: string): void;
  /** Live objects as they are stored, secrets in plain. */
  objects(sandbox: string, collection: string): Record<string, unknown>[];
  /** Writes the HAR file if one was asked for. */
  close(): Promise<void>;
}

export async function start(options: StartOptions = {}): Promise<Emulator> {
  const initial: Switches = { ...defaultSwitches(), ...options.switches };
  const world = new Organisation({ ...initial }, options.now ?? Date.now, options.seed);
  const { data } = options;
  if (data !== undefined) loadWorld(data, world);
  const tokens = new Tokens(world);
  const redactor = new Redactor();
  const archive = options.har === undefined ? undefined : new Archive(redactor);
  const parts: Parts = {
    world,
    services,
    tokens,
    ledger: new Ledger(),
    faults: new Faults(),
    rateLimit: new RateLimit(world),
    latencyMs: options.latencyMs ?? 0,
    save: () => {
      if (data !== undefined) saveWorld(data, world);
    },
  };
  const requests: RequestRecord[] = [];
  const server = makeServer(parts, { request: (incoming) => observe(incoming, requests, archive) });
  const url = await listen(server, options.port ?? 0);
  return {
    ...controls(parts, world, requests),
    url,
    reset: () => {
      world.clear();
      world.switches = { ...initial };
      parts.ledger.clear();
      parts.faults.clear();
      requests.length = 0;
      parts.save();
    },
    close: async () => {
      await stop(server);
      if (archive !== undefined && options.har !== undefined) archive.write(options.har);
    },
  };
}

/** Answers the base URL. */
async function listen(server: Server, port: number): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
}

/** Does not wait for kept-alive connections or requests that hang. */
async function stop(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  await closed;
}

/** What tests do to the world beside the API. */
function controls(parts: Parts, world: Organisation, requests: RequestRecord[]) {
  const named = (sandbox: string, collection: string) =>
    world.collection<Fields>(sandboxCalled(world, sandbox), collection);
  const existing = (sandbox: string, collection: string, id: string) => {
    const object = named(sandbox, collection).get(id);
    if (object === undefined) throw new Error(`There is no ${collection} '${id}' in sandbox '${sandbox}'.`);
    return object;
  };
  const note = (
    method: string,
    sandbox: string,
    kind: string,
    id: string,
    before?: string,
    after?: string,
  ) => {
    parts.ledger.add({
      ...{ at: world.now(), method, path: "", kind, id, sandbox, status: 0, body: undefined, clientId: "" },
      ...(before !== undefined && { etagBefore: before }),
      ...(after !== undefined && { etagAfter: after }),
      outside: true,
    });
    parts.save();
  };
  return {
    world,
    ledger: parts.ledger,
    faults: parts.faults,
    requests,
    set: (switches: Partial<Switches>) => {
      world.switches = { ...world.switches, ...switches };
    },
    failNext: (collection: string, reason: string) => {
      world.failures.push({ collection, reason });
    },
    issueToken: (clientId: string) => parts.tokens.issue(clientId),
    revokeTokens: () => parts.tokens.clear(),
    edit: (sandbox: string, collection: string, id: string, change: (object: Fields) => void) => {
      const object = existing(sandbox, collection, id);
      const before = structuredClone(object);
      change(object);
      renewVersion(before, object, world);
      note("PATCH", sandbox, collection, id, versionOf(before), versionOf(object));
    },
    remove: (sandbox: string, collection: string, id: string) => {
      const before = versionOf(existing(sandbox, collection, id));
      named(sandbox, collection).delete(id);
      note("DELETE", sandbox, collection, id, before);
    },
    objects: (sandbox: string, collection: string) => [...named(sandbox, collection).values()],
  };
}

function sandboxCalled(world: World, name: string): Sandbox {
  const sandbox = world.sandboxes.find((candidate) => candidate.name === name);
  if (sandbox !== undefined) return sandbox;
  const names = world.sandboxes.map((candidate) => candidate.name).join(", ");
  throw new Error(`There is no sandbox '${name}'; there are ${names}.`);
}

/** Notes a request on arrival and its outcome when there is one. */
function observe(incoming: Incoming, requests: RequestRecord[], archive: Archive | undefined) {
  const { method, url, headers, at } = incoming;
  const record: RequestRecord = {
    method,
    path: url.pathname + url.search,
    status: 0,
    sandbox: headers["x-sandbox-name"],
    at,
  };
  requests.push(record);
  const requestHeaders = { ...headers };
  const began = performance.now();
  return (outcome: Outgoing | Silence): void => {
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
