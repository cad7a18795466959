import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Clock } from "../../provider/api/clock";
import { awkward, start, type Emulator, type RequestRecord, type Switches } from "../emulator";
import { Organisation, type Snapshot } from "../emulator/world";
import { configFor } from "../wire/fixtures/aep";
import type { ResourceState } from "../wire/resourceState";
import { Stack } from "../wire/stack";
import { InProcessProvider, type KillPoint } from "./inProcess";
import { VirtualClock } from "./virtualClock";

/** AEP and the state of a stack at one moment. Every cell of an operation starts here. */
export interface StartingPoint {
  readonly world: Snapshot;
  readonly state: readonly ResourceState[];
  readonly time: number;
}

/** An emulator, a virtual clock and a host that is not AEP, for any number of cells in sequence. */
export class FaultRig {
  readonly providers: InProcessProvider[] = [];
  /** The number of calls that a redirect sent to the host that is not AEP. */
  strayCalls = 0;

  private constructor(
    readonly emulator: Emulator,
    readonly clock: VirtualClock,
    private readonly elsewhere: Server,
  ) {}

  static async start(switches: Partial<Switches> = awkward): Promise<FaultRig> {
    const clock = new VirtualClock();
    const emulator = await start({ switches, seed: 1, ...clock.forEmulator });
    const elsewhere = createServer();
    const rig = new FaultRig(emulator, clock, elsewhere);
    elsewhere.on("request", (_request, response) => {
      rig.strayCalls++;
      response.end("{}");
    });
    await new Promise<void>((listening) => elsewhere.listen(0, "127.0.0.1", listening));
    return rig;
  }

  get elsewhereUrl(): string {
    return `http://127.0.0.1:${String((this.elsewhere.address() as AddressInfo).port)}`;
  }

  async close(): Promise<void> {
    this.elsewhere.closeAllConnections();
    await new Promise((closed) => this.elsewhere.close(closed));
    await this.emulator.close();
    this.clock.close();
  }

  /** A stack with a new provider. */
  stack(state: readonly ResourceState[] = [], config: Record<string, string> = {}): Stack {
    return new Stack({ provider: this.provider(config), parallel: 1, state });
  }

  provider(
    config: Record<string, string> = {},
    killAt?: KillPoint,
    clock: Clock = this.clock,
  ): InProcessProvider {
    const provider = new InProcessProvider({
      config: { ...configFor(this.emulator), ...config },
      clock,
      killAt,
    });
    this.providers.push(provider);
    return provider;
  }

  startingPoint(stack: Stack): StartingPoint {
    return structuredClone({
      world: this.organisation.snapshot(),
      state: [...stack.state],
      time: this.clock.now(),
    });
  }

  restore(start: StartingPoint): void {
    this.emulator.reset();
    this.organisation.restore(structuredClone(start.world));
    this.clock.restart(1);
    this.clock.advance(start.time - this.clock.now());
    this.providers.length = 0;
    this.strayCalls = 0;
  }

  /** The requests to the emulator during a run. */
  async requestsDuring(run: () => Promise<unknown>): Promise<RequestRecord[]> {
    const before = this.emulator.requests.length;
    await run();
    return this.emulator.requests.slice(before);
  }

  private get organisation(): Organisation {
    const { world } = this.emulator;
    if (world instanceof Organisation) return world;
    throw new Error("the world of the emulator is not an Organisation");
  }
}
