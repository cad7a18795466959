import { environmentName, parseConfig, settings, type Setting } from "../../provider/api/config";
import { InvalidInput } from "../../provider/api/errors";

const stack = {
  "aep:clientId": "id",
  "aep:clientSecret": "secret-canary",
  "aep:orgId": "0123456789ABCDEF@AdobeOrg",
};

it("uses the addresses of Adobe and the documented limits by default", () => {
  expect(parseConfig(stack, {})).toEqual({
    credentials: {
      kind: "oauth",
      clientId: "id",
      clientSecret: "secret-canary",
      scopes: "openid,AdobeID,read_organizations,additional_info.projectedProductContext,session",
    },
    orgId: "0123456789ABCDEF@AdobeOrg",
    sandbox: undefined,
    endpoint: "https://platform.adobe.io",
    imsEndpoint: "https://ims-na1.adobelogin.com",
    requestTimeoutMs: 65_000,
    operationTimeoutMs: 300_000,
    maxConnections: 16,
  });
});

it.each(Object.keys(settings) as Setting[])("%s has a name for the environment", (setting) => {
  expect(environmentName(setting)).toMatch(/^AEP_[A-Z]+(_[A-Z]+)*$/);
});

it("reads settings from the environment if the stack does not set them", () => {
  const environment = {
    AEP_CLIENT_ID: "e-id",
    AEP_CLIENT_SECRET: "e-secret",
    AEP_ORG_ID: "AB@AdobeOrg",
    AEP_SANDBOX: "dev",
    AEP_OPERATION_TIMEOUT_SECONDS: "60",
  };
  expect(parseConfig({}, environment)).toMatchObject({
    sandbox: "dev",
    orgId: "AB@AdobeOrg",
    operationTimeoutMs: 60_000,
  });
  expect(parseConfig(stack, environment)).toMatchObject({ credentials: { clientId: "id" }, sandbox: "dev" });
});

it("accepts an access token with an API key or a client id", () => {
  const token = { "aep:accessToken": "token", "aep:orgId": stack["aep:orgId"] };
  expect(parseConfig({ ...token, "aep:apiKey": "key" }, {}).credentials).toEqual({
    kind: "token",
    accessToken: "token",
    apiKey: "key",
  });
  expect(parseConfig({ ...token, "aep:clientId": "id" }, {}).credentials).toMatchObject({ apiKey: "id" });
});

it("accepts scopes with spaces and line ends", () => {
  const { credentials } = parseConfig({ ...stack, "aep:scopes": " openid,\n AdobeID " }, {});
  expect(credentials).toMatchObject({ scopes: "openid,AdobeID" });
});

it.each([
  ["https://platform-nld2.adobe.io/", "https://platform-nld2.adobe.io"],
  ["http://127.0.0.1:8080", "http://127.0.0.1:8080"],
  ["http://localhost:8080//", "http://localhost:8080"],
  ["http://[::1]:8080", "http://[::1]:8080"],
])("accepts the endpoint %s", (text, expected) => {
  expect(parseConfig({ ...stack, "aep:endpoint": text }, {}).endpoint).toBe(expected);
});

it.each([
  ["aep:endpoint", "http://platform.adobe.io"],
  ["aep:endpoint", "http://127.0.0.1.example.com"],
  ["aep:endpoint", "http://localhost.example.com"],
  ["aep:endpoint", "ftp://platform.adobe.io"],
  ["aep:endpoint", "platform.adobe.io"],
  ["aep:imsEndpoint", "http://ims"],
  ["aep:orgId", "acme"],
  ["aep:orgId", "AB@AdobeOrg " + "x"],
  ["aep:sandbox", "Dev"],
  ["aep:sandbox", "1dev"],
  ["aep:sandbox", "dev_1"],
  ["aep:maxConnections", "0"],
  ["aep:requestTimeoutSeconds", "-1"],
  ["aep:requestTimeoutSeconds", "NaN"],
  ["aep:operationTimeoutSeconds", "5m"],
])("refuses %s = %j with the key, the value and the command", (key, value) => {
  const parse = () => parseConfig({ ...stack, [key]: value }, {});
  expect(parse).toThrow(InvalidInput);
  expect(parse).toThrow(`${key} is "${value}"`);
  expect(parse).toThrow(`pulumi config set ${key} ...`);
});

it("a blank value is a missing value", () => {
  expect(() => parseConfig({ ...stack, "aep:clientSecret": "  " }, {})).toThrow(
    "aep:clientSecret is missing",
  );
});

it("no error shows a secret", () => {
  const both = () => parseConfig({ ...stack, "aep:accessToken": "token-canary" }, {});
  expect(both).toThrow("both set");
  expect(both).not.toThrow("canary");
});
