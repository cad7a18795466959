import { validate } from "../../provider/lifecycle/check/validate";
import { definitions } from "../../provider/resources";
import { kind } from "./sample";

const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const added = { sandbox: "dev", pulumi: { project: "p", stack: "s", name: "one" } };
const problems = (inputs: object, olds: object = {}) =>
  validate(kind, { ...olds }, { ...added, ...inputs }).problems;

it.each<[string, object, string[]]>([
  ["nothing wrong", { name: "a" }, []],
  ["an unknown field", { nme: "a" }, ['Sample "one": nme is not a field here; did you mean "name"?']],
  [
    "an unknown field without a near name",
    { zzzzzzzz: 1 },
    ['Sample "one": zzzzzzzz is not a field here; remove it'],
  ],
  [
    "an unknown nested field",
    { ref: { id: "x", versoin: "1" } },
    ['Sample "one": ref.versoin is not a field here; did you mean "version"?'],
  ],
  ["a missing field", { ref: {} }, ['Sample "one": ref.id is missing; add it (string)']],
  ["another type", { name: 4 }, ['Sample "one": name must be a string']],
  ["a list for a text in an item", { items: [{ key: [] }] }, ['Sample "one": items[0].key must be a string']],
  ["an unknown leaf", { name: unknown, ref: { id: unknown } }, []],
  ["an unknown object", { ref: unknown, items: unknown }, []],
  [
    "a wrong key beside an unknown value",
    { ref: { id: unknown, x: 1 } },
    ['Sample "one": ref.x is not a field here; remove it'],
  ],
  [
    "a wrong value beside an unknown one",
    { name: unknown, size: "big" },
    ['Sample "one": size must be a number'],
  ],
])("%s", (_what, inputs, expected) => {
  expect(problems(inputs)).toEqual(expected);
});

it("names only the kind if the name is not known", () => {
  expect(validate(kind, {}, { sandbox: "dev", pulumi: unknown, name: 4 }).problems).toEqual([
    "Sample: name must be a string",
  ]);
});

it("explains how to set a sandbox", () => {
  const { pulumi } = added;
  expect(validate(kind, {}, { pulumi }).problems).toEqual([
    'Sample "one": sandbox is missing: set `sandbox`, or run `pulumi config set aep:sandbox NAME`, or set AEP_SANDBOX',
  ]);
  expect(validate(kind, {}, { pulumi, sandbox: "Dev" }).problems[0]).toContain(
    "sandbox must have only lower-case letters",
  );
});

it("keeps the identity at creation, so that renames and moved stacks cause no diff", () => {
  const olds = { ...added, name: "one" };
  const moved = { sandbox: "dev", pulumi: { project: "p2", stack: "s2", name: "two" } };
  expect(validate(kind, olds, { ...moved, name: "two" }).inputs).toMatchObject({
    pulumi: added.pulumi,
    name: "one",
  });
  expect(validate(kind, olds, { ...moved, name: "chosen" }).inputs).toMatchObject({ name: "chosen" });
  expect(validate(kind, { ...olds, name: "chosen" }, { ...moved, name: "two" }).inputs).toMatchObject({
    name: "two",
  });
});

it("shows no value of a refused field", () => {
  const connection = definitions.find(({ type }) => type === "BaseConnection")!;
  const auth = {
    specName: "Access Key",
    params: { s3AccessKey: 1, s3SecretKey: ["canary"], s3SessionToken: { a: "canary" } },
  };
  const result = validate(connection, {}, { ...added, connectionSpec: "amazon-s3", auth });
  expect(result.problems).toHaveLength(3);
  expect(result.problems.join()).not.toContain("canary");
});

it.each(definitions.map((definition) => [definition.type, definition] as const))(
  "%s: every sentence about an empty program names kind, name and a field",
  (type, definition) => {
    for (const problem of validate(definition, {}, added).problems) {
      expect(problem).toMatch(new RegExp(`^${type} "one": [a-zA-Z.]+ (is missing|must)`));
    }
  },
);
