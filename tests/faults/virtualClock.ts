import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { ClientRequest } from "node:http";
import { setImmediate as turn } from "node:timers/promises";
import type { Clock } from "../../provider/api/clock";

/** After this many turns of the event loop without a request in progress, all code waits only for time. */
const quietTurns = 4;

interface Sleeper {
  readonly at: number;
  readonly wake: () => void;
}

/**
 * A clock whose sleeps take no time. It jumps to the time of the next sleeper as soon as no request is in progress, except
 * requests that the emulator holds for some time. Give `forEmulator` to the emulator, so that it uses the same clock.
 */
export class VirtualClock implements Clock {
  private sleepers: Sleeper[] = [];
  private readonly underWay = new Set<ClientRequest>();
  /** Those that the emulator holds until some time has passed, or for ever. */
  private readonly waiting = new Set<ClientRequest>();
  private passing = false;
  private state: number;
  private readonly watch = (message: unknown): void => {
    const { request } = message as { request: ClientRequest };
    this.underWay.add(request);
    request.once("close", () => {
      this.underWay.delete(request);
      this.waiting.delete(request);
    });
  };

  constructor(
    seed = 1,
    private time = Date.UTC(2026, 0, 5, 8),
  ) {
    this.state = seed >>> 0;
    subscribe("http.client.request.start", this.watch);
  }

  readonly now = (): number => this.time;

  /** Mulberry32: the same numbers for the same seed. */
  readonly random = (): number => {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };

  readonly sleep = (ms: number): Promise<void> => new Promise((wake) => void this.timer(ms, wake));

  readonly timer = (ms: number, expired: () => void): (() => void) => {
    if (ms === Infinity) return () => undefined;
    const sleeper = { at: this.time + Math.max(0, ms), wake: expired };
    this.sleepers.push(sleeper);
    if (!this.passing) void this.pass();
    return () => {
      this.sleepers = this.sleepers.filter((other) => other !== sleeper);
    };
  };

  /** What the emulator needs to live in this time. */
  readonly forEmulator = {
    now: this.now,
    sleep: async (ms: number, port: number): Promise<void> => {
      const request = [...this.underWay].find(({ socket }) => socket?.localPort === port);
      if (request) this.waiting.add(request);
      await this.sleep(ms);
      if (request) this.waiting.delete(request);
    },
  };

  advance(ms: number): void {
    this.time += ms;
  }

  /** Restarts the random numbers, as for another run of a seeded test. Current sleepers never wake. */
  restart(seed: number): void {
    this.state = seed >>> 0;
    this.sleepers = [];
  }

  /** Stops observing the requests of this process. */
  close(): void {
    unsubscribe("http.client.request.start", this.watch);
    this.sleepers = [];
  }

  private async pass(): Promise<void> {
    this.passing = true;
    for (let quiet = 0; this.sleepers.length > 0;) {
      await turn();
      quiet = this.underWay.size === this.waiting.size ? quiet + 1 : 0;
      if (quiet < quietTurns) continue;
      quiet = 0;
      const at = Math.min(...this.sleepers.map((sleeper) => sleeper.at));
      const next = this.sleepers.find((sleeper) => sleeper.at === at)!;
      this.sleepers = this.sleepers.filter((sleeper) => sleeper !== next);
      this.time = Math.max(this.time, next.at);
      next.wake();
    }
    this.passing = false;
  }
}
