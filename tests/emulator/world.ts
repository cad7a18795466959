/** The emulated organisation's state: sandboxes, collections, clock and random numbers. */

import { randomInt } from "node:crypto";
import { noSpecs } from "./addedSpecs";
import type { CredentialLimits } from "./permissions";
import type { Sandbox, World } from "./service";
import type { Switches } from "./switches";

/** The organisation of the emulator; `x-gw-ims-org-id` must name it. */
export const defaultOrgId = "0123456789ABCDEF01234567@AdobeOrg";

/** Without the leading underscore of the namespace. */
export const defaultTenantId = "acme";

/** A world as a JSON value. */
export interface Snapshot {
  orgId: string;
  tenantId: string;
  sandboxes: Sandbox[];
  randomState: number;
  collections: Record<string, Record<string, [string, unknown][]>>;
}

export class Organisation implements World {
  orgId = defaultOrgId;
  tenantId = defaultTenantId;
  sandboxes: Sandbox[] = [];
  failures: { collection: string; reason: string }[] = [];
  added = noSpecs;
  limits = new Map<string, CredentialLimits>();
  private collections = new Map<string, Map<string, Map<string, unknown>>>();
  private randomState = 0;

  constructor(
    public switches: Switches,
    readonly now: () => number,
    private readonly seed: number = randomInt(2 ** 32 - 1),
  ) {
    this.clear();
  }

  clear(): void {
    this.orgId = defaultOrgId;
    this.tenantId = defaultTenantId;
    this.randomState = this.seed;
    this.failures = [];
    this.limits = new Map();
    this.collections.clear();
    this.sandboxes = [
      this.sandbox("prod", "Prod", "production"),
      this.sandbox("stage", "Stage", "development"),
      this.sandbox("dev", "Dev", "development"),
    ];
  }

  uuid(): string {
    const variant = "89ab"[Math.floor(this.random() * 4)] ?? "8";
    return [this.hex(8), this.hex(4), `4${this.hex(3)}`, `${variant}${this.hex(3)}`, this.hex(12)].join("-");
  }

  hex(length: number): string {
    return Array.from({ length }, () => Math.floor(this.random() * 16).toString(16)).join("");
  }

  etag(): string {
    return `"${this.hex(8)}-0000-0200-0000-${this.hex(8)}0000"`;
  }

  collection<T>(sandbox: Sandbox, name: string): Map<string, T> {
    const inSandbox = entry(this.collections, sandbox.name, () => new Map<string, Map<string, unknown>>());
    // All callers with this name use the same type, which a map of unknown cannot express.
    return entry(inSandbox, name, () => new Map<string, unknown>()) as Map<string, T>;
  }

  snapshot(): Snapshot {
    const { orgId, tenantId, sandboxes, randomState } = this;
    const collections = Object.fromEntries(
      [...this.collections].map(([sandbox, named]) => [
        sandbox,
        Object.fromEntries([...named].map(([name, objects]) => [name, [...objects]])),
      ]),
    );
    return { orgId, tenantId, sandboxes, randomState, collections };
  }

  restore(snapshot: Snapshot): void {
    this.orgId = snapshot.orgId;
    this.tenantId = snapshot.tenantId;
    this.sandboxes = snapshot.sandboxes;
    this.randomState = snapshot.randomState;
    this.collections = new Map(
      Object.entries(snapshot.collections).map(([sandbox, named]) => [
        sandbox,
        new Map(Object.entries(named).map(([name, objects]) => [name, new Map(objects)])),
      ]),
    );
  }

  private sandbox(name: string, title: string, type: Sandbox["type"]): Sandbox {
    return { id: this.uuid(), name, title, type, region: "VA7" };
  }

  /** Mulberry32: its state is one integer, which a snapshot can hold. */
  private random(): number {
    this.randomState = (this.randomState + 0x6d2b79f5) >>> 0;
    let mixed = this.randomState;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
}

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const present = map.get(key);
  if (present !== undefined) return present;
  const made = make();
  map.set(key, made);
  return made;
}
