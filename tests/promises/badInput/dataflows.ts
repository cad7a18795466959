import { type BadInputs, schemaId, uuid } from "./badInputs";

export const dataflows: BadInputs = {
  Dataflow: [
    [
      "an interval of five minutes",
      { scheduleParams: { frequency: "minute", interval: 5 } },
      /^scheduleParams\.interval must be at least 15 with frequency "minute"/,
    ],
    [
      "an interval of five minutes as a string",
      { scheduleParams: { frequency: "minute", interval: "5" } },
      /^scheduleParams\.interval must be at least 15 with frequency "minute"/,
    ],
    [
      "an interval with the frequency once",
      { scheduleParams: { frequency: "once", interval: 1 } },
      /^scheduleParams\.interval cannot be set with frequency "once"; remove it/,
    ],
    [
      "backfill with the frequency once",
      { scheduleParams: { frequency: "once", backfill: true } },
      /^scheduleParams\.backfill cannot be set with frequency "once"; remove it/,
    ],
    [
      "no interval",
      { "scheduleParams.interval": undefined },
      /^scheduleParams\.interval is missing; frequency "hour" needs it/,
    ],
    [
      "an interval of half an hour",
      { "scheduleParams.interval": 0.5 },
      /^scheduleParams\.interval must be a whole number/,
    ],
    ["an interval of 0", { "scheduleParams.interval": 0 }, /^scheduleParams\.interval must be above 0/],
    [
      "an unknown frequency",
      { "scheduleParams.frequency": "hourly" },
      /^scheduleParams\.frequency must be one of "once", .*did you mean "hour"\?/,
    ],
    [
      "a start in milliseconds",
      { "scheduleParams.startTime": 1_900_000_000_000 },
      /^scheduleParams\.startTime is in milliseconds; write it in seconds/,
    ],
    [
      "a start that is not a number",
      { "scheduleParams.startTime": "tomorrow" },
      /^scheduleParams\.startTime must be epoch seconds, a whole number/,
    ],
    ["two sources", { "sourceConnectionIds[1]": uuid }, /^sourceConnectionIds must hold exactly one id/],
    ["no target", { targetConnectionIds: [] }, /^targetConnectionIds must hold exactly one id/],
    [
      "a schema's id as the source",
      { "sourceConnectionIds[0]": schemaId },
      /^sourceConnectionIds\[0\] is not the id of a SourceConnection/,
    ],
    [
      "a schema's id as the mapping set",
      { "transformations[0].params.mappingId": schemaId },
      /^transformations\[0\]\.params\.mappingId is not the id of a MappingSet/,
    ],
    [
      "an unknown transformation",
      { "transformations[0].name": "Maping" },
      /^transformations\[0\]\.name must be one of "Mapping", "Copy"; did you mean "Mapping"\?/,
    ],
    [
      "an ingestion threshold of 0",
      { "options.partialIngestionPercent": 0 },
      /^options\.partialIngestionPercent must be above 0/,
    ],
    ["an unknown state", { state: "paused" }, /^state must be one of "enabled", "disabled"/],
  ],
};
