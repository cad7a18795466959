import { awkward } from "../emulator";
import { configFor } from "../wire/fixtures/aep";
import { secret } from "../wire/program";
import { ProviderProcess } from "../wire/providerProcess";
import { firstName, type Places } from "./kind";
import { kinds } from "./kinds";
import { alone, callsDuring, kindOf, useAep } from "./scene";

const aep = useAep();
const s3 = "ecadc60c-7455-4d87-84dc-2a0e293d997b";
const uuid = "3fa85f64-5717-4562-b3fc-2c963f66afa6";
const schemaId = "https://ns.adobe.com/acme/schemas/0123456789abcdef";

/** Kind, what is wrong, the places, and what the one sentence must say after the kind and its name. */
const cases: [string, string, Places, RegExp][] = [
  [
    "BaseConnection",
    "a connector's name with a slip",
    { connectionSpec: "amazn-s3" },
    /^connectionSpec "amazn-s3" .*did you mean "amazon-s3"\?/,
  ],
  [
    "BaseConnection",
    "a connector that nobody knows",
    { connectionSpec: "carrier pigeon" },
    /^connectionSpec "carrier pigeon" .*known are amazon-s3,.*\{ id, version \}/,
  ],
  [
    "BaseConnection",
    "a spec id that is no uuid",
    { connectionSpec: { id: "amazon-s3" } },
    /^connectionSpec\.id must be the uuid/,
  ],
  [
    "BaseConnection",
    "both forms of connectionSpec",
    { connectionSpec: { id: s3, name: "amazon-s3" } },
    /^connectionSpec\.name is not a field here; remove it/,
  ],
  [
    "BaseConnection",
    "an auth spec with a slip",
    { "auth.specName": "AccessKey" },
    /^auth\.specName "AccessKey" is not an auth spec of Amazon S3; did you mean "Access Key"\?/,
  ],
  [
    "BaseConnection",
    "another connector's auth spec",
    { "auth.specName": "ConnectionString" },
    /^auth\.specName "ConnectionString" is not an auth spec of Amazon S3; use "Access Key" or "IAMRole Based"/,
  ],
  [
    "BaseConnection",
    "another auth spec's parameters",
    { auth: { specName: "IAMRole Based", params: { bucketName: "crm", s3AccessKey: "AKIA0001" } } },
    /^auth\.params\.s3AccessKey is not a parameter of the auth spec "IAMRole Based"; it takes bucketName/,
  ],
  [
    "BaseConnection",
    "a missing parameter",
    { "auth.params.s3SecretKey": undefined },
    /^auth\.params\.s3SecretKey is missing; the auth spec "Access Key" needs it/,
  ],
  [
    "BaseConnection",
    "an empty parameter",
    { "auth.params.s3SecretKey": secret("") },
    /^auth\.params\.s3SecretKey is missing/,
  ],
  [
    "BaseConnection",
    "a parameter with a slip",
    { "auth.params.s3Sesiontoken": "x" },
    /^auth\.params\.s3Sesiontoken is not a parameter .*did you mean "s3SessionToken"\?/,
  ],
  [
    "BaseConnection",
    "a parameter of another type",
    { "auth.params.bucketName": 4 },
    /^auth\.params\.bucketName must be a string/,
  ],
  [
    "BaseConnection",
    "no auth",
    { auth: undefined },
    /^auth is missing; Amazon S3 needs "Access Key" or "IAMRole Based"/,
  ],
  [
    "BaseConnection",
    "a field with a slip",
    { descripton: "x" },
    /^descripton is not a field here; did you mean "description"\?/,
  ],
  ["BaseConnection", "an ill-formed sandbox", { sandbox: "Dev Sandbox" }, /^sandbox .*lower-case/],
  [
    "BaseConnection",
    "no sandbox",
    { sandbox: undefined },
    /^sandbox is missing: .*pulumi config set aep:sandbox/,
  ],
  [
    "SourceConnection",
    "a dataset's id",
    { baseConnectionId: "@/dataSets/5c8c3c555033b814b69f947f" },
    /^baseConnectionId is not the id of a BaseConnection: pass that resource's `id`/,
  ],
  [
    "SourceConnection",
    "a format of another connector",
    { data: { format: "tabular" } },
    /^data\.format "tabular" is not a format of Amazon S3; use "delimited"/,
  ],
  [
    "SourceConnection",
    "two characters as delimiter",
    { "data.properties.columnDelimiter": ";;" },
    /^data\.properties\.columnDelimiter must be one character/,
  ],
  [
    "SourceConnection",
    "an encoding that AEP does not know",
    { "data.properties.encoding": "UTF8" },
    /^data\.properties\.encoding must be one of "UTF-8", "ISO-8859-1"; did you mean "UTF-8"\?/,
  ],
  [
    "SourceConnection",
    "a missing parameter",
    { "params.path": undefined },
    /^params\.path is missing; Amazon S3 needs it/,
  ],
  [
    "SourceConnection",
    "a parameter with a slip",
    { "params.recursiv": true },
    /^params\.recursiv is not a parameter of Amazon S3; did you mean "recursive"\?/,
  ],
  [
    "SourceConnection",
    "a parameter outside its choices",
    { "params.type": "directory" },
    /^params\.type must be one of "file" or "folder"/,
  ],
  ["SourceConnection", "no data", { data: undefined }, /^data is missing; add it/],
  [
    "SourceConnection",
    "a schema's uuid",
    { data: { format: "parquet_xdm", schema: { id: uuid } } },
    /^data\.schema\.id is not the id of a Schema/,
  ],
  [
    "TargetConnection",
    "a uuid for a dataset",
    { "params.dataSetId": uuid },
    /^params\.dataSetId is not the id of a Dataset/,
  ],
  [
    "TargetConnection",
    "the reference of a dataset instead of its id",
    { "params.dataSetId": "@/dataSets/5c8c3c555033b814b69f947f" },
    /^params\.dataSetId is not the id of a Dataset/,
  ],
  [
    "TargetConnection",
    "a dataset's id for a schema",
    { "data.schema.id": "5c8c3c555033b814b69f947f" },
    /^data\.schema\.id is not the id of a Schema/,
  ],
  [
    "Dataset",
    "a uuid for a schema",
    { "schemaRef.id": uuid },
    /^schemaRef\.id is not the id of a Schema: pass that resource's `id`/,
  ],
  ["Dataset", "no schema", { schemaRef: undefined }, /^schemaRef is missing; add it/],
  ["Dataset", "a tag without a list", { "tags.team": "crm" }, /^tags\.team must be a(n)? (array|list)/],
  [
    "Dataset",
    "a text for a switch",
    { enableErrorDiagnostics: "yes" },
    /^enableErrorDiagnostics must be a boolean/,
  ],
  [
    "MappingSet",
    "a mapping without destination",
    { "mappings[0].destination": undefined },
    /^mappings\[0\]\.destination is missing; name the XDM path to fill/,
  ],
  [
    "MappingSet",
    "a mapping with an empty destination",
    { "mappings[0].destination": "" },
    /^mappings\[0\]\.destination is missing/,
  ],
  [
    "MappingSet",
    "a mapping without source",
    { "mappings[0].source": undefined },
    /^mappings\[0\]\.source is missing/,
  ],
  [
    "MappingSet",
    "two mappings to one destination",
    { "mappings[1].destination": "_id" },
    /^mappings\[1\]\.destination is filled by mappings\[0\] already/,
  ],
  ["MappingSet", "no mapping at all", { mappings: [] }, /^mappings must hold at least one mapping/],
  [
    "MappingSet",
    "no schema",
    { outputSchema: undefined },
    /^outputSchema is missing; set xdmSchema or outputSchema\.schemaRef\.id/,
  ],
  [
    "MappingSet",
    "the schema in both words",
    { xdmSchema: schemaId },
    /^xdmSchema means the same as outputSchema; keep one of them/,
  ],
  [
    "MappingSet",
    "the source in both words",
    { "mappings[0].sourceAttribute": "Id" },
    /^mappings\[0\]\.sourceAttribute means the same as source/,
  ],
  [
    "MappingSet",
    "a uuid for a schema",
    { outputSchema: { schemaRef: { id: uuid } } },
    /^outputSchema\.schemaRef\.id is not the id of a Schema/,
  ],
  [
    "MappingSet",
    "a uuid for a schema in the older words",
    { outputSchema: undefined, xdmSchema: uuid },
    /is not the id of a Schema/,
  ],
  [
    "MappingSet",
    "a source that is too long",
    { "mappings[0].source": "x".repeat(4097) },
    /^mappings\[0\]\.source must have at most 4096 characters/,
  ],
  [
    "Dataflow",
    "every five minutes",
    { scheduleParams: { frequency: "minute", interval: 5 } },
    /^scheduleParams\.interval must be at least 15 with frequency "minute"/,
  ],
  [
    "Dataflow",
    "every five minutes as a text",
    { scheduleParams: { frequency: "minute", interval: "5" } },
    /^scheduleParams\.interval must be at least 15 with frequency "minute"/,
  ],
  [
    "Dataflow",
    "once with an interval",
    { scheduleParams: { frequency: "once", interval: 1 } },
    /^scheduleParams\.interval does not go with frequency "once"; remove it/,
  ],
  [
    "Dataflow",
    "once with backfill",
    { scheduleParams: { frequency: "once", backfill: true } },
    /^scheduleParams\.backfill does not go with frequency "once"; remove it/,
  ],
  [
    "Dataflow",
    "no interval",
    { "scheduleParams.interval": undefined },
    /^scheduleParams\.interval is missing; frequency "hour" needs it/,
  ],
  [
    "Dataflow",
    "half an hour as an interval",
    { "scheduleParams.interval": 0.5 },
    /^scheduleParams\.interval must be a whole number/,
  ],
  [
    "Dataflow",
    "an interval of none",
    { "scheduleParams.interval": 0 },
    /^scheduleParams\.interval must be above 0/,
  ],
  [
    "Dataflow",
    "an unknown frequency",
    { "scheduleParams.frequency": "hourly" },
    /^scheduleParams\.frequency must be one of "once", .*did you mean "hour"\?/,
  ],
  [
    "Dataflow",
    "a start in milliseconds",
    { "scheduleParams.startTime": 1_900_000_000_000 },
    /^scheduleParams\.startTime is in milliseconds; AEP counts seconds/,
  ],
  [
    "Dataflow",
    "a start that is no number",
    { "scheduleParams.startTime": "tomorrow" },
    /^scheduleParams\.startTime must be epoch seconds, a whole number/,
  ],
  [
    "Dataflow",
    "two sources",
    { "sourceConnectionIds[1]": uuid },
    /^sourceConnectionIds must hold exactly one id/,
  ],
  ["Dataflow", "no target", { targetConnectionIds: [] }, /^targetConnectionIds must hold exactly one id/],
  [
    "Dataflow",
    "a schema's id for a source",
    { "sourceConnectionIds[0]": schemaId },
    /^sourceConnectionIds\[0\] is not the id of a SourceConnection/,
  ],
  [
    "Dataflow",
    "a schema's id for a mapping set",
    { "transformations[0].params.mappingId": schemaId },
    /^transformations\[0\]\.params\.mappingId is not the id of a MappingSet/,
  ],
  [
    "Dataflow",
    "an unknown transformation",
    { "transformations[0].name": "Maping" },
    /^transformations\[0\]\.name must be one of "Mapping", "Copy"; did you mean "Mapping"\?/,
  ],
  [
    "Dataflow",
    "an ingestion threshold of nothing",
    { "options.partialIngestionPercent": 0 },
    /^options\.partialIngestionPercent must be above 0/,
  ],
  ["Dataflow", "a state that is none", { state: "paused" }, /^state must be one of "enabled", "disabled"/],
  [
    "SchemaClass",
    "an unknown behavior",
    { behavior: "timeseries" },
    /^behavior must be one of .*did you mean "time-series"\?/,
  ],
  ["SchemaClass", "no title", { title: undefined }, /^title is missing; add it/],
  ["SchemaClass", "an empty title", { title: "" }, /^title must not be empty/],
  [
    "FieldGroup",
    "no class that it extends",
    { intendedToExtend: [] },
    /^intendedToExtend must name at least one class/,
  ],
  [
    "Schema",
    "both forms of composition",
    { allOf: [{ $ref: "https://ns.adobe.com/xdm/context/profile" }] },
    /^allOf says the same as class and fieldGroups; keep one of the two forms/,
  ],
  ["Schema", "no class", { class: undefined }, /^class is missing; name a class, such as aep\.xdm\.profile/],
  [
    "SchemaDescriptor",
    "a property without its slash",
    { sourceProperty: "personalEmail.address" },
    /^sourceProperty must begin with a slash/,
  ],
  [
    "SchemaDescriptor",
    "an identity without namespace",
    { namespace: undefined },
    /^namespace is missing; a xdm:descriptorIdentity needs it/,
  ],
  [
    "SchemaDescriptor",
    "a field of another type",
    { destinationSchema: schemaId },
    /^destinationSchema does not belong to a xdm:descriptorIdentity; remove it/,
  ],
  ["Schema", "a uuid for a class", { class: uuid }, /^class is not the id of a SchemaClass/],
  [
    "Schema",
    "a uuid for a field group",
    { "fieldGroups[0]": uuid },
    /^fieldGroups\[0\] is not the id of a FieldGroup/,
  ],
  [
    "SchemaDescriptor",
    "a uuid for a schema",
    { sourceSchema: uuid },
    /^sourceSchema is not the id of a Schema/,
  ],
];

it.each(cases)(
  "%s with %s is refused at preview with one sentence",
  async (type, _what, places, sentence) => {
    const kind = kindOf(type);
    const { emulator } = aep.current;
    emulator.set(awkward);
    const calls = await callsDuring(emulator, async () => {
      const run = await aep.current.stack().preview(alone(kind, places));
      expect(run.errors).toHaveLength(1);
      const name = firstName(kind);
      const prefix = `pulumi-nodejs:dynamic/aep:${type} resource '${name}' has a problem: ${type} "${name}": `;
      const { message, stage } = run.errors[0]!;
      expect(stage).toBe("check");
      expect(message.startsWith(prefix)).toBe(true);
      const said = message.slice(prefix.length);
      expect(said).toMatch(sentence);
      expect(said).not.toContain("\n");
      expect(message.length).toBeLessThanOrEqual(600 + prefix.length);
    });
    expect(calls).toEqual([]);
  },
);

describe("config", () => {
  const given = (emulator: Parameters<typeof configFor>[0]) => configFor(emulator);
  const wrong: [string, Record<string, string | undefined>, RegExp][] = [
    [
      "no client id",
      { "aep:clientId": undefined },
      /aep:clientId is missing: set it with `pulumi config set aep:clientId \.\.\.` or AEP_CLIENT_ID/,
    ],
    [
      "no client secret",
      { "aep:clientSecret": undefined },
      /aep:clientSecret is missing: .*--secret` or AEP_CLIENT_SECRET/,
    ],
    [
      "a token without its key",
      { "aep:clientId": undefined, "aep:clientSecret": undefined, "aep:accessToken": "token-canary" },
      /aep:apiKey is missing/,
    ],
    [
      "both kinds of credentials",
      { "aep:accessToken": "token-canary" },
      /aep:accessToken and aep:clientSecret are both set.*pulumi config rm/,
    ],
    ["no organisation", { "aep:orgId": undefined }, /aep:orgId is missing/],
    [
      "an ill-formed organisation",
      { "aep:orgId": "acme" },
      /aep:orgId is "acme", but .*@AdobeOrg.*pulumi config set aep:orgId/,
    ],
    [
      "an ill-formed sandbox",
      { "aep:sandbox": "Dev 1" },
      /aep:sandbox is "Dev 1", but .*pulumi config set aep:sandbox/,
    ],
    [
      "a plain http endpoint elsewhere",
      { "aep:endpoint": "http://example.com" },
      /aep:endpoint is "http:\/\/example\.com", but must be an https URL/,
    ],
    [
      "a deadline that is none",
      { "aep:operationTimeoutSeconds": "soon" },
      /aep:operationTimeoutSeconds is "soon", but must be a number above zero/,
    ],
  ];

  it.each(wrong)(
    "with %s is refused at preview by every kind, with the key and the command",
    async (_what, changes, sentence) => {
      const process = await ProviderProcess.start();
      const config = Object.entries({ ...given(aep.current.emulator), ...changes });
      await process.configure(
        Object.fromEntries(config.filter(([, value]) => value !== undefined)) as Record<string, string>,
      );
      try {
        const calls = await callsDuring(aep.current.emulator, async () => {
          for (const kind of kinds) {
            const run = await aep.current.stack({ provider: process }).preview(alone(kind));
            expect(run.errors).toHaveLength(1);
            expect(run.errors[0]?.message).toMatch(sentence);
            expect(run.errors[0]?.message).not.toContain("canary");
          }
        });
        expect(calls).toEqual([]);
      } finally {
        await process.kill();
      }
    },
  );
});
