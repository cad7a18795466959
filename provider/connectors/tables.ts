import { collectPage } from "./adobePages";
import type { Params, Source } from "./connector";
import { optional, required } from "./param";

const columns = "Columns to read; if omitted, AEP reads all columns";

const params: Params = {
  tableName: required("Table to read, with its schema", { example: "public.customers" }),
  columns: optional(columns, { type: "columns" }),
};

/** Only for the sources that Adobe names for change data capture. */
export const changes: Params = {
  cdcEnabled: optional("The table carries change data capture records", { type: "boolean", default: false }),
};

/** Only for sources with `attributes.filterAtSource` in their connection spec. */
export const filters: Params = {
  filters: optional('Rows to read, as { type: "PQL", format: "pql/json", value }', { type: "object" }),
};

/**
 * Facts of all sources with tables: databases and business applications use one flow spec. AEP refuses a recurring flow
 * without a delta column with 1367-400.
 */
export const tables = {
  version: "1.0",
  category: "tables",
  flowSpec: "CRMToAEP",
  deltaColumn: true,
  explore: { objectTypes: ["root", "table"] },
} as const;

/** `parquet_xdm` is an older format, which needs an ad hoc schema. */
export function tableSource(category: string, more: Params = {}): Source {
  return {
    formats: ["tabular", "parquet_xdm"],
    properties: {},
    params: { ...params, ...more },
    page: collectPage(category),
  };
}
