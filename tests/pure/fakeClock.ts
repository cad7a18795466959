import type { Clock } from "../../provider/api/clock";

/** A clock whose time passes only in `advance`, from one sleep to the next. */
export class FakeClock implements Clock {
  private time: number;
  private sleepers: { at: number; wake: () => void; sleeps: boolean }[] = [];

  constructor(start = 1_700_000_000_000) {
    this.time = start;
  }

  now = (): number => this.time;
  random = (): number => 0.5;
  sleep = (ms: number): Promise<void> =>
    new Promise((wake) => {
      this.sleepers.push({ at: this.time + ms, wake, sleeps: true });
    });

  timer(ms: number, expired: () => void): () => void {
    const timer = { at: this.time + ms, wake: expired, sleeps: false };
    this.sleepers.push(timer);
    return () => {
      this.sleepers = this.sleepers.filter((other) => other !== timer);
    };
  }

  /** Waits until there is a sleep. */
  async sleeping(): Promise<void> {
    while (!this.sleepers.some(({ sleeps }) => sleeps)) await idle();
  }

  async advance(ms: number): Promise<void> {
    const until = this.time + ms;
    for (;;) {
      await idle();
      const [next] = this.sleepers.filter(({ at }) => at <= until).sort((one, other) => one.at - other.at);
      if (!next) break;
      this.time = Math.max(this.time, next.at);
      this.sleepers = this.sleepers.filter((sleeper) => sleeper !== next);
      next.wake();
    }
    this.time = until;
    await idle();
  }
}

/** Waits until all promises that are ready have continued. */
function idle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
