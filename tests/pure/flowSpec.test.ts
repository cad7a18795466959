import { chooseFlowSpec } from "../../provider/resources/shared/flowSpec";

const files = { id: "f", name: "CloudStorageToAEP", version: "1.0", sourceConnectionSpecIds: ["s3", "blob"] };
const tables = { id: "t", name: "CRMToAEP", sourceConnectionSpecIds: ["redshift"] };
const flowSpecs = [files, tables];
const source = (id: string) => ({ items: [{ id: "source", connectionSpec: { id } }] });

it("takes the spec of the wanted name", () => {
  expect(chooseFlowSpec({ flowSpec: "CRMToAEP" }, { flowSpecs })).toEqual({ id: "t", version: "1.0" });
});

it("takes the only spec that serves the source's connector", () => {
  expect(chooseFlowSpec({}, { flowSpecs, source: source("blob") })).toEqual({ id: "f", version: "1.0" });
});

it("looks for nothing where nothing was looked up", () => {
  expect(chooseFlowSpec({ flowSpec: { id: "f" } }, {})).toBeUndefined();
});

it.each([
  [
    "a name that no spec has",
    { flowSpec: "CrmToAep" },
    { flowSpecs },
    /flowSpec "CrmToAep" is not to be found: there are CloudStorageToAEP \(f\), CRMToAEP \(t\)/,
  ],
  [
    "a name where the sandbox has none",
    { flowSpec: "X" },
    { flowSpecs: [] },
    /this sandbox shows none of that name/,
  ],
  [
    "a connector that none serves",
    {},
    { flowSpecs, source: source("pigeon") },
    /flow spec of connector pigeon is not to be found/,
  ],
  [
    "a connector that two serve",
    {},
    { flowSpecs: [files, { ...tables, sourceConnectionSpecIds: ["s3"] }], source: source("s3") },
    /is not unique: there are CloudStorageToAEP \(f\), CRMToAEP \(t\)/,
  ],
])("%s is an error that lists names and says what to set", (_what, args, found, sentence) => {
  expect(() => chooseFlowSpec(args, found)).toThrow(sentence);
  expect(() => chooseFlowSpec(args, found)).toThrow("Set flowSpec to { id, version }");
});
