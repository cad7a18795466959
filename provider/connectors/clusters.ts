import { createPage } from "./adobePages";
import type { Connector } from "./connector";
import { connectionString, optional, optionalSecret, password, required, secret } from "./param";
import { beta, retired, unlisted } from "./status";
import { tables, tableSource } from "./tables";

const database = { ...tables, source: tableSource("database-nosql") };

const login = "Connection string of the database, with user and password";

/** Databases that run on a cluster: Hadoop databases and parallel warehouses. */
export const clusters: readonly Connector[] = [
  {
    ...database,
    name: "hive",
    title: "Apache Hive on Azure HDInsights",
    id: "aac9bbd4-6c01-46ce-b47e-51c6f0f6db3f",
    auth: {
      "HDInsights Basic Authentication": {
        host: optional("Name or IP address of the Hive server"),
        username: optional("User on the Hive server"),
        password: optionalSecret(password),
        connectionString: optionalSecret(login, {
          format: "connection string",
          example: "HOST=HOST;PORT=443;AuthMech=6;SSL=1;UID=USER;PWD=PASSWORD",
        }),
      },
    },
    status: beta,
    note: "No single parameter is required: Adobe's tables require host, username and password, but Adobe's request has connectionString.",
    page: createPage("databases/hive"),
  },
  {
    ...database,
    name: "spark",
    title: "Apache Spark on Azure HDInsights",
    id: "6a8d82bc-1caf-45d1-908d-cadabc9d63a6",
    auth: {
      "HDInsights Basic Authentication": {
        host: required("Name or IP address of the Spark server"),
        username: required("User on the Spark server"),
        password: secret(password),
      },
    },
    status: beta,
    page: createPage("databases/spark"),
  },
  {
    ...database,
    name: "greenplum",
    title: "Greenplum",
    id: "37b6bf40-d318-4655-90be-5cd6f65d334b",
    auth: {
      // This is Adobe's name, although the parameter is a connection string.
      "Basic Authentication": connectionString(
        login,
        "HOST=SERVER;PORT=5432;DB=DATABASE;UID=USER;PWD=PASSWORD",
      ),
    },
    page: createPage("databases/greenplum"),
  },
  {
    ...database,
    name: "hp-vertica",
    title: "HP Vertica",
    id: "a8b6a1a4-5735-42b4-952c-85dce0ac38b5",
    auth: {
      "Connection String Based Authentication": connectionString(
        login,
        "Server=SERVER;Port=5433;Database=DATABASE;UID=USER;PWD=PASSWORD",
      ),
    },
    status: beta,
    page: createPage("databases/hp-vertica"),
  },
  {
    ...database,
    name: "teradata-vantage",
    title: "Teradata Vantage",
    id: "2fa8af9c-2d1a-43ea-a253-f00a00c74412",
    auth: {
      ConnectionString: connectionString(login, "DBCName=SERVER;Uid=USER;Pwd=PASSWORD"),
    },
    page: createPage("databases/teradata-vantage"),
  },
  {
    ...database,
    name: "cassandra",
    title: "Apache Cassandra",
    id: "a8f4d393-1a6b-43f3-931f-91a16ed857f4",
    auth: {
      "Basic Authentication": {
        host: required("Name or IP address of the Cassandra server"),
        port: required("Port of the Cassandra server, usually 9042", { type: "integer", example: "9042" }),
        username: required("User on the Cassandra server"),
        password: secret(password),
      },
    },
    status: unlisted,
    page: createPage("databases/cassandra"),
  },
  {
    ...database,
    name: "phoenix",
    title: "Phoenix",
    id: "102706fb-a5cd-42ee-afe0-bc42f017ff43",
    auth: {
      "Basic Authentication": {
        host: required("Name or IP address of the Phoenix server"),
        username: required("User on the Phoenix server"),
        password: secret(password),
        port: optional("Port of the Phoenix server", { type: "integer", default: 8765 }),
        httpPath: optional("Path of the server's URL", { example: "/gateway/sandbox/phoenix/version" }),
        enableSsl: optional("The connection is encrypted by TLS", { type: "boolean" }),
      },
    },
    status: retired("2025-05"),
    note: "Adobe discontinued this connector at the end of May 2025.",
    page: createPage("databases/phoenix"),
  },
];
