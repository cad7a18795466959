/** Time and chance, so that tests can bring their own. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** In [0, 1). */
  random(): number;
  sleep(ms: number): Promise<void>;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  random: () => Math.random(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};
