import { resolve } from "node:path";
import ts from "typescript";
import {
  connectorById,
  connectorByName,
  connectors,
  factsOf,
  formats,
  type Params,
  statusWarning,
} from "../../provider/connectors";
import { unknownNames } from "../../provider/connectors/facts";
import { projectRoot } from "../engine/projectRoot";

const authSpecs = connectors.flatMap((connector) =>
  Object.entries(connector.auth).map(([specName, params]) => ({ connector, specName, params })),
);
const params = [
  ...authSpecs.flatMap(({ connector, specName, params }) => named(`${connector.name}, ${specName}`, params)),
  ...connectors.flatMap(({ name, source }) => named(name, source.params)),
];

function named(place: string, params: Params) {
  return Object.entries(params).map(([name, facts]) => ({ place: `${place}, ${name}`, name, facts }));
}

/** Ids and names of flow specs in Adobe's tutorials and API reference. */
const flowSpecs: Record<string, readonly string[]> = {
  files: ["CloudStorageToAEP"],
  tables: ["CRMToAEP"],
  streaming: ["d69717ba-71b4-4313-b654-49f9cf126d7a", "c1a19761-d2c7-4702-b9fa-fe91f0613e81"],
  rest: ["RestStorageToAEP"],
};

test("there are at least 45 connectors", () => {
  expect(connectors.length).toBeGreaterThanOrEqual(45);
});

test.each(["name", "id", "title"] as const)("no two connectors have the same %s", (field) => {
  expect(new Set(connectors.map((connector) => connector[field])).size).toBe(connectors.length);
});

test.each(connectors)("$name is well-formed and found by its name and id", (connector) => {
  expect(connector.name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  expect(connector.id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  expect(connector.version).toBe("1.0");
  expect(connectorByName(connector.name)).toBe(connector);
  expect(connectorById(connector.id)).toBe(connector);
});

test.each(connectors)("the facts of $name are from pages of Adobe", ({ page, source }) => {
  const tutorials =
    /^https:\/\/experienceleague\.adobe\.com\/en\/docs\/experience-platform\/sources\/api-tutorials\//;
  expect(page).toMatch(tutorials);
  expect(source.page).toMatch(tutorials);
});

test.each(connectors)("$name has a flow spec of its category", ({ category, flowSpec, deltaColumn }) => {
  expect(flowSpecs[category]).toContain(flowSpec);
  // 1367-400 and the opposite error: only flows of table sources have a delta column.
  expect(deltaColumn).toBe(category === "tables");
});

test.each(connectors)("$name has formats, and properties that belong to them", ({ source }) => {
  expect(source.formats).not.toEqual([]);
  expect(
    Object.values(source.properties)
      .flat()
      .filter((format) => !source.formats.includes(format)),
  ).toEqual([]);
});

test.each(connectors)("$name can be explored, unless it is a stream of messages", ({ category, explore }) => {
  const types = { files: "file", tables: "table", streaming: "table", rest: "rest" } as const;
  if (explore) expect(explore.objectTypes).toContain(types[category]);
  else expect(category).toBe("streaming");
});

const statuses = connectors.flatMap(({ name, auth, status, authStatus }) => [
  ...(status ? [{ place: name, status, exists: true }] : []),
  ...Object.entries(authStatus ?? {}).map(([specName, status]) => ({
    place: `${name}, ${specName}`,
    status,
    exists: Object.hasOwn(auth, specName),
  })),
]);

test.each(statuses)(
  "$place: the status has its month, and only an end has a warning",
  ({ status, exists }) => {
    const { state, since } = status;
    expect(exists).toBe(true);
    if (since !== undefined) expect(since).toMatch(/^20\d\d-\d\d$/);
    if (state === "deprecated" || state === "retired") expect(since).toBeDefined();
    expect(statusWarning(status) === undefined).toBe(state === "beta" || state === "unlisted");
  },
);

test("each connector has the date of its facts", () => {
  expect(unknownNames()).toEqual([]);
  for (const { name } of connectors) expect(factsOf(name).date).toMatch(/^20\d\d-\d\d-\d\d$/);
  const notFound = connectors.filter(({ name }) => factsOf(name).source.startsWith("no page"));
  expect(notFound.map(({ name }) => name).sort()).toEqual([
    "cassandra",
    "couchbase",
    "paypal",
    "phoenix",
    "zendesk",
  ]);
});

test.each(authSpecs)(
  "$connector.name, $specName requires a parameter, or its note explains why not",
  (spec) => {
    const { connector, params } = spec;
    if (Object.values(params).some(({ required }) => required)) return;
    expect(connector.note).toMatch(/^No single parameter is required: /);
  },
);

test.each(authSpecs)(
  "$connector.name, $specName has a secret, or its note explains that there is none",
  (spec) => {
    const { connector, specName, params } = spec;
    if (Object.values(params).some(({ secret }) => secret)) return;
    // On AEP on AWS a role replaces the credential.
    if (specName === "IAMRole Based") return;
    expect(connector.note).toMatch(/^It has no credential/);
  },
);

test.each(connectors.filter(({ auth }) => Object.keys(auth).length === 0))(
  "$name has no auth spec, and says why",
  ({ note }) => expect(note).toMatch(/no base connection/),
);

test.each(params)("$place: default, allowed values and example fit", ({ facts }) => {
  const { type, default: assumed, enum: choices, example, required, doc, format } = facts;
  const types = {
    string: "string",
    integer: "number",
    boolean: "boolean",
    object: "object",
    columns: "object",
  };
  if (assumed !== undefined) expect(typeof assumed).toBe(types[type]);
  if (choices && assumed !== undefined) expect(choices).toContain(assumed);
  if (choices) expect(new Set(choices).size).toBe(choices.length);
  if (required) expect(assumed).toBeUndefined();
  if (type === "integer" && example !== undefined) expect(Number.isInteger(Number(example))).toBe(true);
  if (format) expect(type).toBe("string");
  if (format) expect(formats[format].fits(example ?? formats[format].example)).toBe(true);
  expect(doc).toMatch(/^[^.]{8,}$/);
});

test("ids that differ between pages of Adobe are those of Adobe's flow specs", () => {
  expect(connectorByName("sftp")?.id).toBe("b7bf2577-4520-42c9-bae9-cad01560f7bc");
  expect(connectorByName("adls-gen2")?.id).toBe("b3ba5556-48be-44b7-8b85-ff2b69b46dc4");
  expect(connectorByName("azure-blob")?.id).toBe("4c10e202-c428-4796-9208-5f1f5732b1cf");
  expect(connectorByName("salesforce-service-cloud")?.id).toBe("cb66ab34-8619-49cb-96d1-39b37ede86ea");
  expect(connectorByName("mariadb")?.id).toBe("3000eb99-cd47-43f3-827c-43caf170f015");
  // The provider of all batch connectors, and a connection of a sample response: Adobe has printed both as connection specs.
  expect(connectorById("0ed90a81-07f4-4586-8190-b40eccef1c5a")).toBeUndefined();
  expect(connectorById("bf367b0d-3d9b-4060-b67b-0d3d9bd06094")).toBeUndefined();
});

test("the compiled catalogue stays below 300 kB", () => {
  const { config } = ts.readConfigFile(resolve(projectRoot, "tsconfig.build.json"), (path) =>
    ts.sys.readFile(path),
  ) as { config: object };
  const index = resolve(projectRoot, "provider/connectors/index.ts");
  const { options } = ts.parseJsonConfigFileContent({ ...config, files: [index] }, ts.sys, projectRoot);
  const program = ts.createProgram([index], { ...options, noEmit: false, incremental: false, noCheck: true });
  const sizes: number[] = [];
  program.emit(undefined, (_path, text) => sizes.push(Buffer.byteLength(text)));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  expect(sizes.length).toBeGreaterThan(20);
  expect(total).toBeLessThan(300_000);
});
