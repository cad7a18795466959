import * as pulumi from "@pulumi/pulumi";
import { connectorByName, connectors, nearestName, secretParams } from "../../provider/connectors";

const params = connectors.flatMap(({ name, auth, source }) => [
  ...Object.entries(auth).flatMap(([spec, known]) =>
    Object.entries(known).map(([param, facts]) => ({ place: `${name}, ${spec}, ${param}`, param, facts })),
  ),
  ...Object.entries(source.params).map(([param, facts]) => ({ place: `${name}, ${param}`, param, facts })),
]);

test("the catalogue has the connectors of the tutorials, with the ids in Adobe's flow specs", () => {
  // From the tutorial of each source. In the table of "Collect cloud storage data", two are wrong (SFTP, ADLS Gen2).
  expect(Object.fromEntries(connectors.map(({ name, id }) => [name, id]))).toMatchObject({
    "amazon-s3": "ecadc60c-7455-4d87-84dc-2a0e293d997b",
    "amazon-kinesis": "86043421-563b-46ec-8e6c-e23184711bf6",
    "azure-blob": "4c10e202-c428-4796-9208-5f1f5732b1cf",
    "adls-gen2": "b3ba5556-48be-44b7-8b85-ff2b69b46dc4",
    "azure-event-hubs": "bf9f5905-92b7-48bf-bf20-455bc6b60a4e",
    "google-cloud-storage": "32e8f412-cdf7-464c-9885-78184cb113fd",
    sftp: "b7bf2577-4520-42c9-bae9-cad01560f7bc",
    "amazon-redshift": "3416976c-a9ca-4bba-901a-1f08f66978ff",
  });
});

test.each(params.filter(({ facts }) => facts.secret))("$place is secret by its name", ({ param }) => {
  expect(secretParams(undefined, undefined, { [param]: "value" })).toEqual([param]);
});

test.each([
  "password",
  "API_KEY",
  "pass-phrase",
  "passPhrase",
  "privateKeyContent",
  "jwtToken",
  "sasUri",
  "PWD",
])("%s is secret by its name", (name) => {
  expect(secretParams(undefined, "Some spec", { [name]: "value", host: "h" })).toEqual([name]);
});

test.each(["host", "port", "userName", "clientId", "environmentUrl", "folderPath", "monkey", "keyboardless"])(
  "%s is not secret by its name",
  (name) => {
    expect(secretParams(undefined, "Some spec", { [name]: "value" })).toEqual([]);
  },
);

test("the catalogue knows which names are public", () => {
  const kinesis = connectorByName("amazon-kinesis");
  const written = { accessKeyId: "i", secretKey: "s", region: "r", sessionToken: "not a parameter" };
  expect(secretParams(kinesis, "Aws Kinesis authentication credentials", written)).toEqual([
    "secretKey",
    "sessionToken",
  ]);
  expect(secretParams(kinesis, "no such spec", written)).toEqual([
    "accessKeyId",
    "secretKey",
    "region",
    "sessionToken",
  ]);
});

test("a parameter that a connector of the catalogue lacks is secret, unless it cannot be a text", () => {
  const kinesis = connectorByName("amazon-kinesis");
  const written = { endpoint: "e", scope: pulumi.output("s"), nested: { zone: "z" }, port: 443, tls: true };
  const secrets = ["endpoint", "scope", "nested"];
  expect(secretParams(kinesis, "Aws Kinesis authentication credentials", written)).toEqual(secrets);
  expect(secretParams(kinesis, "no such spec", written)).toEqual(secrets);
});

test.each([
  ["amazon-s4", "amazon-s3"],
  ["Amazon S3", "amazon-s3"],
  ["s3", "amazon-s3"],
  ["redshift", "amazon-redshift"],
  ["azure-eventhub", "azure-event-hubs"],
  ["google-cloud", "google-cloud-storage"],
  ["stfp", "sftp"],
])("%s is taken for %s", (text, name) => {
  expect(
    nearestName(
      text,
      connectors.map((connector) => connector.name),
    ),
  ).toBe(name);
});

test.each(["", "oracle", "zzzzzzzz", "---"])('no connector name is near "%s"', (text) => {
  expect(nearestName(text, ["amazon-s3", "sftp"])).toBeUndefined();
});
