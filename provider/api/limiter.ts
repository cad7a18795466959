import type { Clock } from "./clock";

/**
 * Keeps the process below the rate that AEP grants, which is published nowhere: no limit until the first 429, then the
 * rate at which calls got through, lowered by each further 429 and raised slowly by success (AIMD).
 */
export interface Limiter {
  /** Waits until the next call may go out and gives 0; if that is not before the deadline, gives at once the time it would take. */
  admit(deadline: number): Promise<number>;
  succeeded(): void;
  /** 429; `waitMs` is what Retry-After asked for. */
  throttled(waitMs: number | undefined): void;
}

const windowMs = 1_000;
const decrease = 0.85;
/** Calls per second gained with each second of success. */
const increasePerSecond = 0.5;
const slowest = 0.5;
/** Taken where nothing got through in the last second. */
const firstRate = 10;

export function createLimiter(clock: Clock, pause: (ms: number) => Promise<void>): Limiter {
  /** Calls per second; Infinity until AEP has refused one. */
  let rate = Infinity;
  let nextAt = 0;
  let loweredAt = -Infinity;
  let recent: number[] = [];

  const through = (now: number): number => {
    recent = recent.filter((at) => at > now - windowMs);
    return recent.length * (1000 / windowMs);
  };

  /** Nothing goes out before: what Retry-After asked for. */
  let pausedUntil = 0;

  return {
    async admit(deadline) {
      do {
        // Each caller takes a slot of its own, so that they go out in turn and not at once.
        const slot = Math.max(clock.now(), nextAt, pausedUntil);
        if (slot >= deadline) return slot - clock.now() || 1;
        nextAt = rate === Infinity ? 0 : slot + 1000 / rate;
        if (slot > clock.now()) await pause(slot - clock.now());
        // Woken early: the run was interrupted, which the caller has to say.
        if (clock.now() < slot) return 0;
      } while (clock.now() < pausedUntil);
      return 0;
    },
    succeeded() {
      const now = clock.now();
      through(now);
      recent.push(now);
      if (rate !== Infinity) rate += increasePerSecond / rate;
    },
    throttled(waitMs) {
      const now = clock.now();
      // Calls that were under way together are refused together: they count once.
      if (now - loweredAt >= windowMs) {
        const known = Math.min(rate, through(now) || firstRate);
        rate = Math.max(slowest, known * decrease);
        loweredAt = now;
      }
      pausedUntil = Math.max(pausedUntil, now + (waitMs ?? 0));
    },
  };
}
