/** The rules of a flow's `scheduleParams`. */

import { ServiceError, type World } from "../service";
import { isFields, part, type Fields } from "./entity";
import { isScheduled, type FlowSpec } from "./flowSpecs";

const frequencies = ["once", "minute", "hour", "day", "week"];

/** Checks the schedule of a new flow. */
export function checkSchedule(flow: Fields, spec: FlowSpec, world: World): void {
  if (!isScheduled(spec)) {
    if (flow["scheduleParams"] === undefined || flow["scheduleParams"] === null) return;
    throw new ServiceError(
      400,
      "1000-400",
      `The flow spec ${spec.id} is streaming and takes no scheduleParams.`,
    );
  }
  if (!isFields(flow["scheduleParams"]) || Object.keys(flow["scheduleParams"]).length === 0) {
    throw new ServiceError(
      400,
      "1317-400",
      "The provided schedule params are empty but should not be empty.",
    );
  }
  const schedule = part(flow, "scheduleParams");
  checkFrequency(schedule);
  checkStart(schedule, world);
}

/** Checks a change of the schedule of an existing flow. */
export function checkScheduleChange(next: Fields, before: Fields, world: World): void {
  const [now, then] = [part(next, "scheduleParams"), part(before, "scheduleParams")];
  const changed = (name: string) => String(now[name]) !== String(then[name]);
  if (Object.keys(now).length > 0) checkFrequency(now);
  const hasBegun = Object.keys(then).length > 0 && startOf(then) <= world.now();
  if (changed("startTime")) {
    if (hasBegun) {
      throw new ServiceError(
        400,
        "1366-400",
        "The start time has passed and the update operation is no longer allowed.",
      );
    }
    checkStart(now, world);
  }
  if (!hasBegun) return;
  if (changed("frequency") && now["frequency"] === "once") {
    throw new ServiceError(
      400,
      "1403-400",
      "The start time has passed and you can no longer change the frequency to once.",
    );
  }
  if (changed("backfill")) {
    throw new ServiceError(
      400,
      "1404-400",
      "The start time has passed and you can no longer update backfill.",
    );
  }
}

/** The schedule as GET shows it. */
export function servedSchedule(schedule: Fields, world: World): Fields {
  const { scheduleForm } = world.switches;
  if (scheduleForm === "asSent") return schedule;
  const shown = Object.entries(schedule).map(([name, value]) => {
    return [
      name,
      name === "frequency" ? value : scheduleForm === "strings" ? asString(value) : flipped(value),
    ];
  });
  return Object.fromEntries(shown) as Fields;
}

/** Converts a number or boolean into a string, and a string into a number or boolean. */
export function flipped(value: unknown): unknown {
  if (typeof value !== "string") return asString(value);
  if (/^\d+$/.test(value)) return Number(value);
  return value === "true" || value === "false" ? value === "true" : value;
}

function asString(value: unknown): unknown {
  return typeof value === "number" || typeof value === "boolean" ? String(value) : value;
}

function checkFrequency(schedule: Fields): void {
  const { frequency, interval, backfill } = schedule;
  if (frequency === undefined) throw missing("frequency");
  if (typeof frequency !== "string" || !frequencies.includes(frequency)) {
    throw new ServiceError(400, "1397-400", `The provided frequency : ${String(frequency)} is invalid.`);
  }
  if (frequency === "once") {
    if (interval !== undefined)
      throw new ServiceError(400, "1361-400", "Interval is not allowed with one time ingestion.");
    if (backfill !== undefined) {
      throw new ServiceError(
        400,
        "1364-400",
        "The backfill flag is not allowed when frequency is set to once.",
      );
    }
    return;
  }
  if (interval === undefined) throw missing("interval");
  if (!/^\d+$/.test(String(interval)) || Number(interval) < 1) {
    throw new ServiceError(
      400,
      "1363-400",
      `Interval ${String(interval)} is not allowed with frequency: ${frequency}.`,
    );
  }
  if (frequency === "minute" && Number(interval) < 15) {
    throw new ServiceError(400, "1362-400", "Interval cannot be less than 15.");
  }
  if (backfill !== undefined && !["true", "false"].includes(String(backfill))) {
    throw new ServiceError(
      400,
      "1312-400",
      `The provided param value ${String(backfill)} is not a valid input for property=backfill.`,
    );
  }
}

function checkStart(schedule: Fields, world: World): void {
  const { startTime } = schedule;
  if (startTime === undefined) throw missing("startTime");
  if (!/^\d+$/.test(String(startTime))) {
    throw new ServiceError(
      400,
      "1340-400",
      `An error occurred while parsing ${String(startTime)}: epoch seconds are expected.`,
    );
  }
  if (world.switches.pastStartTime === "refuse" && startOf(schedule) < world.now()) {
    throw new ServiceError(400, "1360-400", "The start time cannot be set in the past.");
  }
}

/** Epoch milliseconds; the field itself is in seconds. */
function startOf(schedule: Fields): number {
  return Number(schedule["startTime"]) * 1000;
}

function missing(param: string): ServiceError {
  return new ServiceError(400, "1359-400", `The param ${param} is missing in the request.`);
}
