import { awkward, start, type Emulator, type Switches } from "../emulator";
import type { Organisation, Snapshot } from "../emulator/world";
import { attachedKinds } from "../promises/kinds";
import { configFor } from "../wire/fixtures/aep";
import { InProcessProvider, type InProcessProviderOptions } from "./inProcess";
import { VirtualClock } from "./virtualClock";

/** One emulated AEP with a virtual clock, for any number of runs. */
export interface CrashRig {
  readonly emulator: Emulator;
  readonly clock: VirtualClock;
  /** A provider with an empty memory, as in a new process. */
  provider(options?: Partial<InProcessProviderOptions>): InProcessProvider;
  /** A copy of the current world, to restore it any number of times. */
  saveWorld(): Snapshot;
  /** Restores a world and clears ledger, faults and requests. */
  restoreWorld(world: Snapshot): void;
  close(): Promise<void>;
}

/** Real seconds before a request without a response is aborted. */
const requestTimeoutSeconds = "0.4";

/** AEP allows all deletions, so that the tests see what a destroy leaves behind. */
const deletionsAllowed = Object.assign(
  {},
  awkward,
  ...attachedKinds.map(({ attachment }) => attachment?.destroySwitches),
) as Partial<Switches>;

export async function startCrashRig(switches: Partial<Switches> = deletionsAllowed): Promise<CrashRig> {
  const clock = new VirtualClock();
  const emulator = await start({ switches, seed: 1, ...clock.forEmulator });
  const world = emulator.world as Organisation;
  return {
    emulator,
    clock,
    provider: (options = {}) => {
      // Two processes never start at the same moment.
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
