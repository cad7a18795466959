import type { Session } from "../api/session";
import type { AnyDefinition } from "../resources/definition";
import { mappingSet } from "../resources/mappingSet";
import { readVersion } from "../resources/mappingSet/newestVersion";
import type { Override } from "../resources/override";
import { type Observed, observe } from "./observe";
import { begin } from "./operation";

export type { Observed } from "./observe";

/** The newest version of a mapping set, or the given one, as the resource reads it too. */
export function readMappingSet(
  session: Session,
  sandbox: string,
  id: string,
  version?: number,
): Promise<Observed | undefined> {
  const definition = version === undefined ? mappingSet : ofVersion(version);
  return observe(begin(definition, session, { sandbox }), id, {});
}

function ofVersion(version: number): AnyDefinition {
  const override: Override = {
    ...mappingSet.override,
    read: (get, id) => readVersion(get, id, version),
  };
  return { ...mappingSet, override };
}
