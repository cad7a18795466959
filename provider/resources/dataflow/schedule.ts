import { z } from "zod";
import type { Context } from "../definition";
import { field } from "../fields";
import { get, isObject, type JsonObject } from "../../values/propertyPath";
import { isUnknown } from "../../values/unknown";
import { toBoolean, toNumber } from "../shared/equality";
import { problem } from "../shared/problem";

/** When a dataflow runs (Adobe: "Create a dataflow", scheduling; error codes 1360-400 to 1366-400, 1403-400, 1404-400). */
export const scheduleParams = z
  .strictObject({
    frequency: z.enum(["once", "minute", "hour", "day", "week"]),
    interval: field(z.int("must be a whole number").positive("must be above 0").optional(), {
      coerce: toNumber,
    }),
    startTime: field(
      z.int("must be epoch seconds, a whole number").positive("must be epoch seconds").optional(),
      { coerce: toNumber, same: sameStart },
    ),
    backfill: field(z.boolean().optional(), { coerce: toBoolean }),
  })
  .check(({ value: { frequency, interval, startTime, backfill }, issues }) => {
    const refuse = (field: string, message: string) => issues.push(problem([field], message));
    if (startTime !== undefined && startTime > latestSeconds) {
      refuse("startTime", "is in milliseconds; write it in seconds");
    }
    if (frequency === "once") {
      if (interval !== undefined) refuse("interval", 'cannot be set with frequency "once"; remove it');
      if (backfill !== undefined) refuse("backfill", 'cannot be set with frequency "once"; remove it');
    } else if (interval === undefined) {
      refuse("interval", `is missing; frequency "${frequency}" needs it`);
    } else if (frequency === "minute" && interval < 15) {
      refuse("interval", 'must be at least 15 with frequency "minute"');
    }
  });

/** The year 5138 in seconds and 1973 in milliseconds: a start time beyond it is in milliseconds. */
const latestSeconds = 100_000_000_000;

/** AEP refuses a start in the past (1360-400), even if it was in the future when we sent it. */
const headStartSeconds = 60;

function seconds({ now }: Context): number {
  return Math.floor(now / 1000);
}

/**
 * Without a written start, any start is right. A written start that has passed is equal to any other start that has passed,
 * and to the start that was sent in its place.
 */
export function sameStart(written: unknown, live: unknown, context: Context): boolean {
  if (written === undefined) return true;
  if (typeof written !== "number" || written > seconds(context)) return written === live;
  return (
    live === undefined || Number(live) <= seconds(context) || live === context.state["resolvedStartTime"]
  );
}

/** The schedule in a request. All samples in Adobe's tutorials have strings. */
export function scheduleBody(args: JsonObject, context: Context): JsonObject {
  const schedule = args["scheduleParams"];
  if (!isObject(schedule)) return {};
  const earliest = seconds(context) + headStartSeconds;
  const startTime = Math.max(Number(schedule["startTime"] ?? 0), earliest);
  const entries = Object.entries({ ...schedule, startTime }).map(([key, value]) => [key, String(value)]);
  return { scheduleParams: Object.fromEntries(entries) as JsonObject };
}

/** After a dataflow has begun, AEP cannot change its start or backfill, and a silent replacement would ingest again. */
export function refuseScheduleChange(
  olds: JsonObject,
  news: JsonObject,
  replaces: readonly string[],
  context: Context,
): string | undefined {
  const began = Number(context.state["resolvedStartTime"] ?? Infinity) <= seconds(context);
  if (!began || replaces.length > 0 || isUnknown(news["scheduleParams"])) return undefined;
  const at = (args: JsonObject, field: string) => {
    const value = get(args, ["scheduleParams", field]);
    return isUnknown(value) ? get(olds, ["scheduleParams", field]) : value;
  };
  const changed = [
    sameStart(at(news, "startTime"), at(olds, "startTime"), context) ? "" : "startTime",
    at(news, "backfill") === at(olds, "backfill") || at(news, "frequency") === "once" ? "" : "backfill",
    at(news, "frequency") === "once" && at(olds, "frequency") !== "once" ? 'frequency to "once"' : "",
  ].filter((field) => field !== "");
  if (changed.length === 0) return undefined;
  return (
    `scheduleParams.${changed.join(", ")} cannot change after the dataflow has begun. Undo the change, or run ` +
    "`pulumi up --replace <urn>` to create a new dataflow that ingests from its own start"
  );
}
