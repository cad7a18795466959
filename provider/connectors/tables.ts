import { collectPage } from "./adobePages";
import type { Params, Source } from "./connector";
import { optional, required } from "./param";

const columns = "Columns to read; left out, AEP reads them all";

const params: Params = {
  tableName: required("Table to read, qualified by its schema", { example: "public.customers" }),
  columns: optional(columns, { type: "columns" }),
  cdcEnabled: optional("The table carries change data capture records", { type: "boolean", default: false }),
};

/** Only for sources that say so in `attributes.filterAtSource` of their connection spec. */
export const filters: Params = {
  filters: optional('Rows to read, as { type: "PQL", format: "pql/json", value }', { type: "object" }),
};

/**
 * What sources that hold tables share: databases and business applications run on one flow spec, and a recurring flow
 * without a delta column is refused with 1367-400.
 */
export const tables = {
  version: "1.0",
  category: "tables",
  flowSpec: "CRMToAEP",
  deltaColumn: true,
  explore: { objectTypes: ["root", "table"] },
} as const;

/** `parquet_xdm` is the older form that names an ad hoc schema beside it. */
export function tableSource(category: string, more: Params = {}): Source {
  return {
    formats: ["tabular", "parquet_xdm"],
    properties: {},
    params: { ...params, ...more },
    page: collectPage(category),
  };
}
