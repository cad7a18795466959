/** Updates the version fields of an object after an outside edit, for every service. */

import type { World } from "./service";

export type Fields = Record<string, unknown>;

/** Gives an edited object a new version, as a write through the API does. */
export function renewVersion(before: Fields, object: Fields, world: World): void {
  if (isFields(object["versions"])) {
    addVersion(before, object, object["versions"], world);
  } else if (typeof object["etag"] === "string") {
    object["etag"] = world.etag();
    object["version"] = object["etag"];
    object["updatedAt"] = world.now();
  } else if (typeof object["version"] === "string") {
    object["version"] = nextVersion(object["version"]);
  }
  if (typeof object["updated"] === "number") object["updated"] = world.now();
  const metadata = object["meta:registryMetadata"];
  if (isFields(metadata) && "eTag" in metadata) metadata["eTag"] = world.hex(64);
}

/** The etag or version that identifies an object's state in a write. */
export function versionOf(object: Fields): string | undefined {
  const version = object["etag"] ?? object["version"];
  return typeof version === "string" || typeof version === "number" ? String(version) : undefined;
}

/** Data Prep keeps every version of a mapping set: the edit adds a version and leaves the old one unchanged. */
function addVersion(before: Fields, object: Fields, versions: Fields, world: World): void {
  const latest = Number(before["version"]);
  const edited = versions[String(latest)];
  if (!isFields(edited) || !isFields(before["versions"])) return;
  versions[String(latest)] = before["versions"][String(latest)];
  versions[String(latest + 1)] = { ...edited, version: latest + 1, modifiedDate: world.now() };
  object["version"] = latest + 1;
}

function nextVersion(version: string): string {
  return /^\d+(\.\d+)*$/.test(version)
    ? version.replace(/\d+$/, (last) => String(Number(last) + 1))
    : version;
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
