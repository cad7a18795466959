import { ref } from "../../wire/program";
import { added, changed, marked, removed, type Kind, type Places, type Stored, type Use } from "../kind";

/** The start of the years 2100 and 2101: far enough ahead of every test run. */
const [nextCentury, yearLater] = [4_102_444_800, 4_133_980_800];

/** GenericStreamingAEP: the only other flow spec that accepts any source. */
const streaming = "e77fde5a-22a8-11ed-861d-0242ac120002";
const cloudStorage = "9753525b-82c7-4dce-8a9b-5ccfce2b9876";

const mapping = (use: Use, name = "customers") => {
  const set = use("MappingSet", name);
  return { name: "Mapping", params: { mappingId: ref(set).id, mappingVersion: ref(set, "version") } };
};

const copy = (deltaColumn: { readonly [key: string]: string }): Places => ({
  transformations: (use) => [mapping(use), { name: "Copy", params: { deltaColumn } }],
});

export const dataflow: Kind = {
  type: "Dataflow",
  collection: "flows",
  path: "/data/foundation/flowservice/flows",
  mark: "description",
  examples: {
    hourly: (use) => ({
      name: "Customers, hourly",
      description: "From the bucket to the lake",
      flowSpec: "CloudStorageToAEP",
      sourceConnectionIds: [ref(use("SourceConnection", "customers")).id],
      targetConnectionIds: [ref(use("TargetConnection", "customers")).id],
      transformations: [mapping(use)],
      scheduleParams: { frequency: "hour", interval: 1, backfill: true },
      options: { errorDiagnosticsEnabled: true, partialIngestionPercent: 10 },
    }),
  },
  changes: [
    { field: "name", what: "another", after: { name: "Customers" }, sends: changed("/name", "Customers") },
    {
      field: "description",
      what: "another",
      after: { description: "From S3" },
      sends: changed("/description", marked("From S3")),
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
      after: { description: "From S3" },
      sends: changed("/description", marked("From S3")),
    },
    {
      field: "transformations[].params.mappingId",
      what: "another",
      after: { "transformations[0]": (use) => mapping(use, "second") },
      sends: (id) => [
        {
          op: "replace",
          path: "/transformations/0",
          value: { name: "Mapping", params: { mappingId: id("MappingSet", "second"), mappingVersion: 0 } },
        },
      ],
    },
    {
      field: "transformations[].params.mappingVersion",
      what: "added",
      before: { "transformations[0].params.mappingVersion": undefined },
      after: { "transformations[0].params.mappingVersion": 0 },
      sends: (id) => [
        {
          op: "replace",
          path: "/transformations/0",
          value: { name: "Mapping", params: { mappingId: id("MappingSet"), mappingVersion: 0 } },
        },
      ],
    },
    {
      field: "scheduleParams.frequency",
      what: "another",
      after: { "scheduleParams.frequency": "day" },
      sends: changed("/scheduleParams/frequency", "day"),
    },
    {
      field: "scheduleParams.frequency",
      what: "to once, before the start",
      after: { scheduleParams: { frequency: "once" } },
      sends: () => [
        { op: "replace", path: "/scheduleParams/frequency", value: "once" },
        { op: "remove", path: "/scheduleParams/interval" },
        { op: "remove", path: "/scheduleParams/backfill" },
      ],
    },
    {
      field: "scheduleParams.interval",
      what: "another",
      after: { "scheduleParams.interval": 6 },
      sends: changed("/scheduleParams/interval", "6"),
    },
    {
      field: "scheduleParams.startTime",
      what: "another, before the start",
      before: { "scheduleParams.startTime": nextCentury },
      after: { "scheduleParams.startTime": yearLater },
      sends: changed("/scheduleParams/startTime", String(yearLater)),
    },
    {
      field: "scheduleParams.startTime",
      what: "added, before the start",
      after: { "scheduleParams.startTime": nextCentury },
      sends: changed("/scheduleParams/startTime", String(nextCentury)),
    },
    {
      field: "scheduleParams.startTime",
      what: "removed",
      before: { "scheduleParams.startTime": nextCentury },
      after: { "scheduleParams.startTime": undefined },
      sends: undefined,
    },
    {
      field: "scheduleParams.backfill",
      what: "another",
      after: { "scheduleParams.backfill": false },
      sends: changed("/scheduleParams/backfill", "false"),
    },
    {
      field: "scheduleParams.backfill",
      what: "removed",
      after: { "scheduleParams.backfill": undefined },
      sends: removed("/scheduleParams/backfill"),
    },
    {
      field: "scheduleParams.backfill",
      what: "added",
      before: { "scheduleParams.backfill": undefined },
      after: { "scheduleParams.backfill": true },
      sends: added("/scheduleParams/backfill", "true"),
    },
    {
      field: "options.errorDiagnosticsEnabled",
      what: "another",
      after: { "options.errorDiagnosticsEnabled": false },
      sends: changed("/options/errorDiagnosticsEnabled", false),
    },
    {
      field: "options.errorDiagnosticsEnabled",
      what: "removed",
      after: { "options.errorDiagnosticsEnabled": undefined },
      sends: removed("/options/errorDiagnosticsEnabled"),
    },
    {
      field: "options.partialIngestionPercent",
      what: "another",
      after: { "options.partialIngestionPercent": 25 },
      sends: changed("/options/partialIngestionPercent", 25),
    },
    {
      field: "options.partialIngestionPercent",
      what: "added to AEP's own options",
      before: { options: undefined },
      after: { options: { partialIngestionPercent: 5 } },
      sends: added("/options/partialIngestionPercent", 5),
    },
    {
      field: "options.partialIngestionPercent",
      what: "added if AEP shows no options",
      before: { options: undefined },
      after: { options: { partialIngestionPercent: 5 } },
      switches: { nullsForAbsent: false },
      sends: added("/options", { partialIngestionPercent: 5 }),
    },
    { field: "state", what: "disabled", after: { state: "disabled" }, sends: () => "disable" },
    {
      field: "state",
      what: "enabled",
      before: { state: "disabled" },
      after: { state: "enabled" },
      sends: () => "enable",
    },
    {
      field: "state",
      what: "removed, which enables",
      before: { state: "disabled" },
      after: { state: undefined },
      sends: () => "enable",
    },
  ],
  replacements: [
    {
      field: "flowSpec.id",
      after: { flowSpec: { id: streaming, version: "1.0" }, scheduleParams: undefined },
    },
    {
      field: "flowSpec.version",
      after: { flowSpec: { id: cloudStorage, version: "2.0" } },
      previewOnly: true,
    },
    {
      field: "flowSpec",
      what: "another name",
      after: { flowSpec: "GenericStreamingAEP", scheduleParams: undefined },
    },
    {
      field: "sourceConnectionIds[]",
      after: { "sourceConnectionIds[0]": (use) => ref(use("SourceConnection", "second")).id },
    },
    {
      field: "targetConnectionIds[]",
      after: { "targetConnectionIds[0]": (use) => ref(use("TargetConnection", "second")).id },
    },
    { field: "transformations[].name", what: "a Copy added", after: copy({ name: "updatedAt" }) },
    {
      field: "transformations[].params.deltaColumn.name",
      before: copy({ name: "updatedAt" }),
      after: copy({ name: "changedAt" }),
    },
    {
      field: "transformations[].params.deltaColumn.dateFormat",
      before: copy({ name: "updatedAt" }),
      after: copy({ name: "updatedAt", dateFormat: "YYYY-MM-DD" }),
    },
    {
      field: "transformations[].params.deltaColumn.timezone",
      before: copy({ name: "updatedAt", timezone: "UTC" }),
      after: copy({ name: "updatedAt", timezone: "CET" }),
    },
    {
      field: "transformations[].params.mode",
      before: { transformations: (use) => [mapping(use), { name: "Copy", params: {} }] },
      after: { transformations: (use) => [mapping(use), { name: "Copy", params: { mode: "append" } }] },
      switches: { copyAppendMode: "accept" },
    },
  ],
  outsideEdits: [
    {
      field: "name",
      edit: (stored: Stored) => (stored.name = "Renamed on the screen"),
      sends: changed("/name", "Customers, hourly"),
    },
    {
      field: "description",
      edit: (stored: Stored) => (stored.description = "Described on the screen"),
      sends: changed("/description", marked("From the bucket to the lake")),
    },
    {
      field: "scheduleParams.frequency",
      edit: (stored: Stored) => (stored.scheduleParams.frequency = "day"),
      sends: changed("/scheduleParams/frequency", "hour"),
    },
    {
      field: "scheduleParams.interval",
      edit: (stored: Stored) => (stored.scheduleParams.interval = "12"),
      sends: changed("/scheduleParams/interval", "1"),
    },
    {
      field: "scheduleParams.backfill",
      edit: (stored: Stored) => (stored.scheduleParams.backfill = "false"),
      sends: changed("/scheduleParams/backfill", "true"),
    },
    {
      field: "scheduleParams.startTime",
      before: { "scheduleParams.startTime": nextCentury },
      edit: (stored: Stored) => (stored.scheduleParams.startTime = String(yearLater)),
      sends: changed("/scheduleParams/startTime", String(nextCentury)),
    },
    {
      field: "options.errorDiagnosticsEnabled",
      edit: (stored: Stored) => (stored.options.errorDiagnosticsEnabled = false),
      sends: changed("/options/errorDiagnosticsEnabled", true),
    },
    {
      field: "options.partialIngestionPercent",
      edit: (stored: Stored) => (stored.options.partialIngestionPercent = 50),
      sends: changed("/options/partialIngestionPercent", 10),
    },
    { field: "state", edit: (stored: Stored) => (stored.state = "disabled"), sends: () => "enable" },
  ],
  writeOnly: [],
  aliases: [],
  afterDeletion: ["create Dataflow hourly"],
};
