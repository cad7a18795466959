import fc from "fast-check";
import {
  backoffMs,
  classify,
  mayRepeat,
  RetryBudget,
  retryAfterMs,
  type ResponseOutcome,
  type NoResponse,
} from "../../provider/api/retry";

it.each<[ResponseOutcome | NoResponse, string]>([
  [{ status: 429 }, "notApplied"],
  [{ status: 401 }, "notApplied"],
  [{ status: 503, retryAfter: "1" }, "notApplied"],
  [{ status: 503 }, "ambiguous"],
  [{ status: 500 }, "ambiguous"],
  [{ status: 502 }, "ambiguous"],
  [{ status: 504 }, "ambiguous"],
  [{ status: 408 }, "ambiguous"],
  [{ status: 501 }, "rejected"],
  [{ status: 400 }, "rejected"],
  [{ status: 403 }, "rejected"],
  [{ status: 404 }, "rejected"],
  [{ status: 412 }, "rejected"],
  [{ status: 302 }, "rejected"],
  [{ status: 200, malformed: true }, "ambiguous"],
  [{ status: 201, malformed: true }, "ambiguous"],
  [{ status: 503, retryAfter: "1", malformed: true }, "ambiguous"],
  [{ code: "ECONNREFUSED", connected: false }, "notApplied"],
  [{ code: "ENOTFOUND", connected: false }, "notApplied"],
  [{ code: "ETIMEDOUT", connected: false }, "notApplied"],
  [{ code: "ETIMEDOUT", connected: true }, "ambiguous"],
  [{ code: "ECONNRESET", connected: true }, "ambiguous"],
  [{ code: "DEPTH_ZERO_SELF_SIGNED_CERT", connected: false }, "rejected"],
  [{ code: "CERT_HAS_EXPIRED", connected: true }, "rejected"],
  [{ code: "UNABLE_TO_VERIFY_LEAF_SIGNATURE", connected: false }, "rejected"],
])("%j is %s", (attempt, expected) => {
  expect(classify(attempt)).toBe(expected);
});

it.each<[string, Parameters<typeof mayRepeat>[1], boolean]>([
  ["GET", "ambiguous", true],
  ["DELETE", "ambiguous", true],
  ["POST", "ambiguous", false],
  ["PATCH", "ambiguous", false],
  ["PUT", "ambiguous", false],
  ["POST", "notApplied", true],
  ["PATCH", "notApplied", true],
  ["GET", "rejected", false],
  ["DELETE", "rejected", false],
])("%s after a failure that is %s is repeated: %s", (method, failure, expected) => {
  expect(mayRepeat(method, failure)).toBe(expected);
});

it("waits with full jitter, between 0 and a limit that doubles up to 20 s", () => {
  const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
  fc.assert(
    fc.property(fc.nat(30), random, (attempt, chance) => {
      const wait = backoffMs(attempt, chance);
      expect(wait).toBeGreaterThanOrEqual(0);
      expect(wait).toBeLessThanOrEqual(Math.min(20_000, 500 * 2 ** attempt));
      expect(Number.isInteger(wait)).toBe(true);
    }),
  );
  expect(backoffMs(0, 0.999)).toBe(499);
  expect(backoffMs(3, 0.5)).toBe(2000);
  expect(backoffMs(20, 0.5)).toBe(10_000);
});

const now = Date.parse("2026-01-01T00:00:00Z");
it.each<[string | undefined, number | undefined]>([
  [undefined, undefined],
  ["", undefined],
  ["soon", undefined],
  ["0", 0],
  ["2", 2000],
  ["1.5", 1500],
  [" 3 ", 3000],
  ["Thu, 01 Jan 2026 00:00:10 GMT", 10_000],
  ["Wed, 31 Dec 2025 23:59:00 GMT", 0],
])("Retry-After %j is %j ms", (header, expected) => {
  expect(retryAfterMs(header, now)).toBe(expected);
});

describe("the retry budget of a process", () => {
  const paid = (budget: RetryBudget, attempt: ResponseOutcome | NoResponse): number => {
    let count = 0;
    while (budget.pay(attempt)) count++;
    return count;
  };

  it("is enough for 100 retries after a response, or for 35 without one", () => {
    expect(paid(new RetryBudget(), { status: 503 })).toBe(100);
    expect(paid(new RetryBudget(), { code: "ECONNRESET", connected: true })).toBe(35);
  });

  it("is not reduced by a retry that it cannot pay", () => {
    const budget = new RetryBudget();
    expect(paid(budget, { code: "ETIMEDOUT", connected: false })).toBe(35);
    // 10 are left: too few for a retry without a response, enough for two with one.
    expect(paid(budget, { status: 429 })).toBe(2);
  });

  it("grows with each success, five of them pay one retry, and never above its size", () => {
    const budget = new RetryBudget();
    paid(budget, { status: 500 });
    for (let count = 0; count < 4; count++) budget.refund();
    expect(budget.pay({ status: 500 })).toBe(false);
    budget.refund();
    expect(budget.pay({ status: 500 })).toBe(true);
    for (let count = 0; count < 2000; count++) budget.refund();
    expect(paid(budget, { status: 500 })).toBe(100);
  });
});
