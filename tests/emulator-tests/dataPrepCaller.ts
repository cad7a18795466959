/** Calls Data Prep directly, with a schema to map to. */

import { dataPrep } from "../emulator/dataPrep";
import { schemaRegistry } from "../emulator/schemaRegistry";
import type { Switches } from "../emulator/switches";
import { callerOf, newWorld } from "./directCaller";

export const FULL = "application/vnd.adobe.xed-full+json;version=1";

export function setUp(switches: Partial<Switches> = {}) {
  const world = newWorld(switches);
  const call = callerOf(dataPrep, world);
  const registry = callerOf(schemaRegistry, world);
  const refs = [
    "profile",
    "profile-person-details",
    "profile-personal-details",
    "identitymap",
    "profile-work-details",
  ];
  const allOf = refs.map((name) => ({ $ref: `https://ns.adobe.com/xdm/context/${name}` }));
  const schemaId: string = registry("POST", "/tenant/schemas", {
    body: { title: "Members", description: "", type: "object", allOf },
  }).body.$id;
  const newerBody = (...pairs: [string, string, string?][]) => ({
    outputSchema: { schemaRef: { id: schemaId, contentType: FULL } },
    mappings: pairs.map(([source, destination, sourceType = "ATTRIBUTE"]) => ({
      sourceType,
      source,
      destination,
    })),
  });
  const create = (body: object = newerBody(["FirstName", "person.name.firstName"])) =>
    call("POST", "/mappingSets", { body });
  const read = (id: string, query = "") => call("GET", `/mappingSets/${id}${query}`);
  return { world, call, schemaId, newerBody, create, read };
}
