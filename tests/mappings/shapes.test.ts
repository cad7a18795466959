import { shapeOf, shapeOfFullView, standardField, standardIds, type Field } from "../../provider/xdm";
import { fullView, pathsOf } from "../emulator/schemaRegistry/view";
import { globalResources } from "../emulator/xdm/global";
import type { XdmField } from "../emulator/xdm/notation";
import * as xdm from "../../sdk/xdm";

/** All paths of a shape with their types; lists and maps are passed through. */
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

/** The emulator's notation refers to whole resources only, where Adobe's refers to one definition within them. */
const widerInTheEmulator =
  /consents\.adID|segmentationAttributes\.(account|partner|default)|\b(productSize|unitOfMeasureName): missing/;

describe("standard resources", () => {
  test("each fact can be read, and names only resources that there are", () => {
    const ids = standardIds();
    expect(ids.length).toBeGreaterThan(300);
    for (const id of ids) expect([id, standardField(id)?.type]).toEqual([id, "object"]);
  });

  test("each class and field group with a name of its own in the package is known", () => {
    for (const [name, id] of Object.entries(xdm))
      expect([name, standardField(id)?.open]).toEqual([name, undefined]);
  });

  test("they have the paths and types that the emulator knows, which were written down apart from them", () => {
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
  test("parts of one object in several field groups come together", () => {
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

  test("class and field groups say the same as allOf", () => {
    const refs = [xdm.experienceEvent, xdm.experienceEventWeb];
    expect(shapeOf({ allOf: refs.map(($ref) => ({ $ref })) })).toEqual(
      shapeOf({ class: xdm.experienceEvent, fieldGroups: [xdm.experienceEventWeb] }),
    );
  });

  test("a part that nobody knows leaves the shape open, and what is known stays known", () => {
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

  test("an object that a full view shows without fields may have any", () => {
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

  test("required fields beside a composition count", () => {
    const resource = { allOf: [{ $ref: xdm.profile }], required: ["_id"] };
    expect(shapeOf({ class: "own", resources: { own: resource } }).required).toEqual(["_id"]);
    expect(shapeOf({ class: xdm.experienceEvent }).required?.toSorted()).toEqual(["_id", "timestamp"]);
  });

  test("the full view of a registry gives the shape that its parts give", () => {
    const library = { find: (id: string) => globalResources.get(id) } as Parameters<typeof fullView>[1];
    const resource = globalResources.get(xdm.profilePersonDetails);
    const view = shapeOfFullView(fullView(resource!, library));
    expect(typesOf(view).get("person.name.firstName")).toBe("string");
    expect(view.open).toBeUndefined();
  });
});
