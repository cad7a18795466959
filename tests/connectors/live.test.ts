import {
  compareConnectors,
  type Connector,
  connectorByName,
  connectors,
  liveSecrets,
} from "../../provider/connectors";

/** The sample of connection specs in Adobe's API reference, for Microsoft Dynamics. */
function spec(change: (spec: Spec) => void = () => undefined): Spec {
  const text = (more = {}) => ({ type: "string", ...more });
  const made: Spec = {
    id: "38ad80fe-8b06-4938-94f4-d4ee80266b07",
    name: "dynamics-online",
    providerId: "0ed90a81-07f4-4586-8190-b40eccef1c5a",
    version: "1.0",
    authSpec: [
      {
        name: "Basic Authentication for Dynamics-Online",
        type: "BasicAuthentication",
        spec: {
          properties: { serviceUri: text(), username: text(), password: text({ format: "password" }) },
          required: ["username", "password", "serviceUri"],
        },
      },
      {
        name: "Service Principal Key Based Authentication",
        spec: {
          properties: {
            serviceUri: text(),
            servicePrincipalId: text(),
            servicePrincipalKey: text({ format: "password" }),
          },
          required: ["serviceUri", "servicePrincipalId", "servicePrincipalKey"],
        },
      },
    ],
    sourceSpec: { spec: {} },
  };
  change(made);
  return made;
}

interface Spec {
  id: string;
  name: string;
  providerId: string;
  version: string;
  authSpec: {
    name: string;
    type?: string;
    spec: { properties: Record<string, object>; required?: string[] };
  }[];
  sourceSpec?: object;
}

const dynamics: readonly Connector[] = [connectorByName("microsoft-dynamics")!];

function differences(change: (spec: Spec) => void) {
  return compareConnectors([spec(change)], dynamics).map(({ kind, specName, param, text }) => ({
    kind,
    place: [specName, param].filter((part) => part !== undefined).join(", "),
    text,
  }));
}

const basic = "Basic Authentication for Dynamics-Online";

test("equal specs have no differences", () => {
  expect(compareConnectors([spec()], dynamics)).toEqual([]);
});

test.each<[string, (spec: Spec) => void, { kind: string; place: string; text: string }]>([
  [
    "an auth spec that is missing in the catalogue",
    ({ authSpec }) => authSpec.push({ name: "OAuth2", spec: { properties: {} } }),
    {
      kind: "new auth spec",
      place: "OAuth2",
      text: 'microsoft-dynamics: auth spec "OAuth2" is missing in the catalogue',
    },
  ],
  [
    "an auth spec that is not served any more",
    ({ authSpec }) => authSpec.pop(),
    {
      kind: "auth spec not served",
      place: "Service Principal Key Based Authentication",
      text: 'microsoft-dynamics: this sandbox has no auth spec "Service Principal Key Based Authentication"',
    },
  ],
  [
    "a parameter that is missing in the catalogue",
    ({ authSpec }) => (authSpec[0]!.spec.properties["region"] = { type: "string" }),
    {
      kind: "new parameter",
      place: `${basic}, region`,
      text: `microsoft-dynamics: region of "${basic}" is missing in the catalogue`,
    },
  ],
  [
    "a parameter that is not served any more",
    ({ authSpec }) => delete authSpec[0]!.spec.properties["username"],
    {
      kind: "parameter not served",
      place: `${basic}, username`,
      text: `microsoft-dynamics: username of "${basic}" is not known to this sandbox`,
    },
  ],
  [
    "a parameter that is optional now",
    ({ authSpec }) => (authSpec[0]!.spec.required = ["username", "password"]),
    {
      kind: "required",
      place: `${basic}, serviceUri`,
      text: `microsoft-dynamics: serviceUri of "${basic}" is not required, but required in the catalogue`,
    },
  ],
  [
    "a parameter that is secret now",
    ({ authSpec }) => (authSpec[0]!.spec.properties["username"] = { type: "string", format: "password" }),
    {
      kind: "secret",
      place: `${basic}, username`,
      text: `microsoft-dynamics: username of "${basic}" is secret, but not secret in the catalogue`,
    },
  ],
  [
    "a parameter that is not secret now",
    ({ authSpec }) => (authSpec[0]!.spec.properties["password"] = { type: "string" }),
    {
      kind: "secret",
      place: `${basic}, password`,
      text: `microsoft-dynamics: password of "${basic}" is not secret, but secret in the catalogue`,
    },
  ],
])("%s is a difference", (_what, change, expected) => {
  expect(differences(change)).toEqual([expected]);
});

test("a connector that is missing in the catalogue is reported with its id", () => {
  const marketo = { ...spec(), id: "2d31dfd1-df1a-456b-948f-226e040ba102", name: "marketo" };
  expect(compareConnectors([spec(), marketo], dynamics)).toEqual([
    {
      kind: "new connector",
      connector: "marketo",
      id: marketo.id,
      text: `marketo: this sandbox offers it; write connectionSpec: { id: "${marketo.id}" }`,
    },
  ]);
});

test("a connector that the sandbox does not offer is reported with its name", () => {
  const found = compareConnectors([spec()], connectors);
  expect(found.map(({ kind }) => kind)).toEqual(Array(connectors.length - 1).fill("connector not served"));
  expect(found[0]).toEqual({
    kind: "connector not served",
    connector: "amazon-s3",
    id: "ecadc60c-7455-4d87-84dc-2a0e293d997b",
    text: "amazon-s3: this sandbox does not offer Amazon S3",
  });
});

test("destinations are not source connectors", () => {
  const { sourceSpec: _, ...destination } = spec();
  const other = { ...destination, id: "4fce964d-3f37-408f-9778-e597338a21ee" };
  expect(compareConnectors([spec(), other], dynamics)).toEqual([]);
});

test.each([
  ["no items", []],
  ["values that are not objects", [null, "text", 4, []]],
])("%s in the response cause no error", (_what, items) => {
  expect(compareConnectors(items, dynamics).map(({ kind }) => kind)).toEqual(["connector not served"]);
});

test.each([
  ["no auth specs", (one: Spec) => ({ ...one, authSpec: undefined })],
  ["auth specs that are not a list", (one: Spec) => ({ ...one, authSpec: {} })],
])("%s mean that none is served", (_what, change) => {
  expect(compareConnectors([change(spec())], dynamics).map(({ kind }) => kind)).toEqual([
    "auth spec not served",
    "auth spec not served",
  ]);
});

test("the secret parameters of an auth spec are those of the sandbox", () => {
  const { id } = spec();
  expect(liveSecrets([spec()], id, basic)).toEqual(["password"]);
  expect(liveSecrets([spec()], id, "No such spec")).toBeUndefined();
  expect(liveSecrets([], id, basic)).toBeUndefined();
});
