import {
  type Connector,
  connectors,
  exampleParams,
  exampleSource,
  formats,
  type Param,
} from "../../provider/connectors";
import { validate } from "../../provider/lifecycle/check/validate";
import type { AnyDefinition } from "../../provider/resources/definition";
import { baseConnection } from "../../provider/resources/baseConnection";
import { sourceConnection } from "../../provider/resources/sourceConnection";

/** Values of every program that are not about a connector. */
const commonArgs = {
  name: "account",
  sandbox: "dev",
  pulumi: { project: "ingestion", stack: "dev", name: "account" },
};

type JsonObject = Record<string, unknown>;

/** One place with parameters: an auth spec, or the params of a source connection. */
interface Place {
  title: string;
  prefix: string;
  known: { readonly [name: string]: Param };
  problems(params: JsonObject): string[];
}

function sentences(definition: AnyDefinition, args: JsonObject): string[] {
  return validate(definition, {}, { ...commonArgs, ...args }).problems;
}

function authPlaces({ name, auth }: Connector): Place[] {
  return Object.entries(auth).map(([specName, known]) => ({
    title: `${name}, ${specName}`,
    prefix: 'BaseConnection "account": auth.params.',
    known,
    problems: (params) => sentences(baseConnection, { connectionSpec: name, auth: { specName, params } }),
  }));
}

function sourcePlace(connector: Connector): Place {
  const { name, auth, source } = connector;
  const base =
    Object.keys(auth).length === 0 ? {} : { baseConnectionId: "24be7e63-ffbd-4ae4-be7e-63ffbd5ae442" };
  const { data } = exampleSource(connector);
  return {
    title: `${name}, source`,
    prefix: 'SourceConnection "account": params.',
    known: source.params,
    problems: (params) => sentences(sourceConnection, { connectionSpec: name, ...base, data, params }),
  };
}

const places = connectors.flatMap((connector) => [
  ...authPlaces(connector),
  ...(connector.source.open ? [] : [sourcePlace(connector)]),
]);

/** Values of every other type. Some booleans are strings in Adobe's tutorials, and the provider accepts both. */
function wrongValues(name: string, { type }: Param): unknown[] {
  const values: [Param["type"] | "none", unknown][] = [
    ["string", "text"],
    ["integer", 7],
    ["none", 7.5],
    ["boolean", true],
    ["object", { key: "value" }],
    ["columns", [{ name: "id" }]],
    ["none", [{ title: "id" }]],
    ["none", [["id"]]],
  ];
  const wrong = values.filter(([fits]) => fits !== type).map(([, value]) => value);
  return ["recursive", "backfill"].includes(name) ? wrong.filter((value) => value !== "true") : wrong;
}

const slips = [
  (name: string) => name.slice(0, -1),
  (name: string) => `${name}s`,
  (name: string) => name[0] + name.slice(2),
  (name: string) => name.replace(/(.)(.)$/, "$2$1"),
];

let cases = 0;

test.each(places)("$title: the values of the catalogue are accepted", ({ known, problems }) => {
  expect(problems(exampleParams(known))).toEqual([]);
  expect(problems(exampleParams(known, "all"))).toEqual([]);
  cases += 2;
});

test.each(places)("$title: a value of another type is refused with the field's name", (place) => {
  const { known, prefix, problems } = place;
  const complete = exampleParams(known, "all");
  for (const [name, param] of Object.entries(known)) {
    for (const value of wrongValues(name, param)) {
      const messages = problems({ ...complete, [name]: value });
      expect(messages).toHaveLength(1);
      expect(messages[0]).toContain(`${prefix}${name} must be `);
      if (param.secret && typeof value !== "object") expect(messages[0]).not.toContain(String(value));
      cases++;
    }
  }
});

test.each(places)("$title: a missing field is refused with its name and meaning", (place) => {
  const { known, prefix, problems } = place;
  const complete = exampleParams(known, "all");
  for (const [name, param] of Object.entries(known)) {
    const { [name]: _, ...rest } = complete;
    const expected = param.required ? [expect.stringContaining(`${prefix}${name} is missing`)] : [];
    expect(problems(rest)).toEqual(expected);
    if (param.required) expect(problems(rest)[0]).toContain(param.doc);
    if (param.required && param.type === "string") {
      expect(problems({ ...rest, [name]: "" })).toEqual(expected);
    }
    cases++;
  }
});

test.each(places)("$title: an unknown field is refused with the nearest name", (place) => {
  const { known, prefix, problems } = place;
  const complete = exampleParams(known, "all");
  for (const name of Object.keys(known)) {
    for (const slip of slips.map((make) => make(name)).filter((slip) => !Object.hasOwn(known, slip))) {
      const messages = problems({ ...complete, [slip]: "value" });
      expect(messages).toEqual([expect.stringContaining(`${prefix}${slip} is not a parameter of`)]);
      expect(messages[0]).toContain(`did you mean "${name}"?`);
      cases++;
    }
  }
  const foreign = problems({ ...complete, zzzzzzzzzzzz: 1, toString: 1 });
  expect(foreign.filter((text) => text.includes("is not a parameter of"))).toHaveLength(2);
  cases++;
});

const choices = places.flatMap((place) =>
  Object.entries(place.known)
    .filter(([, param]) => param.enum)
    .map(([name, param]) => ({ title: `${place.title}, ${name}`, place, name, allowed: param.enum! })),
);

test.each(choices)("$title: a value that is not allowed is refused with the allowed values", (choice) => {
  const { place, name, allowed } = choice;
  const complete = exampleParams(place.known, "all");
  for (const value of allowed) expect(place.problems({ ...complete, [name]: value })).toEqual([]);
  for (const value of allowed.map((one) => `${one}s`)) {
    const messages = place.problems({ ...complete, [name]: value });
    expect(messages).toEqual([expect.stringContaining(`${place.prefix}${name} must be one of`)]);
    for (const one of allowed) expect(messages[0]).toContain(`"${one}"`);
    expect(messages[0]).toContain(`did you mean "${value.slice(0, -1)}"?`);
    cases++;
  }
});

/** Strings in a format that AEP cannot parse, and in one that it may parse. */
const spellings = {
  url: ["canary.example.com", "HTTPS://canary.example.com:8443/a?b=c#d"],
  base64: ["-----BEGIN CANARY-----\nabc\n-----END CANARY-----", "LS0t\nY2FuYXJ5 \nLS0tLQ=="],
  "connection string": ["canary.example.com", "AuthMech=1;CredString=[{user:u,pass:canary}]"],
  json: ['{ "private_key": "canary" ', ' {"private_key":"canary"}\n'],
} as const;

const formatted = places.flatMap((place) =>
  Object.entries(place.known)
    .filter(([, param]) => param.format)
    .map(([name, param]) => ({ title: `${place.title}, ${name}`, place, name, param })),
);

test.each(formatted)("$title: a string in another format is refused with an example", (one) => {
  const { place, name, param } = one;
  const complete = exampleParams(place.known, "all");
  const [wrong, right] = spellings[param.format!];
  const messages = place.problems({ ...complete, [name]: wrong });
  expect(messages).toEqual([expect.stringContaining(`${place.prefix}${name} must be `)]);
  expect(messages[0]).toContain(`, such as ${String(exampleParams({ [name]: param }, "all")[name])}`);
  expect(messages[0]).not.toMatch(/canary/i);
  for (const text of [right, ...(param.required ? [] : [""]), "04da6b54-80e4-46f7-96ec-b56ff0331ba9"]) {
    expect(place.problems({ ...complete, [name]: text })).toEqual([]);
  }
  cases++;
});

test("each format is tested with a parameter", () => {
  expect(new Set(formatted.map(({ param }) => param.format))).toEqual(new Set(Object.keys(formats)));
});

test("a string that need not be JSON is accepted", () => {
  const { problems, known } = places.find(({ title }) => title.startsWith("google-pubsub, Project"))!;
  expect(problems({ ...exampleParams(known), credentials: "c2VydmljZSBhY2NvdW50" })).toEqual([]);
});

test("Hive accepts the parameters of Adobe's table, and those of Adobe's request", () => {
  const { problems } = places.find(({ title }) => title.startsWith("hive, HD"))!;
  expect(problems({ host: "hive.example.com", username: "u", password: "p" })).toEqual([]);
  expect(problems({ connectionString: "HOST=h;PORT=443;UID=u;PWD=p" })).toEqual([]);
});

test("BigQuery accepts the kind of login that Adobe's request has beside the auth spec", () => {
  const { auth } = connectors.find(({ name }) => name === "google-bigquery")!;
  const params = exampleParams(auth["Basic Authentication"]!);
  const args = (type: unknown) => ({
    connectionSpec: "google-bigquery",
    auth: { specName: "Basic Authentication", type, params },
  });
  expect(sentences(baseConnection, args("OAuth2.0"))).toEqual([]);
  expect(sentences(baseConnection, args(2))).toEqual([expect.stringContaining("auth.type must be a string")]);
});

test.each(["true", "false"])("Snowflake accepts backfill as the string %s, as in Adobe's request", (text) => {
  const args = { connectionSpec: "snowflake-streaming", data: { format: "json" }, ...commonArgs };
  const params = { tableName: "ACME", backfill: text };
  const { inputs, problems } = validate(sourceConnection, {}, { ...args, params });
  expect(problems).toEqual([]);
  expect(inputs["params"]).toEqual({ tableName: "ACME", backfill: text === "true" });
});

test.each(connectors)("$name: another auth spec, no auth, another format are refused", (connector) => {
  const { name, title, auth, source } = connector;
  const messagesOf = (definition: AnyDefinition, args: JsonObject) =>
    sentences(definition, { connectionSpec: name, ...args });
  const [specName] = Object.keys(auth);
  const other = messagesOf(baseConnection, { auth: { specName: "No such spec", params: {} } });
  expect(other).toEqual([
    expect.stringContaining(specName === undefined ? "auth must be omitted" : "auth.specName"),
  ]);
  expect(messagesOf(baseConnection, {})).toEqual(
    specName === undefined ? [] : [expect.stringContaining(`auth is missing; ${title} needs "${specName}"`)],
  );
  const format = messagesOf(sourceConnection, {
    data: { format: "xml" },
    params: exampleParams(source.params),
  });
  expect(format).toEqual([expect.stringContaining(`data.format "xml" is not a format of ${title}; use "`)]);
  cases += 3;
});

const warnings = (args: JsonObject) => validate(baseConnection, {}, { ...commonArgs, ...args }).warnings;

test.each([
  ["oracle-eloqua", "Basic Authentication", "retired since 2026-01; use Adobe's source Oracle Eloqua V2"],
  ["hubspot", "Basic Authentication", "replaced since 2026-09; use Adobe's source HubSpot V2"],
  ["phoenix", "Basic Authentication", "retired since 2025-05; Adobe names no replacement"],
  ["snowflake", "ConnectionString", 'deprecated since 2025-11; use "KeyPair Authentication"'],
  [
    "google-pubsub",
    "Google PubSub authentication credentials",
    'replaced; use "Project Based Authentication"',
  ],
])("%s, %s: a preview warns of the status, with the replacement", (name, specName, text) => {
  const { auth } = connectors.find((one) => one.name === name)!;
  const params = exampleParams(auth[specName]!);
  expect(sentences(baseConnection, { connectionSpec: name, auth: { specName, params } })).toEqual([]);
  expect(warnings({ connectionSpec: name, auth: { specName, params } })).toEqual([
    expect.stringContaining(text),
  ]);
});

test.each(["amazon-s3", "cassandra", "spark"])("%s has no warning: Adobe has not ended it", (name) => {
  const [specName, known] = Object.entries(connectors.find((one) => one.name === name)!.auth)[0]!;
  expect(warnings({ connectionSpec: name, auth: { specName, params: exampleParams(known) } })).toEqual([]);
});

test("a source without an account refuses a base connection", () => {
  const args = { connectionSpec: "data-landing-zone", data: { format: "json" }, params: { path: "/in" } };
  const baseConnectionId = "24be7e63-ffbd-4ae4-be7e-63ffbd5ae442";
  expect(sentences(sourceConnection, args)).toEqual([]);
  expect(sentences(sourceConnection, { ...args, baseConnectionId })).toEqual([
    expect.stringContaining("baseConnectionId must be omitted: Data Landing Zone has no base connection"),
  ]);
});

test.each([
  ["amazon-s3", "json", { columnDelimiter: ";" }, ["columnDelimiter"]],
  ["amazon-s3", "parquet", { encoding: "UTF-8", compressionType: "gzip" }, ["encoding", "compressionType"]],
  ["amazon-s3", "json", { compressionType: "gzip" }, []],
  ["amazon-s3", "delimited", { columnDelimiter: ";", encoding: "UTF-8", compressionType: "tar" }, []],
  ["amazon-s3", "parquet_xdm", { columnDelimiter: ";" }, []],
])("%s, %s: properties %j are refused for %j", (name, format, properties, refused) => {
  const data = { format, properties };
  expect(sentences(sourceConnection, { connectionSpec: name, data, params: { path: "/in" } })).toEqual(
    refused.map((field) => expect.stringContaining(`data.properties.${field} must be omitted`)),
  );
});

test.each(["amazon-redshift", "amazon-kinesis", "stripe"])("%s has no properties of files", (name) => {
  const connector = connectors.find((one) => one.name === name)!;
  const { data, params } = exampleSource(connector);
  const args = { connectionSpec: name, data: { ...data, properties: { encoding: "UTF-8" } }, params };
  expect(sentences(sourceConnection, args)).toEqual([
    expect.stringContaining(`data.properties.encoding must be omitted: ${connector.title}`),
  ]);
});

test("thousands of cases were tested", () => {
  expect(cases).toBeGreaterThan(3000);
});
