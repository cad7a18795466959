import { Interrupted } from "./errors";

/** Clock and random source, replaceable in tests. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** In [0, 1). */
  random(): number;
  sleep(ms: number): Promise<void>;
  /** Calls `expired` after that time, unless the function that it returns is called before. */
  timer(ms: number, expired: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  random: () => Math.random(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  timer: (ms, expired) => {
    const timeout = setTimeout(expired, ms);
    return () => clearTimeout(timeout);
  },
};

/** The clock of one run. An interrupt ends every sleep at once. */
export class RunClock implements Clock {
  private interrupted = false;
  private readonly sleepers = new Set<() => void>();

  constructor(private readonly clock: Clock) {}

  now(): number {
    return this.clock.now();
  }

  random(): number {
    return this.clock.random();
  }

  sleep(ms: number): Promise<void> {
    if (this.interrupted) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = () => {
        this.sleepers.delete(wake);
        resolve();
      };
      this.sleepers.add(wake);
      void this.clock.sleep(ms).then(wake);
    });
  }

  timer(ms: number, expired: () => void): () => void {
    return this.clock.timer(ms, expired);
  }

  interrupt(): void {
    this.interrupted = true;
    for (const wake of this.sleepers) wake();
  }

  throwIfInterrupted(): void {
    if (this.interrupted) throw new Interrupted();
  }
}
