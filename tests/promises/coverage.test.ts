import { z } from "zod";
import { definitions } from "../../provider/resources";
import { factsOf } from "../../provider/resources/fields";
import { hiddenPlaces } from "../../provider/lifecycle/args";
import { canonical } from "../../provider/lifecycle/canonical";
import type { ProgramInputs } from "../wire/program";
import { firstName } from "./kind";
import { allKinds } from "./kinds";
import { kindOf } from "./scene";

/** The names of all leaves of args: `data.format`, `auth.params.*`, `mappings[].source`. */
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

/** Whether a place of a definition, such as `data` or `transformations[name=Copy]`, holds the leaf. */
function holds(place: string, leaf: string): boolean {
  const general = place.replace(/\[[^\]]*\]/g, "[]");
  return leaf === general || [".", "["].some((next) => leaf.startsWith(general + next));
}

it("has every kind of the provider", () => {
  expect(allKinds.map(({ type }) => type).sort()).toEqual(definitions.map(({ type }) => type).sort());
});

describe.each(definitions.map((definition) => [definition.type, definition] as const))(
  "%s",
  (type, definition) => {
    const kind = kindOf(type);
    const changing = kind.changes.map(({ field }) => field);
    const replacing = kind.replacements.map(({ field }) => field);

    it("has an entry for every leaf of its args", () => {
      const known = new Set([...changing, ...replacing, ...kind.otherWords]);
      expect(leaves(definition.args).filter((leaf) => !known.has(leaf))).toEqual([]);
    });

    it("has no entry for what is no leaf of its args", () => {
      const own = new Set(leaves(definition.args));
      expect([...changing, ...replacing, ...kind.otherWords].filter((field) => !own.has(field))).toEqual([]);
    });

    it("has a replacement for every field that replaces, and no change of one in place", () => {
      const places = [...factsOf(definition, "replaces").keys()];
      const unlisted = places.filter((place) => !replacing.some((field) => holds(place, field)));
      expect(unlisted).toEqual([]);
      const wholly = places.filter((place) => !place.includes("="));
      expect(changing.filter((field) => wholly.some((place) => holds(place, field)))).toEqual([]);
    });

    it("names what AEP does not give back", () => {
      const written = canonical(definition, withValues(kind.examples[firstName(kind)]!(() => neverDeclared)));
      expect(hiddenPlaces(definition, written)).toEqual(kind.writeOnly);
    });
  },
);

const neverDeclared = { kind: "", name: "", inputs: {}, options: {} };

/** References and secrets as plain objects: only the keys matter here. */
function withValues(args: ProgramInputs): Record<string, unknown> {
  return JSON.parse(JSON.stringify(args)) as Record<string, unknown>;
}
