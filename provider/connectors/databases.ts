import type { Connector, Params } from "./connector";

/** `parquet_xdm` is the older form that names an ad hoc schema beside it. */
const formats = ["tabular", "parquet_xdm"] as const;

const params = {
  tableName: { type: "string", required: true, doc: "Table to read, qualified by its schema" },
  columns: { type: "columns", doc: "Columns to read; left out, AEP reads them all" },
  cdcEnabled: { type: "boolean", default: false, doc: "The table carries change data capture records" },
} as const satisfies Params;

/** A recurring flow of a table source without a delta column is refused with 1367-400. */
const tables = {
  version: "1.0",
  category: "tables",
  flowSpec: "CRMToAEP",
  deltaColumn: true,
  source: { formats, params },
} as const;

const pages =
  "https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/databases";

/** Sources that hold tables; CRM systems and databases run on one flow spec. */
export const databases = [
  {
    ...tables,
    name: "amazon-redshift",
    title: "Amazon Redshift",
    id: "3416976c-a9ca-4bba-901a-1f08f66978ff",
    auth: {
      "Basic Authentication": {
        server: { type: "string", required: true, doc: "Name or IP address of the Redshift server" },
        database: { type: "string", required: true, doc: "Database to read" },
        username: { type: "string", required: true, doc: "User on the Redshift server" },
        password: { type: "string", required: true, secret: true, doc: "Password of the user" },
      },
    },
    page: `${pages}/redshift`,
  },
] as const satisfies readonly Connector[];
