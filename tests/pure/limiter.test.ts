import { Limiter } from "../../provider/api/limiter";
import { FakeClock } from "./fakeClock";

const start = 1_700_000_000_000;

function limited(): { clock: FakeClock; limiter: Limiter } {
  const clock = new FakeClock(start);
  return { clock, limiter: new Limiter(clock) };
}

/** The time at which each call was admitted, in milliseconds since `start`. */
function admissions(clock: FakeClock, limiter: Limiter, count: number): number[] {
  const times: number[] = [];
  for (let call = 0; call < count; call++) {
    void limiter.admit(Infinity).then(() => times.push(clock.now() - start));
  }
  return times;
}

it("admits all calls at once before the first 429", async () => {
  const { clock, limiter } = limited();
  const times = admissions(clock, limiter, 500);
  await clock.advance(0);
  expect(times).toEqual(Array<number>(500).fill(0));
  for (let call = 0; call < 500; call++) limiter.succeeded();
  const more = admissions(clock, limiter, 500);
  await clock.advance(0);
  expect(more).toHaveLength(500);
});

it("admits no call before the end of Retry-After, and then one after another", async () => {
  const { clock, limiter } = limited();
  limiter.throttled(5_000);
  const times = admissions(clock, limiter, 4);
  await clock.advance(4_999);
  expect(times).toEqual([]);
  await clock.advance(10_000);
  expect(times).toHaveLength(4);
  expect(times[0]).toBe(5_000);
  // Only one fact about the rate is known yet: 10 calls a second are too many.
  for (const [index, time] of times.slice(1).entries())
    expect(time - times[index]!).toBeCloseTo(1000 / 8.5, 2);
});

it("a caller that already waits also waits for a longer pause", async () => {
  const { clock, limiter } = limited();
  limiter.throttled(1_000);
  const times = admissions(clock, limiter, 1);
  await clock.advance(500);
  limiter.throttled(10_000);
  await clock.advance(9_999);
  expect(times).toEqual([]);
  await clock.advance(2_000);
  expect(times).toHaveLength(1);
  expect(times[0]).toBeGreaterThanOrEqual(10_500);
});

it("a shorter pause does not end a longer one", async () => {
  const { clock, limiter } = limited();
  limiter.throttled(8_000);
  limiter.throttled(100);
  const times = admissions(clock, limiter, 1);
  await clock.advance(20_000);
  expect(times).toEqual([8_000]);
});

it("returns the wait at once if it ends after the deadline", async () => {
  const { clock, limiter } = limited();
  limiter.throttled(60_000);
  expect(await limiter.admit(start + 30_000)).toBe(60_000);
  expect(await limiter.admit(start + 60_000)).toBe(60_000);
  expect(clock.now()).toBe(start);
  // A caller that gave up has used no slot.
  const times = admissions(clock, limiter, 1);
  await clock.advance(60_000);
  expect(times).toEqual([60_000]);
});

it("a deadline that has passed is reported also without a limit", async () => {
  const { clock, limiter } = limited();
  expect(await limiter.admit(clock.now())).toBeGreaterThan(0);
  expect(await limiter.admit(clock.now() + 1)).toBe(0);
});

it("counts the 429 responses of calls that were under way at the same time once", async () => {
  const refusedTogether = limited();
  for (let call = 0; call < 20; call++) refusedTogether.limiter.throttled(undefined);
  const refusedOnce = limited();
  refusedOnce.limiter.throttled(undefined);
  const both = [refusedTogether, refusedOnce].map(({ clock, limiter }) => admissions(clock, limiter, 5));
  await refusedTogether.clock.advance(10_000);
  await refusedOnce.clock.advance(10_000);
  expect(both[0]).toEqual(both[1]);
});

it("starts at the rate of the successful calls", async () => {
  const { clock, limiter } = limited();
  for (let call = 0; call < 40; call++) limiter.succeeded();
  limiter.throttled(undefined);
  const times = admissions(clock, limiter, 3);
  await clock.advance(1_000);
  expect(times[1]! - times[0]!).toBeCloseTo(1000 / (40 * 0.85), 2);
});

it("never falls below one call in two seconds", async () => {
  const { clock, limiter } = limited();
  for (let refusal = 0; refusal < 100; refusal++) {
    limiter.throttled(undefined);
    await clock.advance(1_000);
  }
  const times = admissions(clock, limiter, 3);
  await clock.advance(10_000);
  expect(times).toHaveLength(3);
  expect(times[2]! - times[1]!).toBe(2_000);
});

/** A server with a token bucket of one second, and callers that repeat refused calls. */
async function served(serverRate: number, retryAfterMs: number | undefined, seconds: number) {
  const { clock, limiter } = limited();
  let tokens = serverRate;
  let filledAt = clock.now();
  const log: { at: number; refused: boolean }[] = [];
  const call = () => {
    tokens = Math.min(serverRate, tokens + ((clock.now() - filledAt) / 1000) * serverRate);
    filledAt = clock.now();
    const refused = tokens < 1;
    if (!refused) tokens -= 1;
    log.push({ at: clock.now() - start, refused });
    return !refused;
  };
  let running = true;
  const worker = async () => {
    while (running) {
      await limiter.admit(Infinity);
      await clock.sleep(50);
      if (call()) limiter.succeeded();
      else limiter.throttled(retryAfterMs);
    }
  };
  for (let count = 0; count < 16; count++) void worker();
  for (let second = 0; second < seconds; second++) await clock.advance(1_000);
  running = false;
  return log;
}

it.each([
  [5, undefined],
  [20, undefined],
  [20, 1_000],
  [50, 2_000],
])("approaches the server's rate of %d calls a second (Retry-After %p)", async (rate, retryAfter) => {
  const log = await served(rate, retryAfter, 90);
  const late = log.filter(({ at }) => at >= 30_000);
  const [passed, refused] = [false, true].map((what) => late.filter((one) => one.refused === what).length);
  const perSecond = passed! / 60;
  expect(perSecond).toBeLessThanOrEqual(rate * 1.02);
  expect({ rate, perSecond, fair: perSecond > rate * 0.6 }).toMatchObject({ fair: true });
  expect({ refused, of: passed, few: refused! < passed! * 0.15 }).toMatchObject({ few: true });
});
