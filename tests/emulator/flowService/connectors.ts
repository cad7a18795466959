/** The source connectors that the emulator knows, and their parameters. */

import { applications, restSources } from "./applicationConnectors";
import { changes, changesAndFilters, table, userAndPassword, type Connector } from "./connectorNotation";

export type { Connector, SourceKind } from "./connectorNotation";

export const batchProviderId = "0ed90a81-07f4-4586-8190-b40eccef1c5a";
export const streamingProviderId = "521eee4d-8cbe-4906-bb48-fb6bd4450033";

const byUser = "server port? database username *password sslMode?";
const connectionString = { "Connection String Based Authentication": "*connectionString" };
const stringOrUser = { ...connectionString, "Basic Authentication": byUser };

const files: Connector[] = [
  {
    name: "amazon-s3",
    more: changes,
    id: "ecadc60c-7455-4d87-84dc-2a0e293d997b",
    kind: "files",
    auth: {
      "Access Key": "s3AccessKey *s3SecretKey *s3SessionToken? serviceUrl? bucketName? folderPath?",
      "IAMRole Based": "bucketName",
    },
  },
  {
    name: "azure-blob",
    more: changes,
    id: "4c10e202-c428-4796-9208-5f1f5732b1cf",
    kind: "files",
    auth: {
      ConnectionString: "*connectionString container? folderPath? usePrivateLink!?",
      "SAS URI Authentication": "*sasUri container? folderPath? usePrivateLink!?",
      "Service Principal Based Authentication":
        "serviceEndpoint servicePrincipalId *servicePrincipalKey accountKind tenant container? folderPath? usePrivateLink!?",
    },
  },
  {
    name: "adls-gen2",
    id: "b3ba5556-48be-44b7-8b85-ff2b69b46dc4",
    kind: "files",
    auth: {
      "Basic Authentication for adls-gen2":
        "url servicePrincipalId *servicePrincipalKey tenant usePrivateLink!?",
    },
  },
  {
    name: "google-cloud",
    more: changes,
    id: "32e8f412-cdf7-464c-9885-78184cb113fd",
    kind: "files",
    auth: { "Basic Authentication for google-cloud": "accessKeyId *secretAccessKey bucketName? folderPath?" },
  },
  {
    name: "sftp",
    more: changes,
    id: "b7bf2577-4520-42c9-bae9-cad01560f7bc",
    kind: "files",
    auth: {
      "Basic Authentication for sftp":
        "host port#? userName *password maxConcurrentConnections#? folderPath? disableChunking!?",
      "SSH PublicKey Authentication for sftp":
        "host port#? userName *privateKeyContent *passPhrase? maxConcurrentConnections#? folderPath? disableChunking!?",
    },
  },
  {
    name: "ftp",
    id: "fb2e94c9-c031-467d-8103-6bd6e0a432f2",
    kind: "files",
    auth: { "Basic Authentication for FTP": "host userName *password" },
  },
  {
    name: "azure-file-storage",
    id: "be5ec48c-5b78-49d5-b8fa-7c89ec4569b8",
    kind: "files",
    auth: { "Basic Authentication": "host userId *password" },
  },
  {
    name: "oracle-object-storage",
    id: "c85f9425-fb21-426c-ad0b-405e9bd8a46c",
    kind: "files",
    auth: { "Access Key": "serviceUrl accessKey *secretKey bucketName? folderPath?" },
  },
  {
    name: "hdfs",
    id: "54e221aa-d342-4707-bcff-7a4bceef0001",
    kind: "files",
    auth: { "Anonymous Authentication": "url" },
  },
  {
    name: "landing-zone",
    more: changes,
    id: "26f526f2-58f4-4712-961d-e41bf1ccc0e8",
    kind: "files",
    auth: {},
  },
];

const streams: Connector[] = [
  {
    name: "amazon-kinesis",
    id: "86043421-563b-46ec-8e6c-e23184711bf6",
    kind: "stream",
    auth: { "Aws Kinesis authentication credentials": "accessKeyId *secretKey region" },
    params: "stream dataType? reset?",
  },
  {
    name: "azure-event-hubs",
    id: "bf9f5905-92b7-48bf-bf20-455bc6b60a4e",
    kind: "stream",
    auth: {
      "Azure EventHub authentication credentials": "sasKeyName *sasKey namespace eventHubName?",
      "Event Hub Azure Active Directory Auth": "tenantId clientId *clientSecretValue namespace",
      "Event Hub Scoped Azure Active Directory Auth":
        "tenantId clientId *clientSecretValue namespace eventHubName",
    },
    params: "eventHubName dataType? reset? consumerGroup?",
  },
  {
    name: "google-pubsub",
    id: "70116022-a743-464a-bbfe-e226a7f8210c",
    kind: "stream",
    auth: {
      "Project Based Authentication": "projectId *credentials",
      "Topic & Subscription Based Authentication": "*credentials topicName subscriptionName",
      // The name on older pages; old connections have it.
      "Google PubSub authentication credentials": "projectId *credentials",
    },
    params: "topicName? subscriptionName? topicId? subscriptionId? dataType?",
  },
  {
    name: "http-api",
    id: "bc7b00d6-623a-4dfc-9fdb-f1240aeadaeb",
    kind: "stream",
    auth: { "Streaming Connection": "sourceId? dataType name? authenticationRequired!?" },
    params: "",
  },
  {
    name: "snowflake-streaming",
    id: "51ae16c2-bdad-42fd-9fce-8d5dfddaf140",
    kind: "stream",
    auth: {
      "Basic Authentication for Snowflake": "account database warehouse username schema? *password role?",
    },
    params: "tableName timestampColumn? backfill? timezoneValue?",
  },
];

const databases: Connector[] = [
  table("amazon-redshift", "3416976c-a9ca-4bba-901a-1f08f66978ff", {
    "Basic Authentication": "server port? database username *password schema?",
  }),
  {
    ...table("snowflake", "b2e08744-4f1a-40ce-af30-7abac3e23cf3", {
      ConnectionString: "*connectionString",
      "KeyPair Authentication":
        "account username database warehouse *privateKey *privateKeyPassphrase? port? role? usePrivateLink!?",
      "Basic Authentication": "host port? username *password database warehouse schema?",
    }),
    more: changesAndFilters,
  },
  {
    ...table("google-big-query", "3c9b37f8-13a6-43d8-bad3-b863b941fedd", {
      "Basic Authentication": "project clientId *clientSecret *refreshToken largeResultsDataSetId?",
      "Service Authentication": "projectId *keyFileContent largeResultsDataSetId? datasetId?",
    }),
    more: changesAndFilters,
  },
  table("azure-synapse-analytics", "a49bcc7d-8038-43af-b1e4-5a7a089a7d79", {
    ...connectionString,
    "Service Principal Key Based Authentication":
      "server database tenant servicePrincipalId *servicePrincipalKey",
  }),
  table("postgre-sql", "74a1c565-4e59-48d7-9d67-7c03b8a13137", stringOrUser),
  table("mysql", "26d738e0-8963-47ea-aadf-c60de735468a", stringOrUser),
  table("sql-server", "1f372ff9-38a4-4492-96f5-b9a4e4bd00ec", connectionString),
  table("mariadb", "3000eb99-cd47-43f3-827c-43caf170f015", stringOrUser),
  table("oracle-db", "d6b52d86-f0f8-475f-89d4-ce54c8527328", {
    ConnectionString: "*connectionString",
    "Basic Authentication": `${byUser} schema?`,
  }),
  {
    ...table("databricks", "e9d7ec6b-0873-4e57-ad21-b3a7c65e310b", {
      "Access Token Authentication": "domain clusterId *accessToken database catalog?",
    }),
    more: changes,
  },
  table("azure-data-explorer", "0479cc14-7651-4354-b233-7480606c2ac3", {
    "Service Principal Based Authentication":
      "endpoint database tenant servicePrincipalId *servicePrincipalKey",
  }),
  table("ibm-db2", "09182899-b429-40c9-a15a-bf3ddbc8ced7", {
    "Basic Authentication": "server database username *password authenticationType?",
  }),
  // The parameter table names host, username and password, the request body only a connection string.
  table("hive", "aac9bbd4-6c01-46ce-b47e-51c6f0f6db3f", {
    "HDInsights Basic Authentication": "host? username? *password? *connectionString?",
  }),
  table("spark", "6a8d82bc-1caf-45d1-908d-cadabc9d63a6", {
    "HDInsights Basic Authentication": `host ${userAndPassword}`,
  }),
  table("azure-table-storage", "ecde33f2-c56f-46cc-bdea-ad151c16cd69", connectionString),
  table("couchbase", "1fe283f6-9bec-11ea-bb37-0242ac130002", connectionString),
  table("greenplum", "37b6bf40-d318-4655-90be-5cd6f65d334b", { "Basic Authentication": "*connectionString" }),
  table("hp-vertica", "a8b6a1a4-5735-42b4-952c-85dce0ac38b5", connectionString),
  table("teradata", "2fa8af9c-2d1a-43ea-a253-f00a00c74412", { ConnectionString: "*connectionString" }),
  table("cassandra", "a8f4d393-1a6b-43f3-931f-91a16ed857f4", {
    "Basic Authentication": `host port# ${userAndPassword}`,
  }),
  table("phoenix", "102706fb-a5cd-42ee-afe0-bc42f017ff43", {
    "Basic Authentication": `host ${userAndPassword} port#? httpPath? enableSsl!?`,
  }),
];

export const connectors: readonly Connector[] = [
  ...files,
  ...streams,
  ...databases,
  ...applications,
  ...restSources,
];
