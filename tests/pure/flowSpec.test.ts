import { specForConnector, specNamed, withFlowSpec } from "../../provider/resources/dataflow/flowSpec";

const files = { id: "f", name: "CloudStorageToAEP", version: "1.0", sourceConnectionSpecIds: ["s3", "blob"] };
const tables = { id: "t", name: "CRMToAEP", sourceConnectionSpecIds: ["redshift"] };
const specs = [files, tables];

it("takes the spec of the wanted name", () => {
  expect(specNamed("CRMToAEP", specs)).toEqual({ id: "t", version: "1.0" });
});

it("takes the only spec that serves the source's connector", () => {
  expect(specForConnector("blob", specs)).toEqual({ id: "f", version: "1.0" });
});

it("reads nothing where the program has the id", async () => {
  const read = () => Promise.reject(new Error("no request is expected"));
  const args = { flowSpec: { id: "f" } };
  expect(await withFlowSpec(args, { get: read, listOnce: read })).toBe(args);
});

it.each<[string, () => unknown, RegExp]>([
  [
    "a name that no spec has",
    () => specNamed("CrmToAep", specs),
    /flowSpec "CrmToAep" was not found: this sandbox has CloudStorageToAEP \(f\), CRMToAEP \(t\)/,
  ],
  [
    "a name where the sandbox has none",
    () => specNamed("X", []),
    /was not found: this sandbox has no flow spec of that name/,
  ],
  [
    "a connector that none serves",
    () => specForConnector("pigeon", specs),
    /the flow spec of connector pigeon was not found: this sandbox has CloudStorageToAEP \(f\)/,
  ],
  [
    "a connector that two serve",
    () => specForConnector("s3", [files, { ...tables, sourceConnectionSpecIds: ["s3"] }]),
    /is not unique: this sandbox has CloudStorageToAEP \(f\), CRMToAEP \(t\)/,
  ],
])("%s is an error that lists names and says what to set", (_what, choose, sentence) => {
  expect(choose).toThrow(sentence);
  expect(choose).toThrow("Set flowSpec to { id, version }");
});
