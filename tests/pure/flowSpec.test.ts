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

const httpApi = "bc7b00d6-623a-4dfc-9fdb-f1240aeadaeb";
/** As Adobe lists them (Adobe: "Collect streaming data using the Flow Service API"): HTTP API is in both. */
const streams = [
  { id: "d69717ba-71b4-4313-b654-49f9cf126d7a", sourceConnectionSpecIds: [httpApi, "kinesis"] },
  { id: "c1a19761-d2c7-4702-b9fa-fe91f0613e81", sourceConnectionSpecIds: [httpApi], version: "1.0" },
];

it("returns the spec of the catalogue, if several serve the connector", () => {
  expect(specForConnector(httpApi, streams)).toEqual({ id: streams[1]!.id, version: "1.0" });
});

it("returns another spec than that of the catalogue, if it is the only one", () => {
  expect(specForConnector(httpApi, streams.slice(0, 1))).toEqual({ id: streams[0]!.id, version: "1.0" });
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
