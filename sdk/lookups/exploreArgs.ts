import type { AccountlessConnector } from "../resources/connectorArgs";
import type { LookUpArgs } from "./lookUp";

/**
 * Args of {@link exploreConnection}: a connection, and what is looked at there.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/explore/cloud-storage
 */
export type ExploreConnectionArgs = (ExploreBaseConnectionArgs | ExploreConnectionSpecArgs) &
  (ExploreRootArgs | ExploreFolderArgs | ExploreFileArgs | ExploreTableArgs | ExploreRestArgs);

/**
 * The source behind an account.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/explore/cloud-storage
 */
export interface ExploreBaseConnectionArgs extends LookUpArgs {
  /** Id of the base connection. */
  baseConnectionId: string;
  connectionSpec?: undefined;
}

/**
 * A source without an account, as AEP provides it itself.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/cloud-storage/data-landing-zone
 */
export interface ExploreConnectionSpecArgs extends LookUpArgs {
  /** The connector by its name in the catalogue, such as `data-landing-zone`, or its connection spec. */
  connectionSpec: AccountlessConnector | { id: string; version?: string | undefined };
  baseConnectionId?: undefined;
}

/**
 * The top: folders and files, or tables.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/explore/cloud-storage
 */
export interface ExploreRootArgs {
  /** What is looked at: the top. */
  objectType: "root";
}

/**
 * The entries of a folder.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/explore/cloud-storage
 */
export interface ExploreFolderArgs {
  /** What is looked at: a folder. */
  objectType: "folder";
  /** Path of the folder, as the entry above it says in `path`. */
  object: string;
}

/**
 * The columns of a file, and its first rows.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/explore/cloud-storage
 */
export interface ExploreFileArgs {
  /** What is looked at: a file. */
  objectType: "file";
  /** Path of the file, as the entry above it says in `path`. */
  object: string;
  /** Format of the file; default: none, though AEP wants one unless `determineProperties` is true. */
  fileType?: "delimited" | "json" | "parquet" | undefined;
  /** One character between columns, for delimited files; default: comma. */
  columnDelimiter?: string | undefined;
  /** Compression of a delimited or JSON file, which AEP needs to know to read it; default: none. */
  compressionType?: "bzip2" | "gzip" | "deflate" | "zipDeflate" | "tarGzip" | "tar" | undefined;
  /** Character encoding of a delimited file; default: `UTF-8`. */
  encoding?: "UTF-8" | "ISO-8859-1" | undefined;
  /**
   * Let AEP find out format, compression and delimiter, and say them in `properties`, instead of saying them here;
   * default: false.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/cloud-storage/data-landing-zone
   */
  determineProperties?: boolean | undefined;
  /**
   * Ask for the first rows as well; default: false. They are data of the source: think twice before exporting them.
   */
  preview?: boolean | undefined;
}

/**
 * The columns of a table.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/explore/tabular
 */
export interface ExploreTableArgs {
  /** What is looked at: a table. */
  objectType: "table";
  /** Name of the table, as the root says in `path`. */
  object: string;
  /**
   * Ask for the first rows as well; default: false. They are data of the source: think twice before exporting them.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/explore/cloud-storage
   */
  preview?: boolean | undefined;
}

/**
 * The records of a resource behind a REST connector.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/marketing-automation/mailchimp-members
 */
export interface ExploreRestArgs {
  /** What is looked at: a resource of a REST API. */
  objectType: "rest";
  /** The resource; Adobe's tutorials write `json`. */
  object: string;
  /** Format of the records; default: none, though AEP wants it. */
  fileType?: "json" | undefined;
  /** `params` of the source connection that would read it, such as `{ listId }`; default: none. */
  sourceParams?: Record<string, unknown> | undefined;
  /**
   * Ask for the first rows as well; default: false. They are data of the source: think twice before exporting them.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/explore/cloud-storage
   */
  preview?: boolean | undefined;
}
