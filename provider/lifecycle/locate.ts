import { Forbidden, NotFound, NotReady, Stale, UnexpectedState } from "../api/errors";
import { errorTable } from "../api/errorTable";
import { errorText } from "../api/errorText";
import type { JsonObject } from "../values/propertyPath";
import type { Observed } from "./observe";
import { secondsSince, send, type Operation } from "./operation";

/** Why AEP does not show an object of the state. It may show a visible one to the next read. */
type Absence = "deleted" | "hidden" | "visible";

const readLimit = 3;
const readPauseMs = 1_000;
/** No object has this etag. */
const unmatchedEtag = '"pulumi-aep-never-matches"';

/** The object of the state, read by `look`; or why AEP does not show it to this credential. */
export async function locate(
  operation: Operation,
  id: string,
  state: JsonObject,
  look: () => Promise<Observed | undefined>,
): Promise<Observed | Exclude<Absence, "visible">> {
  const { clock } = operation.session;
  const startMs = clock.now();
  for (let reads = 1; ; reads++) {
    const live = await look();
    if (live) return live;
    const absence = await absenceOf(operation, id, state);
    if (absence !== "visible") return absence;
    if (reads >= readLimit) {
      throw new NotReady(errorText(errorTable.notVisible, { seconds: secondsSince(operation, startMs) }));
    }
    await clock.sleep(readPauseMs);
  }
}

/** Sends a change that AEP never applies: only its refusal tells a hidden object from a deleted one. */
async function absenceOf(operation: Operation, id: string, state: JsonObject): Promise<Absence> {
  const { item, override } = operation.definition;
  if (!override?.harmlessPatch) return "deleted";
  const body = override.harmlessPatch(state);
  try {
    await send(operation, { method: "PATCH", path: item(id), body, ifMatch: unmatchedEtag });
  } catch (error) {
    if (error instanceof NotFound) return "deleted";
    if (error instanceof Forbidden) return "hidden";
    if (error instanceof Stale) return "visible";
    throw error;
  }
  throw new UnexpectedState(errorText(errorTable.preconditionIgnored, {}));
}
