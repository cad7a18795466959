/** The flow specifications of `GET /flowSpecs`. */

import { dataLakeSpecId } from "./connectionSpecs";
import { batchProviderId, connectors, streamingProviderId, type SourceKind } from "./connectors";

export interface FlowSpec {
  id: string;
  name: string;
  providerId: string;
  version: string;
  sourceConnectionSpecIds: string[];
  targetConnectionSpecIds: string[];
  transformationSpecs: { name: string; spec: object }[];
  optionSpec?: object;
  scheduleSpec?: object;
  attributes: Record<string, unknown>;
  permissionsInfo: Record<string, unknown>;
}

export const cloudStorageFlowSpecId = "9753525b-82c7-4dce-8a9b-5ccfce2b9876";
export const tableFlowSpecId = "14518937-270c-4525-bdec-c2ba7cce3860";

const schema = "http://json-schema.org/draft-07/schema#";

const mapping = {
  name: "Mapping",
  spec: {
    $schema: schema,
    type: "object",
    description: "The mapping set from source to target.",
    properties: { mappingId: { type: "string" }, mappingVersion: { type: "string" } },
  },
};

const copy = {
  name: "Copy",
  spec: {
    $schema: schema,
    type: "object",
    description: "How new rows are recognized.",
    properties: {
      deltaColumn: {
        type: "object",
        properties: {
          name: { type: "string" },
          dateFormat: { type: "string" },
          timezone: { type: "string" },
        },
        required: ["name"],
      },
    },
    required: ["deltaColumn"],
  },
};

const encryption = {
  name: "Encryption",
  spec: {
    $schema: schema,
    type: "object",
    description: "The keys of encrypted files.",
    properties: { publicKeyId: { type: "string" }, signVerificationKeyId: { type: "string" } },
    required: ["publicKeyId"],
  },
};

const schedule = {
  name: "PeriodicSchedule",
  type: "Periodic",
  spec: {
    $schema: schema,
    type: "object",
    properties: {
      startTime: { description: "epoch time", type: "integer" },
      frequency: { type: "string", enum: ["once", "minute", "hour", "day", "week"] },
      interval: { type: "integer" },
      backfill: { type: "boolean", default: true },
    },
    required: ["startTime", "frequency"],
    if: { properties: { frequency: { const: "once" } } },
    then: { allOf: [{ not: { required: ["interval"] } }, { not: { required: ["backfill"] } }] },
    else: {
      required: ["interval"],
      if: { properties: { frequency: { const: "minute" } } },
      then: { properties: { interval: { minimum: 15 } } },
      else: { properties: { interval: { minimum: 1 } } },
    },
  },
};

const options = {
  name: "OptionSpec",
  spec: {
    $schema: schema,
    type: "object",
    properties: {
      errorDiagnosticsEnabled: { title: "Error diagnostics.", type: "boolean", default: false },
      partialIngestionPercent: { title: "Partial ingestion threshold.", type: "number", exclusiveMinimum: 0 },
    },
  },
};

const permissionsInfo = {
  view: [{ "@type": "lowLevel", name: "EnterpriseSource", permissions: ["read"] }],
  manage: [{ "@type": "lowLevel", name: "EnterpriseSource", permissions: ["write"] }],
};

const kinesis = "86043421-563b-46ec-8e6c-e23184711bf6";
const eventHubs = "bf9f5905-92b7-48bf-bf20-455bc6b60a4e";
const pubSub = "70116022-a743-464a-bbfe-e226a7f8210c";
const httpApi = "bc7b00d6-623a-4dfc-9fdb-f1240aeadaeb";
const snowflakeStreaming = "51ae16c2-bdad-42fd-9fce-8d5dfddaf140";

const transformedId = "c1a19761-d2c7-4702-b9fa-fe91f0613e81";
const optionalId = "d69717ba-71b4-4313-b654-49f9cf126d7a";

/** By flow spec: the sources that it served when no source was in both lists. */
export const olderStreamSources: Readonly<Record<string, string[]>> = {
  [transformedId]: [httpApi, snowflakeStreaming],
  [optionalId]: [kinesis, eventHubs, pubSub],
};

export const flowSpecs: ReadonlyMap<string, FlowSpec> = new Map(
  [
    batch(cloudStorageFlowSpecId, "CloudStorageToAEP", idsOf("files"), [mapping, encryption]),
    batch(tableFlowSpecId, "CRMToAEP", idsOf("table"), [copy, mapping]),
    batch("6499120c-0b15-42dc-936e-847ea3c24d72", "RestStorageToAEP", idsOf("rest"), [mapping]),
    // Adobe's own spelling of the name.
    stream(transformedId, "Steam data with transformation", [
      "d27d4907-7351-47dd-bbc2-05a04365703d",
      snowflakeStreaming,
      httpApi,
    ]),
    stream(optionalId, "Stream data with optional transformation", [httpApi, eventHubs, kinesis, pubSub]),
    stream("e77fde5a-22a8-11ed-861d-0242ac120002", "GenericStreamingAEP", []),
  ].map((spec) => [spec.id, spec]),
);

export function isScheduled(spec: FlowSpec): boolean {
  return spec.scheduleSpec !== undefined;
}

function batch(
  id: string,
  name: string,
  sources: string[],
  transformationSpecs: FlowSpec["transformationSpecs"],
) {
  const spec: FlowSpec = {
    ...{ id, name, providerId: batchProviderId, version: "1.0" },
    sourceConnectionSpecIds: sources,
    targetConnectionSpecIds: [dataLakeSpecId],
    transformationSpecs,
    optionSpec: options,
    scheduleSpec: schedule,
    attributes: { isSourceFlow: true, frequency: "batch", isDraftModeSupported: true },
    permissionsInfo,
  };
  return spec;
}

function stream(id: string, name: string, sources: string[]): FlowSpec {
  return {
    ...{ id, name, providerId: streamingProviderId, version: "1.0" },
    sourceConnectionSpecIds: sources,
    targetConnectionSpecIds: [dataLakeSpecId],
    transformationSpecs: [mapping],
    attributes: {
      isSourceFlow: true,
      frequency: "streaming",
      uiAttributes: { apiFeatures: { updateSupported: false, flowRunsSupported: false } },
    },
    permissionsInfo,
  };
}

function idsOf(kind: SourceKind): string[] {
  return connectors.filter((connector) => connector.kind === kind).map((connector) => connector.id);
}
