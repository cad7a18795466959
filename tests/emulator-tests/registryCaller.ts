/** Gives every test its own Schema Registry, and functions to fill it. */

import { callerOf, newWorld, type DirectResponse } from "./directCaller";
import { schemaRegistry } from "../emulator/schemaRegistry";
import type { World } from "../emulator/service";
import type { Switches } from "../emulator/switches";

export const RAW = { accept: "application/vnd.adobe.xed+json; version=1" };
export const FULL = { accept: "application/vnd.adobe.xed-full+json;version=1" };
export const LIST = { accept: "application/vnd.adobe.xed-id+json" };
export const PROFILE = "https://ns.adobe.com/xdm/context/profile";
export const EVENT = "https://ns.adobe.com/xdm/context/experienceevent";

export function setUp(switches: Partial<Switches> = {}, clock?: () => number) {
  const world = newWorld(switches, clock);
  const call = callerOf(schemaRegistry, world);
  const id = (response: DirectResponse) => encodeURIComponent(response.body.$id);
  const schemaOf = (title: string, ...refs: string[]) =>
    call("POST", "/tenant/schemas", {
      body: { title, description: "", type: "object", allOf: refs.map(($ref) => ({ $ref })) },
    });
  const groupOf = (title: string, fields: object) =>
    call("POST", "/tenant/fieldgroups", {
      body: {
        title,
        type: "object",
        "meta:intendedToExtend": [PROFILE],
        definitions: { own: { properties: { _acme: { type: "object", properties: fields } } } },
        allOf: [{ $ref: "#/definitions/own" }],
      },
    });
  const identity = (schemaId: string, property: string, more: object = {}) =>
    call("POST", "/tenant/descriptors", {
      body: {
        "@type": "xdm:descriptorIdentity",
        "xdm:sourceSchema": schemaId,
        "xdm:sourceVersion": 1,
        "xdm:sourceProperty": property,
        "xdm:namespace": "Email",
        "xdm:property": "xdm:code",
        "xdm:isPrimary": true,
        ...more,
      },
    });
  return { world, call, id, schemaOf, groupOf, identity };
}

export function useInDataSet(world: World, schemaId: string): void {
  world.collection(world.sandboxes[0]!, "dataSets").set("d".repeat(24), { schemaRef: { id: schemaId } });
}

export const TUTORIAL = [PROFILE, `${PROFILE}-person-details`, `${PROFILE}-personal-details`];
