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

/** How long the checks of a process wait in all for answers that help nothing. */
const patienceMs = 10_000;
const mostProblems = 10;

/** What this process has learned while it checked. */
interface Run {
  /** The kinds of which something is new or changed. */
  changing: Set<string>;
  /** Milliseconds that were lost on questions without an answer, by the setting that asks them. */
  lostMs: Map<string | undefined, number>;
}

const runs = new WeakMap<Session, Run>();

interface Values {
  olds: JsonObject;
  /** As the program has them. */
  written: JsonObject;
  /** Checked, and valid in themselves. */
  inputs: JsonObject;
}

/**
 * One sentence for each thing that AEP would refuse of new or changed inputs, by what it shows of the objects that they
 * name. Nothing is written, and what cannot be read is no complaint. Unchanged inputs cost no call.
 */
export async function checkByAep(
  definition: AnyDefinition,
  session: Session,
  { olds, written, inputs }: Values,
): Promise<string[]> {
  if (isDeepStrictEqual(inputs, olds)) return [];
  const run = runs.get(session) ?? { changing: new Set(), lostMs: new Map() };
  runs.set(session, run);
  run.changing.add(definition.type);
  const check = definition.override?.checkByAep;
  if (!check) return [];
  const { idsInState } = knownObjectsOf(session);
  const owns = (id: string) => idsInState.has(id);
  const isOwn = owns(String(check.about(inputs)));
  const responses: Record<string, unknown> = {};
  for (const [name, question] of Object.entries(check.questions)) {
    if (isOwn && !isSettled(question, run)) continue;
    responses[name] = await ask({ definition, session, run, inputs }, question);
  }
  const problems = check.problems(inputs, { written, responses, owns });
  const subject = describeSubject(definition, inputs);
  return shortened(problems).map((problem) => session.secrets.redact(`${subject}: ${problem}`));
}

function isSettled({ settled }: Question, { changing }: Run): boolean {
  return settled !== undefined && !settled.some((kind) => changing.has(kind));
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

/** The body of the answer, the same for all objects of the process; undefined where there is none in time. */
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
  const answer = await session.cache.once(key, async (): Promise<ApiResponse | undefined> => {
    if (lostMs >= patienceMs) return undefined;
    const began = clock.now();
    try {
      const deadline = began + patienceMs - lostMs;
      const method = body === undefined ? "GET" : "POST";
      return await session.client.send({ method, path, sandbox, deadline, accept, body });
    } catch (error) {
      // Who did not answer after several attempts is not asked again: they cost the retries of the whole run.
      const down = error instanceof Unavailable;
      run.lostMs.set(setting, down ? patienceMs : lostMs + clock.now() - began);
      if (setting !== undefined) session.warn(unanswered(asking, error));
      return undefined;
    }
  });
  return answer?.body;
}

function unanswered({ definition, session, inputs }: Asking, error: unknown): string {
  const goesOn = "The question writes nothing; the deployment goes on without an answer.";
  const plainly = error instanceof ApiError ? new Unavailable(error.reason, error.reference, goesOn) : error;
  const hide = (text: string) => session.secrets.redact(text);
  return describe("validate", definition.type, nameOf(inputs), plainly, hide);
}
