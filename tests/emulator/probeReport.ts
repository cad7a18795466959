/** Reads the report of `pulumi-aep probe`: the switches that make the emulator behave as the observed sandbox does. */

import { readFileSync } from "node:fs";
import { defaultSwitches, type Switches } from "./switches";

export interface ReportedSwitches {
  switches: Partial<Switches>;
  /** One text for each observation that is not used. */
  warnings: string[];
}

export function readReport(file: string): ReportedSwitches {
  let report: unknown;
  try {
    report = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw new Error(`${file} cannot be read as a probe report: ${cause}`, { cause: error });
  }
  return switchesOf(report, file);
}

export function switchesOf(report: unknown, file: string): ReportedSwitches {
  const observations = isFields(report) && report["format"] === 1 ? report["observations"] : undefined;
  if (!Array.isArray(observations)) {
    throw new Error(`${file} is not a probe report: it must be an object with "format": 1 and observations.`);
  }
  const known: Record<string, unknown> = defaultSwitches();
  const found = observations.map((observation: unknown) => settingOf(observation, known));
  return {
    switches: Object.fromEntries(found.filter((one) => typeof one !== "string")) as Partial<Switches>,
    warnings: found.filter((one) => typeof one === "string"),
  };
}

/** The name and value of a switch, or why the observation is ignored. */
function settingOf(observation: unknown, known: Record<string, unknown>): [string, unknown] | string {
  const { switch: name, value } = isFields(observation) ? observation : {};
  if (typeof name !== "string") return "An observation without a switch is ignored.";
  if (!Object.hasOwn(known, name)) return `The emulator has no switch "${name}". The observation is ignored.`;
  if (typeof value === typeof known[name]) return [name, value];
  return `The switch "${name}" takes a ${typeof known[name]}, not ${JSON.stringify(value)}. The observation is ignored.`;
}

function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
