import type { AnyDefinition } from "../../provider/resources/definition";
import { definitions } from "../../provider/resources";
import { factsOf } from "../../provider/resources/fields";
import { type Switches, switchReasons } from "../emulator";
import { defaultSwitches } from "../emulator/switches";
import { code, codeList, table } from "./markdown";

/** Generated tables inside of written pages. */

const conditions = { always: " with If-Match", sometimes: ", If-Match if known", never: "" };

function updateOf({ update, override }: AnyDefinition): string {
  if (update.method === "PUT") return "PUT";
  const action = override?.action ? `, action for ${code(override.action.field)}` : "";
  return `PATCH${conditions[update.etag]}${action}`;
}

function listOrNone(texts: readonly string[]): string {
  return texts.length === 0 ? "-" : codeList(texts);
}

export function kindTable(): string {
  const rows = definitions.map((definition) => [
    `[${code(definition.type)}](../sdk/reference/${definition.type}.md)`,
    code(definition.collection.replace("/data/foundation", "").split("?")[0]!),
    updateOf(definition),
    listOrNone([...factsOf(definition, "replaces").keys(), "sandbox"]),
    factsOf(definition, "secretKeys").size > 0 ? "the connector's secret `auth.params`" : "-",
    listOrNone(Object.keys(definition.outputs.shape)),
  ]);
  return table(
    ["Kind", "API", "Changed by", "Replaced when these change", "Secret", "Outputs beside the args"],
    rows,
  );
}

export function switchTable(): string {
  const rows = Object.entries(defaultSwitches()).map(([name, value]) => [
    code(name),
    code(JSON.stringify(value)),
    switchReasons[name as keyof Switches],
  ]);
  return table(["Switch", "Default", "Why it is a switch"], rows);
}
