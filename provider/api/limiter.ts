import type { Clock } from "./clock";

const windowMs = 1_000;
const decrease = 0.85;
/** Requests per second that each second of success adds. */
const increasePerSecond = 0.5;
const slowest = 0.5;
/** Used if no request succeeded in the last second. */
const firstRate = 10;

/**
 * Keeps the process below the rate limit of AEP, which Adobe does not publish. There is no limit until the first 429. It then
 * starts at the rate of the last successful requests; each further 429 lowers it, and success raises it slowly (AIMD).
 */
export class Limiter {
  /** Requests per second; Infinity until the first 429. */
  private rate = Infinity;
  private nextAt = 0;
  private loweredAt = -Infinity;
  private recent: number[] = [];
  /** No request is sent before this time: the end of `Retry-After`. */
  private pausedUntil = 0;

  constructor(private readonly clock: Clock) {}

  /** Waits until the next request may be sent, and returns 0. Returns the length of the wait at once if it would end after the deadline. */
  async admit(deadline: number): Promise<number> {
    const { clock } = this;
    do {
      // Each caller has a slot of its own, so that the requests are sent one after another.
      const slot = Math.max(clock.now(), this.nextAt, this.pausedUntil);
      if (slot >= deadline) return slot - clock.now() || 1;
      this.nextAt = this.rate === Infinity ? 0 : slot + 1000 / this.rate;
      if (slot > clock.now()) await clock.sleep(slot - clock.now());
      // An interrupt ended the sleep: the caller throws Interrupted.
      if (clock.now() < slot) return 0;
    } while (clock.now() < this.pausedUntil);
    return 0;
  }

  succeeded(): void {
    this.recentRate();
    this.recent.push(this.clock.now());
    if (this.rate !== Infinity) this.rate += increasePerSecond / this.rate;
  }

  /** A response with 429; `waitMs` is its `Retry-After`. */
  throttled(waitMs: number | undefined): void {
    const now = this.clock.now();
    // Requests that were under way at the same time are refused together: they count once.
    if (now - this.loweredAt >= windowMs) {
      const known = Math.min(this.rate, this.recentRate() || firstRate);
      this.rate = Math.max(slowest, known * decrease);
      this.loweredAt = now;
    }
    this.pausedUntil = Math.max(this.pausedUntil, now + (waitMs ?? 0));
  }

  /** Successful requests per second, in the last second. */
  private recentRate(): number {
    const now = this.clock.now();
    this.recent = this.recent.filter((at) => at > now - windowMs);
    return this.recent.length * (1000 / windowMs);
  }
}
