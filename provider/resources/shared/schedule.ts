import { z } from "zod";
import type { Context } from "../definition";
import { field } from "../fields";
import { get, isObject, type JsonObject } from "../../values/propertyPath";
import { isUnknown } from "../../values/unknown";
import { toBoolean, toNumber } from "./equality";

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
  .check(({ value, issues }) => {
    const refuse = (field: string, message: string) =>
      issues.push({ code: "custom", path: [field], message, input: undefined });
    if (value.startTime !== undefined && value.startTime > latestSeconds) {
      refuse("startTime", "is in milliseconds; AEP counts seconds");
    }
    if (value.frequency === "once") {
      if (value.interval !== undefined) refuse("interval", 'does not go with frequency "once"; remove it');
      if (value.backfill !== undefined) refuse("backfill", 'does not go with frequency "once"; remove it');
    } else if (value.interval === undefined) {
      refuse("interval", `is missing; frequency "${value.frequency}" needs it`);
    } else if (value.frequency === "minute" && value.interval < 15) {
      refuse("interval", 'must be at least 15 with frequency "minute"');
    }
  });

/** Year 5138 in seconds, and 1973 in milliseconds: nobody means either with the other unit. */
const latestSeconds = 100_000_000_000;

/** AEP refuses a start in the past (1360-400), also one that passes on its way there. */
const headStartSeconds = 60;

function seconds({ now }: Context): number {
  return Math.floor(now / 1000);
}

/** An absent start takes any; one that has passed is as good as any other that has, and as the one that was sent for it. */
export function sameStart(written: unknown, live: unknown, context: Context): boolean {
  if (written === undefined) return true;
  if (typeof written !== "number" || written > seconds(context)) return written === live;
  return (
    live === undefined || Number(live) <= seconds(context) || live === context.state["resolvedStartTime"]
  );
}

/** As all samples of Adobe's tutorials spell it: strings. */
export function encoded(args: JsonObject, context: Context): JsonObject {
  const schedule = args["scheduleParams"];
  if (!isObject(schedule)) return {};
  const earliest = seconds(context) + headStartSeconds;
  const startTime = Math.max(Number(schedule["startTime"] ?? 0), earliest);
  const entries = Object.entries({ ...schedule, startTime }).map(([key, value]) => [key, String(value)]);
  return { scheduleParams: Object.fromEntries(entries) as JsonObject };
}

/** Once a dataflow has begun, AEP changes neither its start nor its backfill, and a silent replace would ingest again. */
export function refusal(
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
    `scheduleParams.${changed.join(", ")} cannot change after the dataflow has begun. Take the change back, or make a new ` +
    "dataflow that ingests from its own start with `pulumi up --replace <urn>`"
  );
}
