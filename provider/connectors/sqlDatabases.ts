import { createPage } from "./adobePages";
import type { Connector } from "./connector";
import { connectionString, databaseLogin, optional, sslMode } from "./param";
import { tables, tableSource } from "./tables";

const database = { ...tables, source: tableSource("database-nosql") };

const login = "Connection string of the database, with user and password";

/** The names of the databases differ in a space or a word. Each name is copied from Adobe's request. */
const byConnectionString = "Connection String Based Authentication";

/** Relational databases with a connection string or a user. */
export const sqlDatabases: readonly Connector[] = [
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
      "Basic Authentication": databaseLogin(
        "PostgreSQL",
        sslMode(
          "Disable, Allow, Prefer, Verify Ca or Verify Full; true or false for AEP on AWS",
          "Verify Full",
        ),
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
      "Basic Authentication": databaseLogin(
        "MySQL",
        sslMode("DISABLED or another mode of MySQL; true or false for AEP on AWS", "DISABLED"),
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
      "Basic Authentication": databaseLogin("MariaDB", sslMode("a mode of MariaDB", "DISABLED")),
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
      "Basic Authentication": databaseLogin("Oracle", {
        schema: optional("Schema of the tables; this auth spec is only for AEP on AWS"),
        ...sslMode("true or false", "true"),
      }),
    },
    page: createPage("databases/oracle"),
  },
];
