import { z } from "zod";
import { definitions } from "../../provider/resources";
import { factsOf } from "../../provider/resources/fields";
import { hiddenPlaces } from "../../provider/lifecycle/args";
import { canonical } from "../../provider/lifecycle/canonical";
import type { ProgramInputs } from "../wire/program";
import { firstName } from "./kind";
import { allKinds } from "./kinds";
import { kindOf } from "./scene";

/** The paths of all leaves of args: `data.format`, `auth.params.*`, `mappings[].source`. */
function leaves(schema: z.ZodType, path = ""): string[] {
  if (schema instanceof z.ZodOptional) return leaves(schema.unwrap() as z.ZodType, path);
  if (schema instanceof z.ZodArray) return leaves(schema.element as z.ZodType, `${path}[]`);
  if (schema instanceof z.ZodUnion) {
    return [...new Set(schema.options.flatMap((option) => leaves(option as z.ZodType, path)))];
  }
  if (schema instanceof z.ZodRecord) return leaves(schema.valueType as z.ZodType, `${path}.*`);
  if (!(schema instanceof z.ZodObject)) return [path];
  return Object.entries(schema.shape).flatMap(([key, value]) =>
    leaves(value as z.ZodType, path === "" ? key : `${path}.${key}`),
  );
}

/** Whether a place of a definition, such as `data` or `transformations[name=Copy]`, contains the leaf. */
function holds(place: string, leaf: string): boolean {
  const general = place.replace(/\[[^\]]*\]/g, "[]");
  return leaf === general || [".", "["].some((next) => leaf.startsWith(general + next));
}

it("the table has every kind of the provider", () => {
  expect(allKinds.map(({ type }) => type).sort()).toEqual(definitions.map(({ type }) => type).sort());
});

describe.each(definitions.map((definition) => [definition.type, definition] as const))(
  "%s",
  (type, definition) => {
    const kind = kindOf(type);
    const changing = kind.changes.map(({ field }) => field);
    const replacing = kind.replacements.map(({ field }) => field);

    it("the table has an entry for every leaf of its args", () => {
      const known = new Set([...changing, ...replacing, ...kind.aliases]);
      expect(leaves(definition.args).filter((leaf) => !known.has(leaf))).toEqual([]);
    });

    it("the table has no entry for a path that is not a leaf of its args", () => {
      const own = new Set(leaves(definition.args));
      expect([...changing, ...replacing, ...kind.aliases].filter((field) => !own.has(field))).toEqual([]);
    });

    it("the table has a replacement for every field that replaces, and no change in place of such a field", () => {
      const places = [...factsOf(definition, "replaces").keys()];
      const unlisted = places.filter((place) => !replacing.some((field) => holds(place, field)));
      expect(unlisted).toEqual([]);
      const wholly = places.filter((place) => !place.includes("="));
      expect(changing.filter((field) => wholly.some((place) => holds(place, field)))).toEqual([]);
    });

    it("the table lists the places that AEP does not show", () => {
      const written = canonical(definition, withValues(kind.examples[firstName(kind)]!(() => neverDeclared)));
      expect(hiddenPlaces(definition, written)).toEqual(kind.writeOnly);
    });
  },
);

const neverDeclared = { kind: "", name: "", inputs: {}, options: {} };

/** References and secrets as plain objects: the test uses only their keys. */
function withValues(args: ProgramInputs): Record<string, unknown> {
  return JSON.parse(JSON.stringify(args)) as Record<string, unknown>;
}
