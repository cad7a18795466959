import { createPage } from "./adobePages";
import type { Connector } from "./connector";
import {
  connectionString,
  databaseLogin,
  optional,
  optionalSecret,
  password,
  required,
  secret,
  servicePrincipal,
  usePrivateLink,
} from "./param";
import { beta, deprecated, unlisted } from "./status";
import { changes, filters, tables, tableSource } from "./tables";

const database = { ...tables, source: tableSource("database-nosql") };

const tablesWithChanges = {
  ...database,
  source: tableSource("database-nosql", changes),
};

const login = "Connection string of the database, with user and password";

/** The names of the databases differ in a space or a word. Each name is copied from Adobe's request. */
const byConnectionString = "Connection String Based Authentication";

export const databases: readonly Connector[] = [
  {
    ...database,
    name: "amazon-redshift",
    title: "Amazon Redshift",
    id: "3416976c-a9ca-4bba-901a-1f08f66978ff",
    auth: {
      "Basic Authentication": {
        ...databaseLogin("Redshift"),
        server: required("Name or IP address of the Redshift server", {
          example: "CLUSTER.us-west-2.redshift.amazonaws.com",
        }),
        schema: optional("Schema of the tables; only for AEP on AWS"),
      },
    },
    page: createPage("databases/redshift"),
  },
  {
    ...database,
    name: "snowflake",
    title: "Snowflake",
    id: "b2e08744-4f1a-40ce-af30-7abac3e23cf3",
    auth: {
      "KeyPair Authentication": {
        account: required("Account, as ORGANISATION-ACCOUNT", { example: "ORG-ACCOUNT" }),
        username: required("User of the account"),
        database: required("Database to read"),
        warehouse: required("Warehouse that runs the queries"),
        privateKey: secret("Private key, base64-encoded", { format: "base64" }),
        privateKeyPassphrase: optionalSecret("Pass phrase of an encrypted private key; not for AEP on AWS"),
        port: optional("Port of Snowflake, as text; only for AEP on AWS"),
        role: optional("Role of the user; only for AEP on AWS"),
        ...usePrivateLink,
      },
      "Basic Authentication": {
        host: required("Host of the account; this auth spec is only for AEP on AWS", {
          example: "ACCOUNT.snowflakecomputing.com",
        }),
        port: optional("Port of Snowflake, as text", { example: "443" }),
        username: required("User of the account"),
        password: secret(password),
        database: required("Database to read"),
        warehouse: required("Warehouse that runs the queries"),
        schema: optional("Schema of the tables"),
      },
      ConnectionString: connectionString(
        login,
        "jdbc:snowflake://ACCOUNT.snowflakecomputing.com/?user=USER&password=PASSWORD&db=DATABASE&warehouse=WAREHOUSE",
      ),
    },
    authStatus: { ConnectionString: deprecated("2025-11", '"KeyPair Authentication"') },
    note: "The parameter PREVENT_UNLOAD_TO_INLINE_URL of the Snowflake account must be FALSE.",
    source: tableSource("database-nosql", { ...changes, ...filters }),
    page: createPage("databases/snowflake"),
  },
  {
    ...database,
    name: "google-bigquery",
    title: "Google BigQuery",
    id: "3c9b37f8-13a6-43d8-bad3-b863b941fedd",
    auth: {
      "Basic Authentication": {
        project: required("Google Cloud project to query"),
        clientId: required("Client id for which the refresh token was issued"),
        clientSecret: secret("Client secret for which the refresh token was issued"),
        refreshToken: secret("Refresh token from Google"),
        largeResultsDataSetId: optional("Existing dataset for large results"),
      },
      "Service Authentication": {
        projectId: required("Google Cloud project to query"),
        keyFileContent: secret("Key file of the service account, base64-encoded", { format: "base64" }),
        datasetId: optional("Dataset of the tables; only for AEP on AWS"),
        largeResultsDataSetId: optional("Existing dataset for large results"),
      },
    },
    source: tableSource("database-nosql", { ...changes, ...filters }),
    note: 'Adobe\'s request for Basic Authentication has type: "OAuth2.0" beside specName.',
    page: createPage("databases/bigquery"),
  },
  {
    ...database,
    name: "azure-synapse-analytics",
    title: "Azure Synapse Analytics",
    id: "a49bcc7d-8038-43af-b1e4-5a7a089a7d79",
    auth: {
      [byConnectionString]: connectionString(
        login,
        "Server=tcp:SERVER.database.windows.net,1433;Database=DATABASE;User ID=USER;Password=PASSWORD;Encrypt=True",
      ),
      "Service Principal Key Based Authentication": {
        server: required("Name of the SQL endpoint", { example: "WORKSPACE.sql.azuresynapse.net" }),
        database: required("Database to read"),
        ...servicePrincipal,
      },
    },
    page: createPage("databases/synapse-analytics"),
  },
  {
    ...tablesWithChanges,
    name: "databricks",
    title: "Azure Databricks",
    id: "e9d7ec6b-0873-4e57-ad21-b3a7c65e310b",
    auth: {
      "Access Token Authentication": {
        domain: required("URL of the workspace", {
          format: "url",
          example: "https://adb-1234567890123456.7.azuredatabricks.net",
        }),
        clusterId: required("Id of an existing cluster for interactive use"),
        accessToken: secret("Access token of the workspace"),
        database: required("Database (schema) to read"),
        catalog: optional("Unity catalogue of the database"),
      },
    },
    page: createPage("databases/databricks"),
  },
  {
    ...database,
    name: "azure-data-explorer",
    title: "Azure Data Explorer",
    id: "0479cc14-7651-4354-b233-7480606c2ac3",
    auth: {
      "Service Principal Based Authentication": {
        endpoint: required("Endpoint of the cluster", {
          format: "url",
          example: "https://CLUSTER.REGION.kusto.windows.net",
        }),
        database: required("Database to read"),
        ...servicePrincipal,
      },
    },
    page: createPage("databases/data-explorer"),
  },
  {
    ...database,
    name: "ibm-db2",
    title: "IBM DB2",
    id: "09182899-b429-40c9-a15a-bf3ddbc8ced7",
    auth: {
      "Basic Authentication": {
        server: required("Name of the DB2 server, with a colon and the port"),
        database: required("Database to read"),
        username: required("User on the DB2 server"),
        password: secret(password),
        authenticationType: optional("Kind of login, as in Adobe's request", { example: "Basic" }),
      },
    },
    status: beta,
    page: createPage("databases/ibm-db2"),
  },
  {
    ...database,
    name: "azure-table-storage",
    title: "Azure Table Storage",
    id: "ecde33f2-c56f-46cc-bdea-ad151c16cd69",
    auth: {
      [byConnectionString]: connectionString(
        "Connection string of the storage account",
        "DefaultEndpointsProtocol=https;AccountName=ACCOUNT;AccountKey=KEY",
      ),
    },
    status: beta,
    note: "The times in its delta column must have the form yyyy-MM-ddTHH:mm:ssZ.",
    page: createPage("databases/ats"),
  },
  {
    ...database,
    name: "couchbase",
    title: "Couchbase",
    id: "1fe283f6-9bec-11ea-bb37-0242ac130002",
    auth: {
      [byConnectionString]: connectionString(
        login,
        "Server=SERVER;Port=8093;AuthMech=1;CredString=[{user:USER,pass:PASSWORD}]",
      ),
    },
    status: unlisted,
    page: createPage("databases/couchbase"),
  },
];
