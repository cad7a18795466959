import { collectPage } from "./adobePages";
import type { Params } from "./connector";
import { optional, required } from "./param";

const fileFormats = ["delimited", "json", "parquet"] as const;

export const path = "File, folder, or pattern with * to read";

export const params: Params = {
  path: required(path, { example: "/crm/customers.csv" }),
  // Older tutorials omit it.
  type: optional("Kind of the path", { enum: ["file", "folder"] }),
  recursive: optional("Also read the subfolders", { type: "boolean", default: false }),
  fileType: optional("Format of the files, if the connector requires it", { example: "delimited" }),
};

/** Only for the sources that Adobe names for change data capture. */
export const changes: Params = {
  cdcEnabled: optional("Files carry change data capture records", { type: "boolean", default: false }),
};

/** All sources of files use one flow spec. `parquet_xdm` is an older format, which needs an ad hoc schema. */
export const files = {
  version: "1.0",
  category: "files",
  flowSpec: "CloudStorageToAEP",
  deltaColumn: false,
  source: {
    formats: [...fileFormats, "parquet_xdm"],
    properties: {
      columnDelimiter: ["delimited", "parquet_xdm"],
      encoding: ["delimited", "parquet_xdm"],
      compressionType: ["delimited", "json", "parquet_xdm"],
    },
    params,
    page: collectPage("cloud-storage"),
  },
  explore: { objectTypes: ["root", "folder", "file"], fileTypes: fileFormats },
} as const;

export const filesWithChanges = {
  ...files,
  source: { ...files.source, params: { ...params, ...changes } },
} as const;
