import { get, type JsonObject } from "../../values/propertyPath";

/**
 * What a refresh says of a dataflow that was enabled and is disabled now. Since June 2026, AEP disables a dataflow whose runs
 * fail for 30 days (Adobe: release notes). The response does not say who disabled it.
 */
export function disabledOutside(live: JsonObject, state: JsonObject): string | undefined {
  // `get` looks up a dataflow that no program manages.
  const wasEnabled = state["pulumi"] !== undefined && state["state"] === "enabled";
  if (!wasEnabled || !isDisabled(live)) return undefined;
  return (
    `it was disabled outside of this program${failureOf(live)}. \`pulumi up\` enables it again. ` +
    'Correct the cause first, or set state: "disabled" in the program'
  );
}

/** `disabling` and `disabled` are one state to a program. */
export function isDisabled(live: JsonObject): boolean {
  return /^disabl/.test(String(live["state"]));
}

function failureOf(live: JsonObject): string {
  const run = live["lastRunDetails"];
  if (!/^failed$/i.test(String(get(run, ["state"])))) return "";
  const ended = new Date(Number(get(run, ["completedAtUTC"]) ?? get(run, ["startedAtUTC"])));
  const at = Number.isNaN(ended.getTime()) ? "" : ` at ${ended.toISOString()}`;
  return `, and its last run ${String(get(run, ["id"]) ?? "")} failed${at}. AEP disables a dataflow whose runs fail for 30 days`;
}
