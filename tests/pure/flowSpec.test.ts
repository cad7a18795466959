import { specForConnector, specNamed, withFlowSpec } from "../../provider/resources/dataflow/flowSpec";

const files = { id: "f", name: "CloudStorageToAEP", version: "1.0", sourceConnectionSpecIds: ["s3", "blob"] };
const tables = { id: "t", name: "CRMToAEP", sourceConnectionSpecIds: ["redshift"] };
const specs = [files, tables];

it("returns the spec with the name", () => {
  expect(specNamed("CRMToAEP", specs)).toEqual({ id: "t", version: "1.0" });
});

it("returns the only spec for the connector of the source", () => {
  expect(specForConnector("blob", specs)).toEqual({ id: "f", version: "1.0" });
});

it("sends no request if the program has the id", async () => {
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
    "a name in a sandbox without flow specs",
    () => specNamed("X", []),
    /was not found: this sandbox has no flow spec of that name/,
  ],
  [
    "a connector without a spec",
    () => specForConnector("pigeon", specs),
    /the flow spec of connector pigeon was not found: this sandbox has CloudStorageToAEP \(f\)/,
  ],
  [
    "a connector with two specs",
    () => specForConnector("s3", [files, { ...tables, sourceConnectionSpecIds: ["s3"] }]),
    /is not unique: this sandbox has CloudStorageToAEP \(f\), CRMToAEP \(t\)/,
  ],
])("%s is an error with the names and the remedy", (_what, choose, sentence) => {
  expect(choose).toThrow(sentence);
  expect(choose).toThrow("Set flowSpec to { id, version }");
});
