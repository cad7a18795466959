import { Rejected } from "../../api/errors";
import type { JsonObject } from "../../values/propertyPath";
import type { ReadObject } from "../override";
import { mappingSets } from "./collection";

type Get = (path: string) => Promise<ReadObject | undefined>;

/**
 * The newest version of a mapping set. AEP's documents say that a GET without a version gives version 0. They do not say
 * whether this is the newest version or the first one. So version 0, or a version older than the one in our state, is not
 * believed to be the newest: the next versions are read until there is none.
 */
export async function readNewest(
  get: Get,
  id: string,
  { version: known }: JsonObject,
): Promise<ReadObject | undefined> {
  const byDefault = await get(mappingSets.item(id));
  if (!byDefault || isNewest(versionOf(byDefault), known)) return byDefault;
  let newest = byDefault;
  for (;;) {
    const next = Math.max(Number(known ?? 0), versionOf(newest) + 1);
    const found = await readVersion(get, id, next);
    if (!found) return newest;
    newest = found;
  }
}

/** Undefined where the mapping set has no such version. */
export async function readVersion(get: Get, id: string, version: number): Promise<ReadObject | undefined> {
  try {
    const found = await get(`${mappingSets.item(id)}?version=${version}`);
    return found && versionOf(found) === version ? found : undefined;
  } catch (error) {
    // No document says how Data Prep refuses a version that does not exist.
    if (error instanceof Rejected) return undefined;
    throw error;
  }
}

function isNewest(version: number, known: unknown): boolean {
  return typeof known === "number" ? version >= known : version > 0;
}

function versionOf({ raw }: ReadObject): number {
  return Number(raw["version"]);
}
