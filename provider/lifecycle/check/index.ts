import { check, describeSubject } from "./validate";
import { checkByAep } from "./askAep";
import type { AnyDefinition } from "../../resources/definition";
import { InvalidInput } from "../../api/errors";
import { reportLiveConnectors } from "./connectorReport";
import { begin } from "../operation";
import { type JsonObject, plain } from "../../values/propertyPath";
import type { Session } from "../../api/session";
import { importProblems } from "../import";

/** Inputs in canonical form, and all that is wrong with them: with the config, in themselves, and by what AEP shows. */
export async function checkInputs(
  definition: AnyDefinition,
  opened: Session | InvalidInput,
  olds: JsonObject,
  news: JsonObject,
): Promise<{ inputs: JsonObject; problems: string[] }> {
  if (opened instanceof InvalidInput) {
    const { inputs, problems } = check(definition, olds, news);
    return { inputs, problems: [`${describeSubject(definition, inputs)}: ${opened.message}`, ...problems] };
  }
  const written = inSandbox(opened, news);
  const newer = await reportLiveConnectors(opened, written);
  const checked = check(definition, olds, written, (name) => newer.has(String(name)));
  const { problems } = checked;
  // As the old ones are, to be compared with them.
  const inputs = plain(checked.inputs);
  // Only what is valid in itself is worth a question.
  if (problems.length > 0) return { inputs, problems };
  const found = await checkByAep(definition, opened, { olds, written, inputs });
  if (olds["pulumi"] !== undefined) return { inputs, problems: found };
  const refused = await importProblems(begin(definition, opened, inputs), inputs);
  const subject = describeSubject(definition, inputs);
  return { inputs, problems: [...found, ...refused.map((problem) => `${subject}: ${problem}`)] };
}

/** An inline program of the Automation API runs in another process than this one, which alone has the workspace's variables. */
function inSandbox({ config }: Session, inputs: JsonObject): JsonObject {
  if (config.sandbox === undefined) return inputs;
  return { ...inputs, sandbox: inputs["sandbox"] ?? config.sandbox };
}
