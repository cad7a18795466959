import { awkward, start, type Emulator, type Switches } from "../emulator";
import type { Organisation, Snapshot } from "../emulator/world";
import { facets } from "../promises/kinds";
import { configFor } from "../wire/fixtures/aep";
import { InProcessProvider, type InProcessProviderOptions } from "./inProcess";
import { VirtualClock } from "./virtualClock";

/** One emulated AEP with a clock of its own, for as many runs as wanted. */
export interface CrashRig {
  readonly emulator: Emulator;
  readonly clock: VirtualClock;
  /** A provider with an empty memory, as a new process. */
  provider(options?: Partial<InProcessProviderOptions>): InProcessProvider;
  /** The world as it is, to be put back as often as wanted. */
  saveWorld(): Snapshot;
  /** Puts a world back and empties ledger, faults and requests. */
  restoreWorld(world: Snapshot): void;
  close(): Promise<void>;
}

/** Real seconds before a request that AEP never answers is given up. */
const requestTimeoutSeconds = "0.4";

/** AEP lets go of everything: what a destroy leaves is to be seen. */
const deletionsAllowed = Object.assign(
  {},
  awkward,
  ...facets.map(({ facet }) => facet?.destroyedWhere),
) as Partial<Switches>;

export async function startCrashRig(switches: Partial<Switches> = deletionsAllowed): Promise<CrashRig> {
  const clock = new VirtualClock();
  const emulator = await start({ switches, now: clock.now, seed: 1 });
  const world = emulator.world as Organisation;
  return {
    emulator,
    clock,
    provider: (options = {}) => {
      // No two processes start at the same moment.
      clock.advance(1_000);
      const config = { ...configFor(emulator), "aep:requestTimeoutSeconds": requestTimeoutSeconds };
      return new InProcessProvider({ config, clock, ...options });
    },
    saveWorld: () => structuredClone(world.snapshot()),
    restoreWorld: (snapshot) => {
      emulator.reset();
      world.restore(structuredClone(snapshot));
    },
    close: async () => {
      await emulator.close();
      clock.close();
    },
  };
}
