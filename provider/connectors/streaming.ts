import type { Connector, Params } from "./connector";

const formats = ["json"] as const;

/** Source parameters that message streams share. */
const message = {
  dataType: {
    type: "string",
    enum: ["raw", "xdm"],
    doc: "Whether messages are free JSON (raw) or already XDM",
  },
} as const satisfies Params;

/** Adobe publishes no usable name for this flow spec: "streaming, with transformation". */
const streams = {
  version: "1.0",
  category: "streaming",
  flowSpec: "d69717ba-71b4-4313-b654-49f9cf126d7a",
  deltaColumn: false,
} as const;

const pages =
  "https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/cloud-storage";

/** Sources that send messages; their dataflows have no schedule. */
export const streaming = [
  {
    ...streams,
    name: "amazon-kinesis",
    title: "Amazon Kinesis",
    id: "86043421-563b-46ec-8e6c-e23184711bf6",
    auth: {
      "Aws Kinesis authentication credentials": {
        accessKeyId: { type: "string", required: true, doc: "Access key id of the AWS user" },
        secretKey: { type: "string", required: true, secret: true, doc: "Secret access key of the AWS user" },
        region: { type: "string", required: true, doc: "AWS region of the data stream, such as us-east-1" },
      },
    },
    source: {
      formats,
      params: {
        stream: { type: "string", required: true, doc: "Name of the data stream" },
        ...message,
        reset: { type: "string", enum: ["latest", "earliest"], doc: "Where in the stream reading begins" },
      },
    },
    page: `${pages}/kinesis`,
  },
  {
    ...streams,
    name: "azure-event-hubs",
    title: "Azure Event Hubs",
    id: "bf9f5905-92b7-48bf-bf20-455bc6b60a4e",
    auth: {
      "Azure EventHub authentication credentials": {
        sasKeyName: { type: "string", required: true, doc: "Name of the shared access policy" },
        sasKey: {
          type: "string",
          required: true,
          secret: true,
          doc: "Primary or secondary key of the policy",
        },
        namespace: { type: "string", required: true, doc: "Event Hubs namespace" },
        eventHubName: { type: "string", doc: "Event hub, where the policy is scoped to one hub" },
      },
    },
    source: {
      formats,
      params: {
        eventHubName: { type: "string", required: true, doc: "Event hub to read" },
        ...message,
        reset: {
          type: "string",
          enum: ["latest", "earliest"],
          default: "earliest",
          doc: "Where in the hub reading begins",
        },
        consumerGroup: {
          type: "string",
          default: "$Default",
          doc: "Consumer group; one group serves only one dataflow",
        },
      },
    },
    page: `${pages}/eventhub`,
  },
] as const satisfies readonly Connector[];
