import { createPage } from "./adobePages";
import type { Connector } from "./connector";
import { connectionString, optional, optionalSecret, password, required, secret } from "./param";
import { filters, tables, tableSource } from "./tables";

const database = { ...tables, source: tableSource("database-nosql") };

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
        server: required("Name or IP address of the Redshift server", {
          example: "CLUSTER.us-west-2.redshift.amazonaws.com",
        }),
        database: required("Database to read"),
        username: required("User on the Redshift server"),
        password: secret(password),
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
      ConnectionString: connectionString(
        login,
        "jdbc:snowflake://ACCOUNT.snowflakecomputing.com/?user=USER&password=PASSWORD&db=DATABASE&warehouse=WAREHOUSE",
      ),
      "KeyPair Authentication": {
        account: required("Account, as ORGANISATION-ACCOUNT", { example: "ORG-ACCOUNT" }),
        username: required("User of the account"),
        database: required("Database to read"),
        warehouse: required("Warehouse that runs the queries"),
        privateKey: secret("Private key, base64-encoded", { format: "base64" }),
        privateKeyPassphrase: optionalSecret("Pass phrase of an encrypted private key"),
      },
    },
    source: tableSource("database-nosql", filters),
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
        largeResultsDataSetId: optional("Existing dataset for large results"),
      },
    },
    source: tableSource("database-nosql", filters),
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
    },
    page: createPage("databases/synapse-analytics"),
  },
  {
    ...database,
    name: "postgresql",
    title: "PostgreSQL",
    id: "74a1c565-4e59-48d7-9d67-7c03b8a13137",
    auth: {
      [byConnectionString]: connectionString(
        login,
        "Server=SERVER;Database=DATABASE;Port=5432;UID=USER;Password=PASSWORD",
      ),
    },
    page: createPage("databases/postgres"),
  },
  {
    ...database,
    name: "mysql",
    title: "MySQL",
    id: "26d738e0-8963-47ea-aadf-c60de735468a",
    auth: {
      [byConnectionString]: connectionString(
        login,
        "Server=SERVER;Port=3306;Database=DATABASE;UID=USER;PWD=PASSWORD",
      ),
    },
    page: createPage("databases/mysql"),
  },
  {
    ...database,
    name: "sql-server",
    title: "Microsoft SQL Server",
    id: "1f372ff9-38a4-4492-96f5-b9a4e4bd00ec",
    auth: {
      [byConnectionString]: connectionString(
        login,
        "Data Source=SERVER;Initial Catalog=DATABASE;Integrated Security=False;User ID=USER;Password=PASSWORD",
      ),
    },
    page: createPage("databases/sql-server"),
  },
  {
    ...database,
    name: "mariadb",
    title: "MariaDB",
    id: "3000eb99-cd47-43f3-827c-43caf170f015",
    auth: {
      [byConnectionString]: connectionString(
        login,
        "Server=SERVER;Port=3306;Database=DATABASE;UID=USER;PWD=PASSWORD",
      ),
    },
    page: createPage("databases/mariadb"),
  },
  {
    ...database,
    name: "oracle-db",
    title: "Oracle DB",
    id: "d6b52d86-f0f8-475f-89d4-ce54c8527328",
    auth: {
      ConnectionString: connectionString(login, "Host=HOST;Port=1521;Sid=SID;User Id=USER;Password=PASSWORD"),
    },
    page: createPage("databases/oracle"),
  },
  {
    ...database,
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
        tenant: required("Azure tenant of the service principal"),
        servicePrincipalId: required("Client id of the service principal"),
        servicePrincipalKey: secret("Client secret of the service principal"),
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
    page: createPage("databases/couchbase"),
  },
];
