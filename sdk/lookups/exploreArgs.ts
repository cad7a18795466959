import type { AccountlessConnector } from "../resources/connectorArgs";
import type { LookUpArgs } from "./lookUp";

/**
 * Args of {@link exploreConnection}: a connection, and a place in it.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/explore/cloud-storage
 */
export type ExploreConnectionArgs = (ExploreBaseConnectionArgs | ExploreConnectionSpecArgs) &
  (ExploreRootArgs | ExploreFolderArgs | ExploreFileArgs | ExploreTableArgs | ExploreRestArgs);

/**
 * The source of an account.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/explore/cloud-storage
 */
export interface ExploreBaseConnectionArgs extends LookUpArgs {
  /** Id of the base connection. */
  baseConnectionId: string;
  connectionSpec?: undefined;
}

/**
 * A source without an account, which AEP itself provides.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/cloud-storage/data-landing-zone
 */
export interface ExploreConnectionSpecArgs extends LookUpArgs {
  /** The name of the connector in the catalogue, such as `data-landing-zone`, or its connection spec. */
  connectionSpec: AccountlessConnector | { id: string; version?: string | undefined };
  baseConnectionId?: undefined;
}

/**
 * The root: folders and files, or tables.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/explore/cloud-storage
 */
export interface ExploreRootArgs {
  /** The place to explore: the root. */
  objectType: "root";
}

/**
 * The entries of a folder.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/explore/cloud-storage
 */
export interface ExploreFolderArgs {
  /** The place to explore: a folder. */
  objectType: "folder";
  /** Path of the folder: the `path` of its entry in the folder above. */
  object: string;
}

/**
 * The columns of a file, and its first rows.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/explore/cloud-storage
 */
export interface ExploreFileArgs {
  /** The place to explore: a file. */
  objectType: "file";
  /** Path of the file: the `path` of its entry in the folder above. */
  object: string;
  /** Format of the file. AEP needs it unless `determineProperties` is true; default: none. */
  fileType?: "delimited" | "json" | "parquet" | undefined;
  /** The character between two columns of a delimited file; default: comma. */
  columnDelimiter?: string | undefined;
  /** Compression of a delimited or JSON file. AEP needs it to read the file; default: none. */
  compressionType?: "bzip2" | "gzip" | "deflate" | "zipDeflate" | "tarGzip" | "tar" | undefined;
  /** Character encoding of a delimited file; default: `UTF-8`. */
  encoding?: "UTF-8" | "ISO-8859-1" | undefined;
  /**
   * Whether AEP detects format, compression and delimiter, and returns them in `properties`. The args for them must then be
   * absent; default: false.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/cloud-storage/data-landing-zone
   */
  determineProperties?: boolean | undefined;
  /**
   * Whether to read the first rows too; default: false. They are data of the source: do not export personal data.
   */
  preview?: boolean | undefined;
}

/**
 * The columns of a table.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/explore/tabular
 */
export interface ExploreTableArgs {
  /** The place to explore: a table. */
  objectType: "table";
  /** Name of the table: the `path` of its entry in the root. */
  object: string;
  /**
   * Whether to read the first rows too; default: false. They are data of the source: do not export personal data.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/explore/cloud-storage
   */
  preview?: boolean | undefined;
}

/**
 * The records of a resource of a REST connector.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/marketing-automation/mailchimp-members
 */
export interface ExploreRestArgs {
  /** The place to explore: a resource of a REST API. */
  objectType: "rest";
  /** The resource, `json` in Adobe's tutorials. */
  object: string;
  /** Format of the records. AEP needs it; default: none. */
  fileType?: "json" | undefined;
  /** `params` of a source connection that reads the resource, such as `{ listId }`; default: none. */
  sourceParams?: Record<string, unknown> | undefined;
  /**
   * Whether to read the first rows too; default: false. They are data of the source: do not export personal data.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/explore/cloud-storage
   */
  preview?: boolean | undefined;
}
