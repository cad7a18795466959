import { amazonS3 } from "../kinds/baseConnection";
import { secret } from "../../wire/program";
import { type BadInputs, uuid } from "./badInputs";

export const connections: BadInputs = {
  BaseConnection: [
    [
      "a misspelt connector",
      { connectionSpec: "amazn-s3" },
      /^connectionSpec "amazn-s3" .*did you mean "amazon-s3"\?/,
    ],
    [
      "an unknown connector",
      { connectionSpec: "carrier pigeon" },
      /^connectionSpec "carrier pigeon" .*known are amazon-s3,.*\{ id, version \}/,
    ],
    [
      "a spec id that is not a uuid",
      { connectionSpec: { id: "amazon-s3" } },
      /^connectionSpec\.id must be the uuid/,
    ],
    [
      "both forms of connectionSpec",
      { connectionSpec: { id: amazonS3, name: "amazon-s3" } },
      /^connectionSpec\.name is not a field here; remove it/,
    ],
    [
      "a misspelt auth spec",
      { "auth.specName": "AccessKey" },
      /^auth\.specName "AccessKey" is not an auth spec of Amazon S3; did you mean "Access Key"\?/,
    ],
    [
      "another connector's auth spec",
      { "auth.specName": "ConnectionString" },
      /^auth\.specName "ConnectionString" is not an auth spec of Amazon S3; use "Access Key" or "IAMRole Based"/,
    ],
    [
      "another auth spec's parameters",
      { auth: { specName: "IAMRole Based", params: { bucketName: "crm", s3AccessKey: "AKIA0001" } } },
      /^auth\.params\.s3AccessKey is not a parameter of the auth spec "IAMRole Based"; it takes bucketName/,
    ],
    [
      "a missing parameter",
      { "auth.params.s3SecretKey": undefined },
      /^auth\.params\.s3SecretKey is missing; the auth spec "Access Key" needs it/,
    ],
    [
      "an empty parameter",
      { "auth.params.s3SecretKey": secret("") },
      /^auth\.params\.s3SecretKey is missing/,
    ],
    [
      "a misspelt parameter",
      { "auth.params.s3Sesiontoken": "x" },
      /^auth\.params\.s3Sesiontoken is not a parameter .*did you mean "s3SessionToken"\?/,
    ],
    [
      "a parameter of another type",
      { "auth.params.bucketName": 4 },
      /^auth\.params\.bucketName must be a string/,
    ],
    [
      "a URL without its scheme",
      { "auth.params.serviceUrl": "s3.eu-west-1.amazonaws.com" },
      /^auth\.params\.serviceUrl must be a URL with its scheme, such as https:/,
    ],
    ["no auth", { auth: undefined }, /^auth is missing; Amazon S3 needs "Access Key" or "IAMRole Based"/],
    [
      "a misspelt field",
      { descripton: "x" },
      /^descripton is not a field here; did you mean "description"\?/,
    ],
    ["an ill-formed sandbox", { sandbox: "Dev Sandbox" }, /^sandbox .*lower-case/],
  ],
  SourceConnection: [
    [
      "a dataset's id as the base connection",
      { baseConnectionId: "@/dataSets/5c8c3c555033b814b69f947f" },
      /^baseConnectionId is not the id of a BaseConnection: pass that resource's `id`/,
    ],
    [
      "a format of another connector",
      { data: { format: "tabular" } },
      /^data\.format "tabular" is not a format of Amazon S3; use "delimited"/,
    ],
    [
      "a delimiter of two characters",
      { "data.properties.columnDelimiter": ";;" },
      /^data\.properties\.columnDelimiter must be one character/,
    ],
    [
      "an encoding that AEP does not know",
      { "data.properties.encoding": "UTF8" },
      /^data\.properties\.encoding must be one of "UTF-8", "ISO-8859-1"; did you mean "UTF-8"\?/,
    ],
    ["a missing parameter", { "params.path": undefined }, /^params\.path is missing; Amazon S3 needs it/],
    [
      "a misspelt parameter",
      { "params.recursiv": true },
      /^params\.recursiv is not a parameter of Amazon S3; did you mean "recursive"\?/,
    ],
    [
      "a parameter with an unknown value",
      { "params.type": "directory" },
      /^params\.type must be one of "file" or "folder"/,
    ],
    ["no data", { data: undefined }, /^data is missing; Amazon S3 needs data\.format: "delimited" or/],
    [
      "a uuid as the schema",
      { data: { format: "parquet_xdm", schema: { id: uuid } } },
      /^data\.schema\.id is not the id of a Schema/,
    ],
  ],
  TargetConnection: [
    ["a uuid as the dataset", { "params.dataSetId": uuid }, /^params\.dataSetId is not the id of a Dataset/],
    [
      "the reference of a dataset instead of its id",
      { "params.dataSetId": "@/dataSets/5c8c3c555033b814b69f947f" },
      /^params\.dataSetId is not the id of a Dataset/,
    ],
    [
      "a dataset's id as the schema",
      { "data.schema.id": "5c8c3c555033b814b69f947f" },
      /^data\.schema\.id is not the id of a Schema/,
    ],
  ],
};
