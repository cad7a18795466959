/**
 * The parameters of each source connector. connectionSpecs.ts converts the notation into connection specifications: `*`
 * marks a secret, `?` an optional parameter, `#` a number, `!` a boolean, `{}` an object.
 */

export type SourceKind = "files" | "table" | "stream" | "rest";

export interface Connector {
  name: string;
  id: string;
  kind: SourceKind;
  auth: Record<string, string>;
  /** Names of the source connection's parameters, in the same notation. */
  params?: string;
}

export const batchProviderId = "0ed90a81-07f4-4586-8190-b40eccef1c5a";
export const streamingProviderId = "521eee4d-8cbe-4906-bb48-fb6bd4450033";

const connectionString = { "Connection String Based Authentication": "*connectionString" };
const userAndPassword = "username *password";

const files: Connector[] = [
  {
    name: "amazon-s3",
    id: "ecadc60c-7455-4d87-84dc-2a0e293d997b",
    kind: "files",
    auth: {
      "Access Key": "s3AccessKey *s3SecretKey *s3SessionToken? serviceUrl? bucketName? folderPath?",
      "IAMRole Based": "bucketName",
    },
  },
  {
    name: "azure-blob",
    id: "4c10e202-c428-4796-9208-5f1f5732b1cf",
    kind: "files",
    auth: {
      ConnectionString: "*connectionString container? folderPath?",
      "SAS URI Authentication": "*sasUri container? folderPath?",
      "Service Principal Based Authentication":
        "serviceEndpoint servicePrincipalId *servicePrincipalKey accountKind tenant container? folderPath?",
    },
  },
  {
    name: "adls-gen2",
    id: "b3ba5556-48be-44b7-8b85-ff2b69b46dc4",
    kind: "files",
    auth: { "Basic Authentication for adls-gen2": "url servicePrincipalId *servicePrincipalKey tenant" },
  },
  {
    name: "google-cloud",
    id: "32e8f412-cdf7-464c-9885-78184cb113fd",
    kind: "files",
    auth: { "Basic Authentication for google-cloud": "accessKeyId *secretAccessKey" },
  },
  {
    name: "sftp",
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
  { name: "landing-zone", id: "26f526f2-58f4-4712-961d-e41bf1ccc0e8", kind: "files", auth: {} },
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
    auth: { "Azure EventHub authentication credentials": "sasKeyName *sasKey namespace eventHubName?" },
    params: "eventHubName dataType? reset? consumerGroup?",
  },
  {
    name: "google-pubsub",
    id: "70116022-a743-464a-bbfe-e226a7f8210c",
    kind: "stream",
    auth: { "Google PubSub authentication credentials": "projectId *credentials" },
    params: "topicId subscriptionId dataType?",
  },
  {
    name: "http-api",
    id: "bc7b00d6-623a-4dfc-9fdb-f1240aeadaeb",
    kind: "stream",
    auth: { "Streaming Connection": "sourceId dataType name authenticationRequired!?" },
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
    "Basic Authentication": "server database username *password",
  }),
  table("snowflake", "b2e08744-4f1a-40ce-af30-7abac3e23cf3", {
    ConnectionString: "*connectionString",
    "KeyPair Authentication": "account username database warehouse *privateKey *privateKeyPassphrase?",
  }),
  table("google-big-query", "3c9b37f8-13a6-43d8-bad3-b863b941fedd", {
    "Basic Authentication": "project clientId *clientSecret *refreshToken largeResultsDataSetId?",
    "Service Authentication": "projectId *keyFileContent largeResultsDataSetId?",
  }),
  table("azure-synapse-analytics", "a49bcc7d-8038-43af-b1e4-5a7a089a7d79", connectionString),
  table("postgre-sql", "74a1c565-4e59-48d7-9d67-7c03b8a13137", connectionString),
  table("mysql", "26d738e0-8963-47ea-aadf-c60de735468a", connectionString),
  table("sql-server", "1f372ff9-38a4-4492-96f5-b9a4e4bd00ec", connectionString),
  table("mariadb", "3000eb99-cd47-43f3-827c-43caf170f015", connectionString),
  table("oracle-db", "d6b52d86-f0f8-475f-89d4-ce54c8527328", { ConnectionString: "*connectionString" }),
  table("databricks", "e9d7ec6b-0873-4e57-ad21-b3a7c65e310b", {
    "Access Token Authentication": "domain clusterId *accessToken database catalog?",
  }),
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

const applications: Connector[] = [
  table("salesforce", "cfc0fee1-7dc0-40ef-b73e-d8b134c436f5", {
    "OAuth2 Client Credential": "environmentUrl clientId *clientSecret apiVersion includeDeletedObjects!?",
    "OAuth2 JWT Token Credential": "*jwtToken instanceUrl clientId *clientSecret environmentType?",
    "Basic Authentication": `${userAndPassword} *securityToken environmentUrl? apiVersion?`,
  }),
  table("dynamics-online", "38ad80fe-8b06-4938-94f4-d4ee80266b07", {
    "Basic Authentication for Dynamics-Online": `serviceUri ${userAndPassword}`,
    "Service Principal Key Based Authentication": "serviceUri servicePrincipalId *servicePrincipalKey",
  }),
  table("salesforce-service-cloud", "cb66ab34-8619-49cb-96d1-39b37ede86ea", {
    "OAuth2 Client Credential": "environmentUrl clientId *clientSecret apiVersion",
    "Basic Authentication": `${userAndPassword} *securityToken environmentUrl?`,
  }),
  table("service-now", "eb13cb25-47ab-407f-ba89-c0125281c563", {
    "Basic Authentication": `endpoint ${userAndPassword}`,
  }),
  table("oracle-service-cloud", "ba5126ec-c9ac-11eb-b8bc-0242ac130003", {
    "Basic Authentication": `host ${userAndPassword}`,
  }),
  table("oracle-eloqua", "35d6c4d8-c9a9-11eb-b8bc-0242ac130003", {
    "Basic Authentication": `endpoint ${userAndPassword}`,
  }),
  table("veeva-crm", "fcad62f3-09b0-41d3-be11-449d5a621b69", {
    "Basic Authentication": `environmentUrl ${userAndPassword} *securityToken`,
  }),
  table("zoho-crm", "929e4450-0237-4ed2-9404-b7e1e0a00309", {
    "Basic Authentication": "endpoint accountsUrl clientId *clientSecret *accessToken *refreshToken",
  }),
  table("hubspot", "cc6a4487-9e91-433e-a3a3-9cf6626c1806", {
    "Basic Authentication": "clientId *clientSecret *accessToken *refreshToken",
  }),
  table("salesforce-marketing-cloud", "ea1c2a08-b722-11eb-8529-0242ac130003", {
    "Client-Id-Secret Based Authentication": "host clientId *clientSecret",
  }),
  table("google-ads", "d771e9c1-4f26-40dc-8617-ce58c4b53702", {
    "Basic Authentication":
      "clientCustomerID loginCustomerID *developerToken authenticationType clientId *clientSecret *refreshToken",
  }),
  table("paypal", "221c7626-58f6-4eec-8ee2-042b0226f03b", {
    "Client-Id-Secret Based Authentication": "host clientId *clientSecret",
  }),
  table("square", "2acf109f-9b66-4d5e-bc18-ebb2adcff8d5", {
    "OAuth2 Refresh Code": "host clientId *clientSecret *accessToken *refreshToken",
  }),
  table("shopify", "4f63aa36-bd48-4e33-bb83-49fbcd11c708", {
    "Access Token Based": "host *accessToken",
    "Basic Authentication": "host *accessToken",
  }),
  table("odata", "8e6b41a8-d998-4545-ad7d-c6a9fff406c3", { "Anonymous Authentication": "url" }),
];

const rest: Connector[] = [
  {
    name: "generic-rest",
    id: "4e98f16f-87d6-4ef0-bdc6-7a2b0fe76e62",
    kind: "rest",
    auth: {
      oAuth2RefreshCode:
        "host *accessToken clientId? *clientSecret? *refreshToken? accessTokenUrl? authorizationTestUrl? expirationDate? requestParameterOverride{}?",
      "Basic Authentication": `host ${userAndPassword}`,
    },
  },
  {
    name: "mailchimp-members",
    id: "2e8580db-6489-4726-96de-e33f5f60295f",
    kind: "rest",
    auth: {
      "Basic Authentication": `authorizationTestUrl? ${userAndPassword}`,
      oAuth2RefreshCode: "authorizationTestUrl? *accessToken",
    },
  },
  {
    name: "zendesk",
    id: "0a27232b-2c6e-4396-b8c6-c9fc24e37ba4",
    kind: "rest",
    auth: { "OAuth2 Refresh Code": "subdomain *accessToken" },
  },
  {
    name: "stripe",
    id: "cc2c31d6-7b8c-4581-b49f-5c8698aa3ab3",
    kind: "rest",
    auth: { "OAuth2 Refresh Code": "*accessToken" },
  },
];

export const connectors: readonly Connector[] = [
  ...files,
  ...streams,
  ...databases,
  ...applications,
  ...rest,
];

function table(name: string, id: string, auth: Record<string, string>): Connector {
  return { name, id, kind: "table", auth };
}
