/**
 * The emulated Adobe Experience Platform: a real HTTP server on 127.0.0.1 with Adobe's paths, rules and errors.
 * Exported as `pulumi-aep/testing`.
 */

import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { completeSpecs } from "./addedSpecs";
import { controlled } from "./controlEndpoint";
import { createControls } from "./controls";
import { recordRequest, type RequestRecord } from "./requestRecord";
import { services } from "./services";
import { Faults } from "./faults";
import { Archive } from "./har";
import { Tokens } from "./ims";
import { Ledger } from "./ledger";
import { RateLimit } from "./rateLimit";
import { Redactor } from "./redact";
import { makeServer } from "./server";
import { sleep } from "./sleep";
import type { Emulator, StartOptions } from "./emulator";
import type { EmulatorParts } from "./exchange";
import { defaultSwitches, type Switches } from "./switches";
import { Organisation } from "./world";
import { loadWorld, saveWorld } from "./worldFile";

export type { AddedSpecs, SpecInput } from "./addedSpecs";
export type { Act, FaultHandle, FaultRule, Faults } from "./faults";
export type { Ledger, LedgerEntry } from "./ledger";
export {
  connect,
  type EmulatorResponse as Answer,
  type Client,
  type ClientOptions,
  type ClientResponse,
} from "./client";
export type { Emulator, StartOptions } from "./emulator";
export type { CredentialLimits } from "./permissions";
export type { RequestRecord } from "./requestRecord";
export type { Sandbox, World } from "./service";
export { awkward, olderShapes, switchReasons, type Switches } from "./switches";
export type { RunOptions } from "./systemActions";
export { defaultOrgId, defaultTenantId } from "./world";

export async function start(options: StartOptions = {}): Promise<Emulator> {
  const initial: Switches = { ...defaultSwitches(), ...options.switches };
  const world = new Organisation({ ...initial }, options.now ?? Date.now, options.seed);
  const { data, connectors } = options;
  if (connectors !== undefined) world.added = completeSpecs(connectors);
  if (data !== undefined) loadWorld(data, world);
  const archive = options.har === undefined ? undefined : new Archive(new Redactor());
  const parts: EmulatorParts = {
    world,
    services,
    tokens: new Tokens(world),
    ledger: new Ledger(),
    faults: new Faults(),
    rateLimit: new RateLimit(world),
    latencyMs: options.latencyMs ?? 0,
    sleep: options.sleep ?? sleep,
    save: data === undefined ? () => undefined : () => saveWorld(data, world),
  };
  const requests: RequestRecord[] = [];
  const controls = createControls(parts, world, requests);
  const server = makeServer(parts, {
    requestReceived: (incoming) => recordRequest(incoming, requests, archive),
    control: (contentType, text) => controlled(controls, contentType, text),
  });
  const url = await listen(server, options.port ?? 0);
  return {
    ...controls,
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

/** Returns the base URL. */
async function listen(server: Server, port: number): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
}

/** Does not wait for idle connections or for requests that hang. */
async function stop(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  await closed;
}
