import { describeSubject, validate } from "./validate";
import { checkByAep } from "./askAep";
import type { AnyDefinition } from "../../resources/definition";
import { InvalidInput } from "../../api/errors";
import { reportLiveConnectors } from "./connectorReport";
import { begin } from "../operation";
import { type JsonObject, plain } from "../../values/propertyPath";
import type { Session } from "../../api/session";
import { verifyClaims } from "./verifyClaims";
import { importProblems } from "../import";

/** The inputs in canonical form, and their problems: in the config, in the inputs, and compared with AEP. */
export async function checkInputs(
  definition: AnyDefinition,
  session: Session | InvalidInput,
  olds: JsonObject,
  news: JsonObject,
): Promise<{ inputs: JsonObject; problems: string[] }> {
  if (session instanceof InvalidInput) {
    const { inputs, problems } = validate(definition, olds, news);
    return { inputs, problems: [`${describeSubject(definition, inputs)}: ${session.message}`, ...problems] };
  }
  const written = inSandbox(session, news);
  await reportLiveConnectors(session, written);
  const result = validate(definition, olds, written);
  for (const warning of result.warnings) session.warn(warning);
  const problems = await verifyClaims(definition, session, result);
  // The old inputs are plain data as well, so that the two can be compared.
  const inputs = plain(result.inputs);
  // AEP is asked only about inputs that are valid on their own.
  if (problems.length > 0) return { inputs, problems };
  const found = await checkByAep(definition, session, { olds, written, inputs });
  if (olds["pulumi"] !== undefined) return { inputs, problems: found };
  const refused = await importProblems(begin(definition, session, inputs), inputs);
  const subject = describeSubject(definition, inputs);
  return { inputs, problems: [...found, ...refused.map((problem) => `${subject}: ${problem}`)] };
}

/** An inline program of the Automation API runs in another process, and only this one has the workspace's variables. */
function inSandbox({ config }: Session, inputs: JsonObject): JsonObject {
  if (config.sandbox === undefined) return inputs;
  return { ...inputs, sandbox: inputs["sandbox"] ?? config.sandbox };
}
