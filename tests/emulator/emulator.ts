/** The interface of the emulator that tests use. */

import type { AddedSpecs } from "./addedSpecs";
import type { Faults } from "./faults";
import type { IdType } from "./identityService/namespaces";
import type { Ledger } from "./ledger";
import type { CredentialLimits } from "./permissions";
import type { RequestRecord } from "./requestRecord";
import type { World } from "./service";
import type { Switches } from "./switches";
import type { RunOptions } from "./systemActions";

export interface StartOptions {
  /** Port to listen on. Default: any free port. */
  port?: number;
  /** HAR 1.2 file to which all traffic is written when the emulator closes. */
  har?: string;
  /** Folder in which the world is kept between runs. Default: in memory only. */
  data?: string;
  /** Milliseconds to wait before each response. Default 0. */
  latencyMs?: number;
  /** Switches that differ from their defaults. */
  switches?: Partial<Switches>;
  /** Connectors besides those of the emulator. See {@link Emulator.addConnectors}. */
  connectors?: AddedSpecs;
  /** The clock, in epoch milliseconds. Default: `Date.now`. */
  now?: () => number;
  /**
   * How a request waits because of its latency or a fault. `ms` is Infinity for a request that hangs, `port` is the port of its
   * client. Default: in real time.
   */
  sleep?: (ms: number, port: number) => Promise<void>;
  /** Start of the random numbers: with a seed, ids and etags are the same in every run. */
  seed?: number;
}

export interface Emulator {
  /** Base URL without a trailing slash, for Adobe's paths and for `POST /ims/token/v3`. */
  url: string;
  /** The emulated organisation: its sandboxes, ids and stored objects. */
  world: World;
  /** Every accepted write. */
  ledger: Ledger;
  /** Rules that make requests fail. */
  faults: Faults;
  /** All requests in order of arrival. */
  requests: readonly RequestRecord[];
  /** Clears world, ledger, faults and requests, and restores the switches given to `start`. Tokens stay valid. */
  reset(): void;
  /** Changes some switches. */
  set(switches: Partial<Switches>): void;
  /** The next object of this collection is created, but its operation ends as failed, with this reason. */
  failNext(collection: string, reason: string): void;
  /** Limits what a credential may do. The limits of an earlier call no longer apply; `{}` lifts all limits. */
  restrict(clientId: string, limits: CredentialLimits): void;
  /** Issues a token without a call to IMS, for a client that takes a ready token. */
  issueToken(clientId: string): string;
  /** Makes every token issued so far invalid. */
  revokeTokens(): void;
  /** Does what AEP does some time after the creation of a dataset: adds tags, sets the state, and raises the version. */
  finishDataset(sandbox: string, id: string): void;
  /** Adds a custom identity namespace to a sandbox, as a user of AEP would. Descriptors can then refer to it by its code. */
  addNamespace(sandbox: string, code: string, idType?: IdType): void;
  /** Edits an object as another user of AEP would: it gets a new version, and its ledger entry has `outside: true`. */
  edit(
    sandbox: string,
    collection: string,
    id: string,
    change: (object: Record<string, unknown>) => void,
  ): void;
  /** Deletes an object as another user of AEP would. */
  remove(sandbox: string, collection: string, id: string): void;
  /** Adds a batch to a dataset, by default a successful one, and returns its id. `fields` replace those of the batch. */
  addBatch(sandbox: string, dataSetId: string, fields?: Record<string, unknown>): string;
  /** Adds a run to a flow, by default a successful one, and returns its id. */
  addRun(sandbox: string, flowId: string, options?: RunOptions): string;
  /** Disables a flow as AEP does after 30 days of failed runs. */
  disableFailing(sandbox: string, flowId: string): void;
  /** Adds connectors, in the form in which AEP lists connection specs and flow specs. `reset` keeps them. */
  addConnectors(specs: AddedSpecs): void;
  /** The objects of a collection as they are stored. Secrets are in plain text. */
  objects(sandbox: string, collection: string): Record<string, unknown>[];
  /** Stops the server and writes the HAR file, if `har` was given. */
  close(): Promise<void>;
}
