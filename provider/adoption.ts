import { bodyArgs } from "./args";
import { InvalidInput } from "./errors";
import { pages } from "./listAll";
import { markIn, markOf, sameOwner } from "./marker";
import { poll, type Work } from "./observe";
import type { Json } from "./propertyPath";

/** The object that a POST without an answer has made, if it has; it may take a while to be listed. */
export async function findLost(work: Work, inputs: Json, patienceMs: number): Promise<string | undefined> {
  const until = work.session.clock.now() + patienceMs;
  return poll(
    work,
    () => until,
    () => adoptable(work, inputs, "now"),
  );
}

/** The one object that an earlier attempt at this very resource has made and that no state file holds. */
export async function adoptable(
  work: Work,
  inputs: Json,
  when: "known" | "now",
): Promise<string | undefined> {
  const { definition, session } = work;
  const isHeld = (id: string) => session.held.ids.has(id);
  const known = await ownObjects(work, inputs, "known");
  let ids = (when === "known" ? known : await ownObjects(work, inputs, "now")).filter((id) => !isHeld(id));
  // The engine spoke of this resource with old inputs but not of its id: the one object with its mark is that.
  const unnamed = session.held.marks.has(markOf(definition, inputs) ?? "") && !known.some(isHeld);
  if (unnamed && known.length === 1) ids = ids.filter((id) => !known.includes(id));
  if (ids.length < 2) return ids[0];
  throw new InvalidInput(
    `AEP holds ${ids.length} objects that were made for it: ${ids.join(", ")}. Delete all that the stack does not hold and run the command again`,
  );
}

/** Live objects that were made for this resource with other fixed fields and that, as far as is known, no state file holds. */
export async function leftBehind(work: Work, inputs: Json): Promise<string[]> {
  const { definition, session } = work;
  const { by } = definition.find;
  const mark = markOf(definition, inputs);
  if (mark === undefined || typeof by !== "string") return [];
  const left = (await objects(work, "known")).filter(([id, live]) => {
    const its = markIn(live[by]);
    if (its === undefined || its === mark || !sameOwner(its, mark)) return false;
    return !session.held.ids.has(id) && !session.held.marks.has(its);
  });
  return left.map(([id]) => id);
}

/** The ids of live objects that an earlier attempt to create this resource has made. */
async function ownObjects(work: Work, inputs: Json, when: "known" | "now"): Promise<string[]> {
  const { definition, session } = work;
  const { by } = definition.find;
  const mark = markOf(definition, inputs);
  if (mark === undefined) return [];
  const args = bodyArgs(definition, inputs);
  const own = (await objects(work, when)).filter(([, live]) =>
    typeof by === "string" ? markIn(live[by]) === mark : by(live, args, session.apiKey),
  );
  return [...new Set(own.map(([id]) => id))];
}

/**
 * The objects of the kind in the sandbox. `known` is the list that this process read before its first create of the kind,
 * which holds all that earlier runs left; `now` is read afresh.
 */
function objects(work: Work, when: "known" | "now"): Promise<[string, Json][]> {
  const load = () => all(work);
  return when === "now" ? load() : work.session.once(`all ${work.definition.type} of ${work.sandbox}`, load);
}

/** Less what no mark needs: the list stays in memory as long as the process. */
async function all(work: Work): Promise<[string, Json][]> {
  const { find } = work.definition;
  const { by } = find;
  const found: [string, Json][] = [];
  for await (const body of pages(work.session, find.list, find, work)) {
    const items = find.items(body);
    if (typeof by !== "string") found.push(...items);
    else {
      const marked = items.filter(([, live]) => markIn(live[by]) !== undefined);
      found.push(...marked.map(([id, live]): [string, Json] => [id, { [by]: live[by] }]));
    }
  }
  return found;
}
