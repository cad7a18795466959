import { secret } from "../../wire/program";
import { added, changed, marked, removed, type Kind, type Operation, type Stored } from "../kind";

export const amazonS3 = "ecadc60c-7455-4d87-84dc-2a0e293d997b";
export const dataLake = "c604ff05-7f1a-43c0-8e18-33bf874cb11c";

const secretsAgain = (): readonly Operation[] => [
  { op: "replace", path: "/auth/params/s3SecretKey", value: "canary-secret-key" },
  { op: "replace", path: "/auth/params/s3SessionToken", value: "canary-session-token" },
];

export const baseConnection: Kind = {
  type: "BaseConnection",
  collection: "connections",
  path: "/data/foundation/flowservice/connections",
  mark: "description",
  examples: {
    landing: () => ({
      name: "Landing bucket",
      description: "Bucket of the CRM's exports",
      connectionSpec: "amazon-s3",
      auth: {
        specName: "Access Key",
        params: {
          s3AccessKey: "AKIA0001",
          s3SecretKey: secret("canary-secret-key"),
          s3SessionToken: secret("canary-session-token"),
          bucketName: "crm-exports",
        },
      },
    }),
    second: () => ({
      name: "Archive bucket",
      connectionSpec: "amazon-s3",
      auth: { specName: "IAMRole Based", params: { bucketName: "crm-archive" } },
    }),
    blob: () => ({
      name: "Blob container",
      connectionSpec: "azure-blob",
      auth: {
        specName: "ConnectionString",
        params: { connectionString: secret("AccountKey=canary-connection-string") },
      },
    }),
    lake: () => ({ name: "Data lake", connectionSpec: { id: dataLake, version: "1.0" } }),
    secondLake: () => ({ name: "Data lake again", connectionSpec: { id: dataLake } }),
  },
  changes: [
    {
      field: "name",
      what: "another",
      after: { name: "Landing zone" },
      sends: changed("/name", "Landing zone"),
    },
    {
      field: "description",
      what: "another",
      after: { description: "Bucket of all exports" },
      sends: changed("/description", marked("Bucket of all exports")),
    },
    {
      field: "description",
      what: "removed",
      after: { description: undefined },
      sends: changed("/description", marked()),
    },
    {
      field: "description",
      what: "added",
      before: { description: undefined },
      after: { description: "Bucket of all exports" },
      sends: changed("/description", marked("Bucket of all exports")),
    },
    {
      field: "auth.params.*",
      what: "a plain parameter",
      after: { "auth.params.bucketName": "crm-imports" },
      sends: changed("/auth/params/bucketName", "crm-imports"),
    },
    {
      field: "auth.params.*",
      what: "a plain parameter removed",
      after: { "auth.params.bucketName": undefined },
      sends: removed("/auth/params/bucketName"),
    },
    {
      field: "auth.params.*",
      what: "a plain parameter added",
      after: { "auth.params.folderPath": "/in" },
      sends: added("/auth/params/folderPath", "/in"),
    },
    {
      field: "auth.params.*",
      what: "a required secret",
      after: { "auth.params.s3SecretKey": secret("canary-rotated-key") },
      sends: changed("/auth/params/s3SecretKey", "canary-rotated-key"),
    },
    {
      field: "auth.params.*",
      what: "a secret removed",
      after: { "auth.params.s3SessionToken": undefined },
      sends: removed("/auth/params/s3SessionToken"),
    },
    {
      field: "auth.params.*",
      what: "a secret added",
      before: { "auth.params.s3SessionToken": undefined },
      after: { "auth.params.s3SessionToken": secret("canary-new-token") },
      sends: added("/auth/params/s3SessionToken", "canary-new-token"),
    },
    {
      field: "auth.type",
      what: "added",
      after: { "auth.type": "OAuth2.0" },
      sends: added("/auth/type", "OAuth2.0"),
    },
    {
      field: "auth.type",
      what: "another",
      before: { "auth.type": "OAuth2.0" },
      after: { "auth.type": "OAuth2.1" },
      sends: changed("/auth/type", "OAuth2.1"),
    },
    {
      field: "rotation",
      what: "added, which sends all secrets again",
      after: { rotation: "2026-01" },
      sends: secretsAgain,
    },
    {
      field: "rotation",
      what: "another, which sends all secrets again",
      before: { rotation: 1 },
      after: { rotation: 2 },
      sends: secretsAgain,
    },
  ],
  replacements: [
    {
      field: "connectionSpec.id",
      after: {
        connectionSpec: "azure-blob",
        auth: {
          specName: "ConnectionString",
          params: { connectionString: secret("AccountKey=canary-connection-string") },
        },
      },
      dependentEdits: { "SourceConnection customers": { connectionSpec: "azure-blob" } },
    },
    {
      field: "connectionSpec.version",
      after: { connectionSpec: { id: amazonS3, version: "2.0" } },
      previewOnly: true,
    },
    {
      field: "auth.specName",
      after: { auth: { specName: "IAMRole Based", params: { bucketName: "crm-exports" } } },
    },
  ],
  outsideEdits: [
    {
      field: "description",
      what: "emptied with the mark",
      edit: (stored: Stored) => (stored.description = ""),
      sends: changed("/description", marked("Bucket of the CRM's exports")),
    },
    {
      field: "description",
      what: "removed with the mark",
      edit: (stored: Stored) => delete stored.description,
      sends: added("/description", marked("Bucket of the CRM's exports")),
    },
    {
      field: "name",
      edit: (stored: Stored) => (stored.name = "Renamed on the screen"),
      sends: changed("/name", "Landing bucket"),
    },
    {
      field: "description",
      edit: (stored: Stored) => (stored.description = "Described on the screen"),
      sends: changed("/description", marked("Bucket of the CRM's exports")),
    },
    {
      field: "auth.params.bucketName",
      edit: (stored: Stored) => (stored.auth.params.bucketName = "elsewhere"),
      sends: changed("/auth/params/bucketName", "crm-exports"),
    },
    {
      field: "auth.params.s3AccessKey",
      edit: (stored: Stored) => (stored.auth.params.s3AccessKey = "AKIA0002"),
      sends: changed("/auth/params/s3AccessKey", "AKIA0001"),
    },
  ],
  writeOnly: ["auth.params.s3SecretKey", "auth.params.s3SessionToken", "auth.type", "rotation"],
  aliases: ["connectionSpec", "connectionSpec.unchecked"],
  afterDeletion: [
    "create BaseConnection landing",
    "replace SourceConnection customers",
    "replace Dataflow hourly",
  ],
};
