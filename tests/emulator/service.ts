/** The seams inside the emulator: what the gateway hands to a service, what a service answers, and the world both see. */

import type { Switches } from "./switches";

export type { Switches };

/** A sandbox of the emulated organisation. */
export interface Sandbox {
  id: string;
  name: string;
  title: string;
  type: "production" | "development";
  region: string;
}

/** One request that the gateway has let through. */
export interface Call {
  method: string;
  /** Path below the service's base path as it was sent, without query and trailing slash. */
  path: string;
  /** Decoded values of the route's `:name` segments. */
  params: Record<string, string>;
  query: URLSearchParams;
  /** Header names in lower case. */
  headers: Record<string, string | undefined>;
  /** Parsed JSON body; undefined where none was sent. */
  body: unknown;
  sandbox: Sandbox;
  /** The credential's client id, from `x-api-key`. */
  clientId: string;
}

/** What an accepted write did, for the ledger. */
export interface Wrote {
  /** Collection, such as "connections", "dataSets" or "schemas". */
  kind: string;
  id: string;
  etagBefore?: string;
  etagAfter?: string;
}

export interface Reply {
  status: number;
  headers?: Record<string, string>;
  /** Sent as JSON; absent: no body. */
  body?: unknown;
  /** Present exactly when the call changed the world. */
  wrote?: Wrote;
  /** A read that moved an asynchronous state on: the world has to be saved, but nothing was written by the caller. */
  moved?: true;
}

export interface Route {
  method: string;
  /** Such as "/flows/:id/action". The first route that fits is taken. */
  path: string;
  handle(call: Call, world: World): Reply;
}

export interface Service {
  name: string;
  /** Such as "/data/foundation/flowservice". */
  basePath: string;
  routes: Route[];
  /** The service works without `x-sandbox-name`; its calls then see the default sandbox. */
  anySandbox?: true;
  /** This service's error body for failures that the gateway finds on its behalf (unknown path, bad JSON, unknown sandbox). */
  error(status: number, code: string, message: string, requestId: string, switches: Switches): Reply;
}

/** All state of one emulated organisation. Whatever a collection holds must survive JSON. */
export interface World {
  orgId: string;
  /** Without the leading underscore. */
  tenantId: string;
  sandboxes: Sandbox[];
  switches: Switches;
  /** Epoch milliseconds. */
  now(): number;
  uuid(): string;
  /** Lower-case hexadecimal text of that many characters. */
  hex(length: number): string;
  /** An etag as Flow Service shows it, with its double quotes. */
  etag(): string;
  collection<T>(sandbox: Sandbox, name: string): Map<string, T>;
  /** What tests ordered to fail: the next object of that collection ends in a failed state for that reason. */
  failures: { collection: string; reason: string }[];
}

/** A refusal, thrown by handlers and answered in the service's error shape. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/**
 * One named choice where Adobe's documents are silent or disagree. Each service declares its own in a constant of its
 * file, `{ name: { default: ..., reason: "..." } } satisfies Record<string, Choice>`; switches.ts joins them, and
 * `world.switches.name` is the value.
 */
export interface Choice {
  default: unknown;
  reason: string;
}
