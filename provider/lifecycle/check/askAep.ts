import { isDeepStrictEqual } from "node:util";
import { bodyArgs } from "../args";
import { describeSubject, nameOf } from "./validate";
import type { AnyDefinition } from "../../resources/definition";
import type { Question } from "../../resources/override";
import type { ApiResponse } from "../../api/response";
import { ApiError, describe, Unavailable } from "../../api/errors";
import { knownObjectsOf } from "../knownObjects";
import type { JsonObject } from "../../values/propertyPath";
import type { Session } from "../../api/session";

/** How long all checks of a process together wait for requests that fail. */
const waitLimitMs = 10_000;
const mostProblems = 10;

/** What the checks of this process have found so far. */
interface Run {
  /** The kinds with new or changed resources. */
  changing: Set<string>;
  /** Milliseconds that failed requests took, by the setting that asks the question. */
  lostMs: Map<string | undefined, number>;
}

const runs = new WeakMap<Session, Run>();

function runOf(session: Session): Run {
  const run = runs.get(session) ?? { changing: new Set(), lostMs: new Map() };
  runs.set(session, run);
  return run;
}

/** The body of the response to one question, as `checkByAep` gets it. */
export function askAep(
  definition: AnyDefinition,
  session: Session,
  inputs: JsonObject,
  question: Question,
): Promise<unknown> {
  return ask({ definition, session, run: runOf(session), inputs }, question);
}

interface Values {
  olds: JsonObject;
  /** The inputs as the program wrote them. */
  written: JsonObject;
  /** The inputs in canonical form, which are valid on their own. */
  inputs: JsonObject;
}

/**
 * Checks new or changed inputs against the objects in AEP that they name. Returns one sentence for each problem. Nothing is
 * written. A check without a response finds no problem, and unchanged inputs cost no call.
 */
export async function checkByAep(
  definition: AnyDefinition,
  session: Session,
  { olds, written, inputs }: Values,
): Promise<string[]> {
  if (isDeepStrictEqual(inputs, olds)) return [];
  const run = runOf(session);
  run.changing.add(definition.type);
  const check = definition.override?.checkByAep;
  if (!check) return [];
  const { idsInState } = knownObjectsOf(session);
  const owns = (id: string) => idsInState.has(id);
  const isOwn = owns(String(check.about(inputs)));
  const responses: Record<string, unknown> = {};
  for (const [name, question] of Object.entries(check.questions)) {
    if (isOwn && !isStable(question, run)) continue;
    responses[name] = await ask({ definition, session, run, inputs }, question);
  }
  const problems = check.problems(inputs, { written, responses, owns });
  const subject = describeSubject(definition, inputs);
  return shortened(problems).map((problem) => session.secrets.redact(`${subject}: ${problem}`));
}

/** True if the run changes nothing that the response depends on. */
function isStable({ dependsOn }: Question, { changing }: Run): boolean {
  return dependsOn !== undefined && !dependsOn.some((kind) => changing.has(kind));
}

function shortened(problems: readonly string[]): string[] {
  const left = problems.length - mostProblems;
  return left > 0 ? [...problems.slice(0, mostProblems), `and ${left} more of this kind`] : [...problems];
}

interface Asking {
  definition: AnyDefinition;
  session: Session;
  run: Run;
  inputs: JsonObject;
}

/** The body of the response, requested once per process. Undefined if AEP does not respond in time. */
async function ask(asking: Asking, question: Question): Promise<unknown> {
  const { definition, session, run, inputs } = asking;
  const { clock } = session;
  const { setting } = question;
  if (setting !== undefined && session.config[setting] !== "live") return undefined;
  const lostMs = run.lostMs.get(setting) ?? 0;
  const path = question.path(inputs);
  if (path === undefined) return undefined;
  const body = question.body?.(bodyArgs(definition, inputs));
  const sandbox = String(inputs["sandbox"]);
  const accept = question.accept?.(inputs);
  const key = JSON.stringify(["check", sandbox, path, accept, body]);
  const response = await session.cache.once(key, async (): Promise<ApiResponse | undefined> => {
    if (lostMs >= waitLimitMs) return undefined;
    const began = clock.now();
    try {
      const deadline = began + waitLimitMs - lostMs;
      const method = body === undefined ? "GET" : "POST";
      return await session.client.send({ method, path, sandbox, deadline, accept, body });
    } catch (error) {
      // A service that failed after all retries is not asked again, because the retries of the whole run are limited.
      const down = error instanceof Unavailable;
      run.lostMs.set(setting, down ? waitLimitMs : lostMs + clock.now() - began);
      if (setting !== undefined) session.warn(skippedCheck(asking, error));
      return undefined;
    }
  });
  return response?.body;
}

function skippedCheck({ definition, session, inputs }: Asking, error: unknown): string {
  const remedy = "The request changes nothing in AEP, and the deployment continues without this check.";
  const failure = error instanceof ApiError ? new Unavailable(error.reason, error.reference, remedy) : error;
  const hide = (text: string) => session.secrets.redact(text);
  return describe("validate", definition.type, nameOf(inputs), failure, hide);
}
