/** The types between gateway and services: the call, the response, and the world that both use. */

import type { CompleteSpecs } from "./addedSpecs";
import type { CredentialLimits } from "./permissions";
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

/** One request that has passed the gateway. */
export interface Call {
  method: string;
  /** Path below the service's base path, as it was sent, without query and trailing slash. */
  path: string;
  /** Decoded values of the route's `:name` segments. */
  params: Record<string, string>;
  query: URLSearchParams;
  /** Header names in lower case. */
  headers: Record<string, string | undefined>;
  /** Parsed JSON body; undefined if none was sent. */
  body: unknown;
  sandbox: Sandbox;
  /** The credential's client id, from `x-api-key`. */
  clientId: string;
}

/** The object that an accepted write changed, for the ledger. */
export interface WriteInfo {
  /** Collection, such as "connections", "dataSets" or "schemas". */
  kind: string;
  id: string;
  etagBefore?: string;
  etagAfter?: string;
}

export interface ServiceResponse {
  status: number;
  headers?: Record<string, string>;
  /** Sent as JSON. Without it the response has no body. */
  body?: unknown;
  /** Present if, and only if, the call wrote an object. */
  wrote?: WriteInfo;
  /** A GET has advanced an asynchronous state: the world must be saved, but the caller wrote nothing. */
  advanced?: true;
}

export interface Route {
  method: string;
  /** Such as "/flows/:id/action". The first route that matches is used. */
  path: string;
  handle(call: Call, world: World): ServiceResponse;
  /** The route also serves a credential that belongs to no sandbox. */
  withoutSandbox?: true;
}

export interface Service {
  name: string;
  /** Such as "/data/foundation/flowservice". */
  basePath: string;
  routes: Route[];
  /** The error of a credential without the permission. Absent if Adobe has not published it. */
  permissionDenied?: { code: string; message: string };
  /** The service works without `x-sandbox-name`; its calls then use the default sandbox. */
  anySandbox?: true;
  /** A call without `x-sandbox-name` uses the default sandbox. */
  optionalSandbox?: true;
  /** The error response in this service's format, also for errors found before the service (path, JSON, sandbox). */
  error(
    status: number,
    code: string,
    message: string,
    requestId: string,
    switches: Switches,
    details: ErrorDetails,
  ): ServiceResponse;
}

/** All state of one emulated organisation. Objects in a collection must be JSON values. */
export interface World {
  orgId: string;
  /** Without the leading underscore. */
  tenantId: string;
  sandboxes: Sandbox[];
  switches: Switches;
  /** Epoch milliseconds. */
  now(): number;
  uuid(): string;
  /** Lower-case hexadecimal text of this many characters. */
  hex(length: number): string;
  /** An etag as Flow Service shows it, with its double quotes. */
  etag(): string;
  collection<T>(sandbox: Sandbox, name: string): Map<string, T>;
  /** Failures ordered by tests: the next operation on that collection fails with that reason. */
  failures: { collection: string; reason: string }[];
  /** Specifications that users have added. */
  added: CompleteSpecs;
  /** The credentials that may not do everything, by client id. */
  limits: Map<string, CredentialLimits>;
}

/** What one error adds to the `report` of its body. */
export type ErrorDetails = Record<string, unknown>;

/** Thrown by handlers; the response has the service's error format. */
export class ServiceError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly details: ErrorDetails = {},
  ) {
    super(message);
  }
}

/**
 * A switch: one decision where Adobe's documents are silent or disagree. Each service defines its own switches,
 * `{ name: { default: ..., reason: "..." } } satisfies Record<string, SwitchDefinition>`. switches.ts joins them, and
 * `world.switches.name` is the value.
 */
export interface SwitchDefinition {
  default: unknown;
  reason: string;
  /** The form of older documents or responses, if the default is newer. */
  older?: unknown;
}
