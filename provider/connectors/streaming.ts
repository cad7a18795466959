import { collectPage, createPage } from "./adobePages";
import type { Connector, Params, Source } from "./connector";
import { optional, password, required, secret } from "./param";

/** Source parameters of all message streams. */
const message: Params = {
  dataType: optional("Format of the messages: raw (any JSON) or xdm", { enum: ["raw", "xdm"] }),
};

/** A registered application of Azure Active Directory. */
const azureApplication: Params = {
  tenantId: required("Azure tenant (directory) of the application"),
  clientId: required("Client id of the application"),
  clientSecretValue: secret("Client secret of the application"),
  namespace: required("Event Hubs namespace"),
};

const googleKey = secret("Key file of the service account", { format: "json" });

const topicName = "Topic as projects/PROJECT/topics/TOPIC";
const subscriptionName =
  "Subscription as projects/PROJECT/subscriptions/SUBSCRIPTION; only one dataflow can use it";

const startingPoint = { enum: ["latest", "earliest"] } as const;

const streams = { version: "1.0", category: "streaming", deltaColumn: false } as const;

/** Ids, because the names are easily mistaken: "Stream data with optional transformation", "Steam data with transformation". */
const messageFlowSpec = "d69717ba-71b4-4313-b654-49f9cf126d7a";
const inletFlowSpec = "c1a19761-d2c7-4702-b9fa-fe91f0613e81";

function source(params: Params, page = collectPage("streaming")): Source {
  return { formats: ["json"], properties: {}, params, page };
}

/** Sources that send messages; their dataflows have no schedule. */
export const streaming: readonly Connector[] = [
  {
    ...streams,
    name: "amazon-kinesis",
    title: "Amazon Kinesis",
    id: "86043421-563b-46ec-8e6c-e23184711bf6",
    flowSpec: messageFlowSpec,
    auth: {
      "Aws Kinesis authentication credentials": {
        accessKeyId: required("Access key id of the AWS user"),
        secretKey: secret("Secret access key of the AWS user"),
        region: required("AWS region of the data stream", { example: "us-east-1" }),
      },
    },
    source: source({
      stream: required("Name of the data stream"),
      ...message,
      reset: optional("Position in the stream at which reading begins", startingPoint),
    }),
    page: createPage("cloud-storage/kinesis"),
  },
  {
    ...streams,
    name: "azure-event-hubs",
    title: "Azure Event Hubs",
    id: "bf9f5905-92b7-48bf-bf20-455bc6b60a4e",
    flowSpec: messageFlowSpec,
    auth: {
      "Azure EventHub authentication credentials": {
        sasKeyName: required("Name of the shared access policy"),
        sasKey: secret("Primary or secondary key of the policy"),
        namespace: required("Event Hubs namespace"),
        eventHubName: optional("Event hub, if the policy is for one hub only"),
      },
      "Event Hub Azure Active Directory Auth": azureApplication,
      "Event Hub Scoped Azure Active Directory Auth": {
        ...azureApplication,
        eventHubName: required("Event hub to which access is limited"),
      },
    },
    source: source({
      eventHubName: required("Event hub to read"),
      ...message,
      reset: optional("Position in the hub at which reading begins", {
        ...startingPoint,
        default: "earliest",
      }),
      consumerGroup: optional("Consumer group; each dataflow needs its own group", { default: "$Default" }),
    }),
    page: createPage("cloud-storage/eventhub"),
  },
  {
    ...streams,
    name: "google-pubsub",
    title: "Google Pub/Sub",
    id: "70116022-a743-464a-bbfe-e226a7f8210c",
    flowSpec: messageFlowSpec,
    auth: {
      "Project Based Authentication": {
        projectId: required("Google Cloud project"),
        credentials: googleKey,
      },
      "Topic & Subscription Based Authentication": {
        credentials: googleKey,
        topicName: required(topicName),
        subscriptionName: required(subscriptionName),
      },
      "Google PubSub authentication credentials": {
        projectId: required("Google Cloud project"),
        credentials: googleKey,
      },
    },
    authStatus: {
      "Google PubSub authentication credentials": {
        state: "replaced",
        use: '"Project Based Authentication"',
      },
    },
    source: source({
      topicName: optional(topicName),
      subscriptionName: optional(subscriptionName),
      topicId: optional("Topic, as older pages of Adobe name it"),
      subscriptionId: optional("Subscription, as older pages of Adobe name it"),
      ...message,
    }),
    page: createPage("cloud-storage/google-pubsub"),
  },
  {
    ...streams,
    name: "http-api",
    title: "HTTP API",
    id: "bc7b00d6-623a-4dfc-9fdb-f1240aeadaeb",
    flowSpec: inletFlowSpec,
    auth: {
      "Streaming Connection": {
        sourceId: optional("Id of the streaming connection, your choice"),
        dataType: required("Format of the messages: xdm or raw (any JSON)", { enum: ["xdm", "raw"] }),
        name: optional("Name of the streaming connection"),
        authenticationRequired: optional("Senders must send an access token of Adobe", {
          type: "boolean",
          default: false,
        }),
      },
    },
    source: source({}),
    note: "It has no credential: AEP opens an endpoint. The output inletUrl of the base connection is its URL.",
    page: createPage("streaming/http"),
  },
  {
    ...streams,
    name: "snowflake-streaming",
    title: "Snowflake streaming",
    id: "51ae16c2-bdad-42fd-9fce-8d5dfddaf140",
    flowSpec: inletFlowSpec,
    auth: {
      "Basic Authentication for Snowflake": {
        account: required("Account with its domain", { example: "ORG-ACCOUNT.snowflakecomputing.com" }),
        database: required("Database to read"),
        warehouse: required("Warehouse that runs the queries"),
        username: required("User of the account"),
        schema: optional("Schema of the tables"),
        password: secret(password),
        role: optional("Role of the user", { default: "public" }),
      },
    },
    source: source(
      {
        tableName: required("Table to read", { example: "CUSTOMERS" }),
        timestampColumn: optional("Column that shows which rows are new"),
        backfill: optional("Begin with the oldest row instead of new rows", { type: "boolean" }),
        timezoneValue: optional("Time zone of a column of type TIMESTAMP_NTZ", { default: "UTC" }),
      },
      createPage("databases/snowflake-streaming"),
    ),
    explore: { objectTypes: ["root", "table"] },
    note: "Adobe offers it with Real-Time CDP Ultimate.",
    page: createPage("databases/snowflake-streaming"),
  },
];
