import type { Clock } from "./clock";

const windowMs = 1_000;
const decrease = 0.85;
/** Calls per second gained with each second of success. */
const increasePerSecond = 0.5;
const slowest = 0.5;
/** Taken where nothing got through in the last second. */
const firstRate = 10;

/**
 * Keeps the process below the rate that AEP grants, which is published nowhere: no limit until the first 429, then the
 * rate at which calls got through, lowered by each further 429 and raised slowly by success (AIMD).
 */
export class Limiter {
  /** Calls per second; Infinity until AEP has refused one. */
  private rate = Infinity;
  private nextAt = 0;
  private loweredAt = -Infinity;
  private recent: number[] = [];
  /** Nothing goes out before: what Retry-After asked for. */
  private pausedUntil = 0;

  constructor(private readonly clock: Clock) {}

  /** Waits until the next call may go out and gives 0; if that is not before the deadline, gives at once the time it would take. */
  async admit(deadline: number): Promise<number> {
    const { clock } = this;
    do {
      // Each caller takes a slot of its own, so that they go out in turn and not at once.
      const slot = Math.max(clock.now(), this.nextAt, this.pausedUntil);
      if (slot >= deadline) return slot - clock.now() || 1;
      this.nextAt = this.rate === Infinity ? 0 : slot + 1000 / this.rate;
      if (slot > clock.now()) await clock.sleep(slot - clock.now());
      // Woken early: the run was interrupted, which the caller has to say.
      if (clock.now() < slot) return 0;
    } while (clock.now() < this.pausedUntil);
    return 0;
  }

  succeeded(): void {
    this.recentRate();
    this.recent.push(this.clock.now());
    if (this.rate !== Infinity) this.rate += increasePerSecond / this.rate;
  }

  /** 429; `waitMs` is what Retry-After asked for. */
  throttled(waitMs: number | undefined): void {
    const now = this.clock.now();
    // Calls that were under way together are refused together: they count once.
    if (now - this.loweredAt >= windowMs) {
      const known = Math.min(this.rate, this.recentRate() || firstRate);
      this.rate = Math.max(slowest, known * decrease);
      this.loweredAt = now;
    }
    this.pausedUntil = Math.max(this.pausedUntil, now + (waitMs ?? 0));
  }

  /** Successful calls per second in the last second. */
  private recentRate(): number {
    const now = this.clock.now();
    this.recent = this.recent.filter((at) => at > now - windowMs);
    return this.recent.length * (1000 / windowMs);
  }
}
