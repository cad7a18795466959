import { shapeOf, shapeOfFullView, standardField, standardIds, type Field } from "../../provider/xdm";
import { fullView, pathsOf } from "../emulator/schemaRegistry/view";
import { globalResources } from "../emulator/xdm/global";
import type { XdmField } from "../emulator/xdm/notation";
import * as xdm from "../../sdk/xdm";

/** All paths of a shape with their types, also below lists and maps. */
function typesOf(field: Field, prefix = ""): Map<string, string> {
  const inner = field.items ?? field.values;
  if (inner) return typesOf(inner, prefix);
  const types = new Map<string, string>();
  for (const [name, child] of Object.entries(field.properties ?? {})) {
    const path = prefix === "" ? name : `${prefix}.${name}`;
    types.set(path, [child.type === "map" ? "object" : child.type, child.format].filter(Boolean).join(" "));
    for (const [below, type] of typesOf(child, path)) types.set(below, type);
  }
  return types;
}

function emulated({ type, format }: XdmField): string {
  return [type, format].filter(Boolean).join(" ");
}

/** The notation of the emulator refers only to whole resources; Adobe's refers to one definition within them. */
const widerInTheEmulator =
  /consents\.adID|segmentationAttributes\.(account|partner|default)|\b(productSize|unitOfMeasureName): missing/;

describe("standard resources", () => {
  test("each fact can be parsed, and refers only to existing resources", () => {
    const ids = standardIds();
    expect(ids.length).toBeGreaterThan(300);
    for (const id of ids) expect([id, standardField(id)?.type]).toEqual([id, "object"]);
  });

  test("each class and field group that the package exports by name is known", () => {
    for (const [name, id] of Object.entries(xdm))
      expect([name, standardField(id)?.open]).toEqual([name, undefined]);
  });

  test("they have the same paths and types as the emulator, which has its own copy of the facts", () => {
    const library = { find: (id: string) => globalResources.get(id) } as Parameters<typeof fullView>[1];
    const different: string[] = [];
    let compared = 0;
    for (const [id, resource] of globalResources) {
      const field = standardField(id);
      if (field === undefined) continue;
      const types = typesOf(field);
      for (const [path, other] of pathsOf(fullView(resource, library))) {
        const known = types.get(path);
        compared += 1;
        if (known !== undefined && known === emulated(other)) continue;
        if (known !== undefined && (known === "" || emulated(other) === "")) continue;
        different.push(`${id} ${path}: ${known ?? "missing"}, emulator ${emulated(other)}`);
      }
    }
    expect(different.filter((line) => !widerInTheEmulator.test(line))).toEqual([]);
    expect(compared).toBeGreaterThan(1000);
  });
});

describe("shapes", () => {
  test("the parts of one object in several field groups are merged", () => {
    const group = (name: string) => ({
      properties: { _acme: { type: "object", properties: { [name]: { type: "string" } } } },
    });
    const shape = shapeOf({
      class: xdm.profile,
      fieldGroups: ["one", "two"],
      resources: { one: group("first"), two: group("second") },
    });
    expect(Object.keys(shape.properties?.["_acme"]?.properties ?? {}).sort()).toEqual(["first", "second"]);
    expect(shape.open).toBeUndefined();
  });

  test("class and field groups have the same shape as allOf", () => {
    const refs = [xdm.experienceEvent, xdm.experienceEventWeb];
    expect(shapeOf({ allOf: refs.map(($ref) => ({ $ref })) })).toEqual(
      shapeOf({ class: xdm.experienceEvent, fieldGroups: [xdm.experienceEventWeb] }),
    );
  });

  test("an unknown part leaves the shape open, and the known fields stay known", () => {
    const shape = shapeOf({
      class: "https://ns.adobe.com/acme/classes/1",
      fieldGroups: [xdm.profilePersonDetails],
    });
    expect(shape.open).toBe(true);
    expect(shape.properties?.["person"]?.type).toBe("object");
    expect(shapeOf({}).open).toBe(true);
  });

  test("a field group in the registry's raw form, with definitions and a standard type", () => {
    const raw = {
      allOf: [{ $ref: "#/definitions/customFields" }],
      definitions: {
        customFields: {
          type: "object",
          properties: {
            _acme: {
              type: "object",
              properties: {
                home: { $ref: "https://ns.adobe.com/xdm/common/address", type: "object" },
                limits: { type: "object", "meta:xdmType": "map", additionalProperties: { type: "integer" } },
                kind: { type: "string", enum: ["a", "b"], "meta:enum": { a: "A", b: "B" } },
                anything: { type: "object" },
                own: { $ref: "#/definitions/customFields" },
              },
            },
          },
        },
      },
    };
    const shape = shapeOf({ class: xdm.profile, fieldGroups: ["raw"], resources: { raw } });
    const own = shape.properties?.["_acme"]?.properties;
    expect(own?.["home"]?.properties?.["city"]).toEqual({ type: "string" });
    expect(own?.["limits"]).toEqual({ type: "map", values: { type: "integer" } });
    expect(own?.["kind"]).toEqual({ type: "string", enum: ["a", "b"] });
    expect(own?.["anything"]).toEqual({ type: "object", open: true });
    expect(own?.["own"]).toEqual({ open: true });
  });

  test("an object without fields in a full view may have any field", () => {
    const view = {
      type: "object",
      properties: { ids: { type: "object", properties: {} }, a: { type: "string" } },
    };
    expect(shapeOfFullView(view)).toEqual({
      type: "object",
      properties: { ids: { type: "object", open: true }, a: { type: "string" } },
    });
  });

  test("a class without fields of its own adds none", () => {
    const own = { allOf: [{ $ref: "https://ns.adobe.com/xdm/data/record" }, { properties: {} }] };
    expect(shapeOf({ class: "own", resources: { own } }).open).toBeUndefined();
  });

  test("required fields beside a composition are required", () => {
    const resource = { allOf: [{ $ref: xdm.profile }], required: ["_id"] };
    expect(shapeOf({ class: "own", resources: { own: resource } }).required).toEqual(["_id"]);
    expect(shapeOf({ class: xdm.experienceEvent }).required?.toSorted()).toEqual(["_id", "timestamp"]);
  });

  test("the full view of a registry has the same shape as its parts", () => {
    const library = { find: (id: string) => globalResources.get(id) } as Parameters<typeof fullView>[1];
    const resource = globalResources.get(xdm.profilePersonDetails);
    const view = shapeOfFullView(fullView(resource!, library));
    expect(typesOf(view).get("person.name.firstName")).toBe("string");
    expect(view.open).toBeUndefined();
  });
});
