import { definitions } from "../../provider/resources";
import { factsOf } from "../../provider/resources/fields";
import { unknown, unwrapSecretsOf, type PropertyMap, type PropertyValue } from "../wire/propertyValue";
import { firstName, type Places } from "./kind";
import { allKinds } from "./kinds";
import { alone, deployed, editsOf, kindOf, programOf, useAep, type Edits } from "./scene";

const aep = useAep();

/** The paths of a value and of all values in it: `mappings`, `mappings[0]`, `mappings[0].source`. */
function places(
  value: PropertyValue,
  path: readonly (string | number)[] = [],
): (readonly (string | number)[])[] {
  const own = path.length === 0 ? [] : [path];
  if (typeof value !== "object" || value === null) return own;
  return [
    ...own,
    ...Object.entries(value).flatMap(([key, child]) =>
      places(child as PropertyValue, [...path, Array.isArray(value) ? Number(key) : key]),
    ),
  ];
}

function withUnknown(value: PropertyValue, [key, ...rest]: readonly (string | number)[]): PropertyValue {
  if (key === undefined) return unknown;
  if (Array.isArray(value)) {
    return value.map((child: PropertyValue, index) => (index === key ? withUnknown(child, rest) : child));
  }
  const object = value as PropertyMap;
  return { ...object, [key]: withUnknown(object[key]!, rest) };
}

/** Only an unknown id of another object can require a replacement. */
function mayBeReplaced(type: string, place: readonly (string | number)[]): boolean {
  const kindDefinition = definitions.find((definition) => definition.type === type)!;
  const replaces = [...factsOf(kindDefinition, "replaces").keys()];
  const words = (path: string) => path.replace(/\[[^\]]*\]/g, ".[]").split(".");
  const here = place.map((key) => (typeof key === "number" ? "[]" : key));
  return [...factsOf(kindDefinition, "linksTo").keys()]
    .filter((link) =>
      replaces.some((own) => link === own || link.startsWith(`${own}.`) || link.startsWith(`${own}[`)),
    )
    .some((link) => here.every((word, index) => word === words(link)[index]));
}

const nothing = { kind: "", name: "", inputs: {}, options: {} };

describe.each(allKinds.map((kind) => [kind.type, kind] as const))("%s", (_type, kind) => {
  const variants = [undefined, ...kind.changes.map(({ before, after }) => ({ ...before, ...after }))];

  it("check and diff of a preview accept an unknown value at every place of the args", async () => {
    const visited = new Set<string>();
    for (const variant of variants) {
      aep.current.emulator.reset();
      const stack = await deployed(aep.current, alone(kind, variant));
      const { urn, id, inputs, outputs } = stack.get(kind.type, firstName(kind));
      const written = unwrapSecretsOf(inputs);
      const olds = unwrapSecretsOf(outputs);
      for (const place of places(written).filter(([first]) => first !== "pulumi" && first !== "__provider")) {
        const text = place.join(".");
        if (visited.has(text)) continue;
        visited.add(text);
        const news = withUnknown(written, place) as PropertyMap;
        for (const before of [{}, written]) {
          const { failures } = await aep.current.provider.check(urn, before, news);
          expect({ text, failures }).toEqual({ text, failures: [] });
        }
        const diff = aep.current.provider.diff(urn, id, olds, news, written);
        if (!mayBeReplaced(kind.type, place))
          expect({ text, ...(await diff) }).toMatchObject({ text, replaces: [] });
        else if (/^(Dataset|Schema)$/.test(kind.type))
          await expect(diff).rejects.toThrow(/cannot change in place/);
        else expect((await diff).replaces).toHaveLength(1);
      }
    }
    expect(visited.size).toBeGreaterThanOrEqual(
      Object.keys(kind.examples[firstName(kind)]!(() => nothing)).length,
    );
  });

  it("check accepts a create with all top-level values unknown", async () => {
    const stack = await deployed(aep.current, alone(kind));
    const { urn, inputs } = stack.get(kind.type, firstName(kind));
    const { pulumi, __provider, sandbox, ...args } = unwrapSecretsOf(inputs);
    const hidden = Object.fromEntries(Object.keys(args).map((key) => [key, unknown]));
    const added = { pulumi, __provider, sandbox } as PropertyMap;
    const { failures } = await aep.current.provider.check(urn, {}, { ...added, ...hidden });
    expect(failures).toEqual([]);
  });
});

it("an unknown id of another object replaces the object; any other unknown value does not", async () => {
  const dataflow = allKinds.find(({ type }) => type === "Dataflow")!;
  const stack = await deployed(aep.current, alone(dataflow));
  const { urn, id, inputs, outputs } = stack.get("Dataflow", "hourly");
  const [written, olds] = [unwrapSecretsOf(inputs), unwrapSecretsOf(outputs)];
  const replaces = async (...place: (string | number)[]) => {
    const news = withUnknown(written, place) as PropertyMap;
    return (await aep.current.provider.diff(urn, id, olds, news, written)).replaces;
  };
  expect(await replaces("sourceConnectionIds", 0)).toEqual(["sourceConnectionIds"]);
  expect(await replaces("sourceConnectionIds")).toEqual(["sourceConnectionIds"]);
  expect(await replaces("targetConnectionIds", 0)).toEqual(["targetConnectionIds"]);
  expect(await replaces("transformations", 0, "params", "mappingId")).toEqual([]);
  expect(await replaces("transformations", 0, "params", "mappingVersion")).toEqual([]);
  expect(await replaces("transformations")).toEqual([]);
  expect(await replaces("name")).toEqual([]);
  expect(await replaces("flowSpec")).toEqual([]);
});

describe("a forbidden change is refused only if it is known; unknown values are accepted for", () => {
  async function diffOf(
    type: string,
    before: Places,
    hide: (inputs: PropertyMap) => PropertyMap,
    edits: Edits = {},
  ) {
    const kind = kindOf(type);
    const program = programOf([type], { ...edits, ...editsOf(kind, [before]) });
    const stack = await deployed(aep.current, program);
    const { urn, id, inputs, outputs } = stack.get(type, firstName(kind));
    const written = unwrapSecretsOf(inputs);
    const state = unwrapSecretsOf(outputs);
    const begun = type === "Dataflow" ? { resolvedStartTime: 1_600_000_000 } : {};
    return aep.current.provider.diff(urn, id, { ...state, ...begun }, hide(written), written);
  }
  const context = "https://ns.adobe.com/xdm/context/";
  const fieldGroups = [`${context}profile-person-details`, `${context}identitymap`];
  const profile = { fieldGroups, immutableTags: ["union"] };
  const tags = { unifiedProfile: ["enabled:true"] };

  it("the tags of a schema that Profile uses", async () => {
    const hidden = await diffOf("Schema", profile, (inputs) => ({ ...inputs, immutableTags: unknown }));
    expect(hidden.replaces).toEqual([]);
  });

  it("a tag of a schema that Profile uses", async () => {
    const hidden = await diffOf("Schema", profile, (inputs) => ({ ...inputs, immutableTags: [unknown] }));
    expect(hidden.replaces).toEqual([]);
  });

  it("the tags of a dataset that Profile reads", async () => {
    const along = { "Schema customers": profile };
    const hidden = await diffOf("Dataset", { tags }, (inputs) => ({ ...inputs, tags: unknown }), along);
    expect(hidden.replaces).toEqual([]);
  });

  it.each([
    ["the whole schedule", () => unknown],
    ["the start", (schedule: PropertyMap) => ({ ...schedule, startTime: unknown })],
    ["backfill", (schedule: PropertyMap) => ({ ...schedule, backfill: unknown })],
    ["the frequency", (schedule: PropertyMap) => ({ ...schedule, frequency: unknown })],
  ])("%s of a started dataflow", async (_what, hide) => {
    const hidden = await diffOf("Dataflow", {}, (inputs) => {
      return { ...inputs, scheduleParams: hide(inputs["scheduleParams"] as PropertyMap) };
    });
    expect(hidden.replaces).toEqual([]);
  });
});
