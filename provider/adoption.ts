import { bodyArgs } from "./args";
import type { Reply } from "./definition";
import { InvalidInput } from "./errors";
import { markIn, markOf } from "./marker";
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

/**
 * The ids of live objects that an earlier attempt to create this resource has made. `known` is the list that this process
 * read before its first create of the kind, which holds all that earlier runs left; `now` is read afresh.
 */
async function ownObjects(work: Work, inputs: Json, when: "known" | "now"): Promise<string[]> {
  const { definition, session } = work;
  const { by } = definition.find;
  const mark = markOf(definition, inputs);
  if (mark === undefined) return [];
  const load = () => all(work);
  const objects =
    when === "now" ? await load() : await session.once(`all ${definition.type} of ${work.sandbox}`, load);
  const args = bodyArgs(definition, inputs);
  const own = objects.filter(([, live]) =>
    typeof by === "string" ? markIn(live[by]) === mark : by(live, args, session.apiKey),
  );
  return [...new Set(own.map(([id]) => id))];
}

/** All objects of the kind in the sandbox, less what no mark needs: the list stays in memory as long as the process. */
async function all({ definition, session, sandbox, deadline }: Work): Promise<[string, Json][]> {
  const { find } = definition;
  const objects: [string, Json][] = [];
  for (let path: string | undefined = find.list; path !== undefined;) {
    const reply: Reply = await session.get(path, {
      sandbox,
      deadline,
      ...(find.accept === undefined ? {} : { accept: find.accept }),
    });
    objects.push(...find.items(reply.body));
    path = find.next(path, reply.body);
  }
  const { by } = find;
  if (typeof by !== "string") return objects;
  return objects
    .filter(([, live]) => markIn(live[by]) !== undefined)
    .map(([id, live]) => [id, { [by]: live[by] }]);
}
