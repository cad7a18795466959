import { Interrupted } from "../../../provider/api/errors";
import { NotObserved } from "./notObserved";
import type { Observation, Seen, Unobservable } from "./observation";
import { type Group, unobservable } from "./observations";
import type { Scene } from "./scene";

export interface Observed {
  observation: Observation;
  seen: Seen;
}

export interface Findings {
  observed: Observed[];
  notObserved: Unobservable[];
}

export interface Progress {
  (done: number, all: number, group: string): void;
}

/** Makes all observations in their order. After an interrupt, those that are left count as not observed. */
export async function observeAll(
  groups: readonly Group[],
  scene: Scene,
  progress: Progress,
): Promise<Findings> {
  const findings: Findings = { observed: [], notObserved: [] };
  const all = groups.flatMap(({ title, observations }) =>
    observations.map((one) => ({ title, observation: one })),
  );
  let interrupted = false;
  for (const [index, { title, observation }] of all.entries()) {
    if (!interrupted) progress(index + 1, all.length, title);
    const seen: Seen | string = interrupted ? interruption : await observed(observation, scene);
    interrupted ||= seen === interruption;
    if (typeof seen === "string") findings.notObserved.push({ ...topicOf(observation), reason: seen });
    else findings.observed.push({ observation, seen });
  }
  findings.notObserved.push(...unobservable);
  return findings;
}

const interruption = "the run was interrupted";

/** What was seen, or why nothing was. */
async function observed(observation: Observation, scene: Scene): Promise<Seen | string> {
  try {
    return await observation.observe(scene);
  } catch (error) {
    if (error instanceof Interrupted) return interruption;
    if (error instanceof NotObserved) return error.message;
    throw error;
  }
}

function topicOf({ switch: name, question, behaviour }: Observation): Omit<Unobservable, "reason"> {
  return {
    ...(name === undefined ? {} : { switch: name }),
    ...(question === undefined ? {} : { question }),
    behaviour,
  };
}
