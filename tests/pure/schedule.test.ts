import type { Context } from "../../provider/resources/definition";
import {
  refuseScheduleChange,
  sameStart,
  scheduleBody,
  scheduleParams,
} from "../../provider/resources/dataflow/schedule";

const now = 1_800_000_000_000;
const seconds = now / 1000;
const context = (state = {}): Context => ({ now, state });

it.each<[string, unknown, unknown, object, boolean]>([
  ["an absent start and any other", undefined, seconds + 500, {}, true],
  ["a future start and the same", seconds + 500, seconds + 500, {}, true],
  ["a future start and another", seconds + 500, seconds + 501, {}, false],
  ["a future start and none", seconds + 500, undefined, {}, false],
  ["a past start and another past one", seconds - 500, seconds - 5, {}, true],
  ["a past start and none", seconds - 500, undefined, {}, true],
  ["a past start and a future one", seconds - 500, seconds + 5, {}, false],
  [
    "a past start and the start that was sent instead",
    seconds - 500,
    seconds + 5,
    { resolvedStartTime: seconds + 5 },
    true,
  ],
])("%s: %#", (_what, written, live, state, expected) => {
  expect(sameStart(written, live, context(state))).toBe(expected);
});

it.each<[string, object, object]>([
  [
    "an absent start becomes one minute from now",
    { frequency: "hour", interval: 1 },
    { frequency: "hour", interval: "1", startTime: String(seconds + 60) },
  ],
  [
    "a past start becomes one minute from now",
    { frequency: "once", startTime: seconds - 9 },
    { frequency: "once", startTime: String(seconds + 60) },
  ],
  [
    "a start within seconds becomes one minute from now",
    { frequency: "once", startTime: seconds + 9 },
    { frequency: "once", startTime: String(seconds + 60) },
  ],
  [
    "a later start is kept",
    { frequency: "day", interval: 2, startTime: seconds + 999, backfill: true },
    { frequency: "day", interval: "2", startTime: String(seconds + 999), backfill: "true" },
  ],
])("%s", (_what, schedule, sent) => {
  expect(scheduleBody({ scheduleParams: schedule }, context())).toEqual({ scheduleParams: sent });
});

it("sends no schedule if the program has none", () => {
  expect(scheduleBody({}, context())).toEqual({});
});

describe("a change after the start", () => {
  const old = { scheduleParams: { frequency: "hour", interval: 1, backfill: true } };
  const begun = context({ resolvedStartTime: seconds - 1 });
  const refused = (schedule: object, state = begun) =>
    refuseScheduleChange(old, { scheduleParams: { ...old.scheduleParams, ...schedule } }, [], state);

  it.each([
    ["startTime", { startTime: seconds + 500 }],
    ["backfill", { backfill: false }],
    ['frequency to "once"', { frequency: "once", interval: undefined, backfill: undefined }],
  ])("of %s is refused with the option that forces it", (field, schedule) => {
    expect(refused(schedule)).toContain(`scheduleParams.${field} cannot change after the dataflow has begun`);
    expect(refused(schedule)).toContain("--replace");
  });

  it.each([
    ["interval", { interval: 5 }],
    ["frequency to another", { frequency: "day" }],
    ["a start that is also past", { startTime: seconds - 500 }],
  ])("of %s is allowed", (_field, schedule) => {
    expect(refused(schedule)).toBeUndefined();
  });

  it("is allowed before the start", () => {
    expect(refused({ backfill: false }, context({ resolvedStartTime: seconds + 1 }))).toBeUndefined();
    expect(refused({ backfill: false }, context())).toBeUndefined();
  });

  it("is allowed if the dataflow is replaced anyway", () => {
    expect(
      refuseScheduleChange(old, { scheduleParams: { frequency: "once" } }, ["sourceConnectionIds"], begun),
    ).toBeUndefined();
  });

  it("reports all changed fields", () => {
    expect(refused({ backfill: false, startTime: seconds + 500 })).toMatch(
      /scheduleParams\.startTime, (scheduleParams\.)?backfill cannot change/,
    );
  });
});

it.each([
  [{ frequency: "minute", interval: 15 }, true],
  [{ frequency: "minute", interval: 14 }, false],
  [{ frequency: "hour", interval: 1 }, true],
  [{ frequency: "hour", interval: 0 }, false],
  [{ frequency: "hour" }, false],
  [{ frequency: "once" }, true],
  [{ frequency: "once", interval: 1 }, false],
  [{ frequency: "once", backfill: false }, false],
  [{ frequency: "week", interval: 1, startTime: seconds }, true],
  [{ frequency: "week", interval: 1, startTime: now }, false],
  [{ frequency: "month", interval: 1 }, false],
  [{ frequency: "hour", interval: 1, until: 5 }, false],
])("%j is accepted: %s", (schedule, expected) => {
  expect(scheduleParams.safeParse(schedule).success).toBe(expected);
});
