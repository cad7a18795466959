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
 * A clock whose sleeps take no time: as soon as no request is in progress, it jumps to the time of the next sleeper. Give
 * `now` also to the emulator, so that its delays use the same clock.
 */
export class VirtualClock implements Clock {
  private sleepers: Sleeper[] = [];
  private underWay = 0;
  private passing = false;
  private state: number;
  private readonly watch = (message: unknown): void => {
    const { request } = message as { request: ClientRequest };
    this.underWay++;
    request.once("close", () => this.underWay--);
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

  readonly sleep = (ms: number): Promise<void> =>
    new Promise((wake) => {
      this.sleepers.push({ at: this.time + Math.max(0, ms), wake });
      if (!this.passing) void this.pass();
    });

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
      quiet = this.underWay > 0 ? 0 : quiet + 1;
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
