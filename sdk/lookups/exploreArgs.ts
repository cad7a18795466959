import type { AccountlessConnector } from "../resources/connectorArgs";
import type { LookUpArgs } from "./lookUp";

/**
 * Args of {@link exploreConnection}: a connection, and what is looked at there.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/explore/cloud-storage
 */
export type ExploreConnectionArgs = (ExploreBaseConnectionArgs | ExploreConnectionSpecArgs) &
  (ExploreRootArgs | ExploreFolderArgs | ExploreFileArgs | ExploreTableArgs | ExploreRestArgs);

/** The source behind an account. */
export interface ExploreBaseConnectionArgs extends LookUpArgs {
  /**
   * Id of the base connection.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/explore/cloud-storage
   */
  baseConnectionId: string;
  connectionSpec?: undefined;
}

/** A source without an account, as AEP provides it itself. */
export interface ExploreConnectionSpecArgs extends LookUpArgs {
  /**
   * The connector by its name in the catalogue, such as `data-landing-zone`, or its connection spec.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/cloud-storage/data-landing-zone
   */
  connectionSpec: AccountlessConnector | { id: string; version?: string | undefined };
  baseConnectionId?: undefined;
}

/** The top: folders and files, or tables. */
export interface ExploreRootArgs {
  /**
   * What is looked at: the top.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/explore/cloud-storage
   */
  objectType: "root";
}

/** The entries of a folder. */
export interface ExploreFolderArgs {
  /**
   * What is looked at: a folder.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/explore/cloud-storage
   */
  objectType: "folder";
  /**
   * Path of the folder, as the entry above it says in `path`.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/explore/cloud-storage
   */
  object: string;
}

/** The columns of a file, and its first rows. */
export interface ExploreFileArgs {
  /**
   * What is looked at: a file.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/explore/cloud-storage
   */
  objectType: "file";
  /**
   * Path of the file, as the entry above it says in `path`.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/explore/cloud-storage
   */
  object: string;
  /**
   * Format of the file; default: none, though AEP wants one unless `determineProperties` is true.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/explore/cloud-storage
   */
  fileType?: "delimited" | "json" | "parquet" | undefined;
  /**
   * One character between columns, for delimited files; default: comma.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/explore/cloud-storage
   */
  columnDelimiter?: string | undefined;
  /**
   * Compression of a delimited or JSON file, which AEP needs to know to read it; default: none.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/explore/cloud-storage
   */
  compressionType?: "bzip2" | "gzip" | "deflate" | "zipDeflate" | "tarGzip" | "tar" | undefined;
  /**
   * Character encoding of a delimited file; default: `UTF-8`.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/explore/cloud-storage
   */
  encoding?: "UTF-8" | "ISO-8859-1" | undefined;
  /**
   * Let AEP find out format, compression and delimiter, and say them in `properties`, instead of saying them here;
   * default: false.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/cloud-storage/data-landing-zone
   */
  determineProperties?: boolean | undefined;
  /**
   * Ask for the first rows as well; default: false. They are data of the source: think twice before exporting them.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/explore/cloud-storage
   */
  preview?: boolean | undefined;
}

/** The columns of a table. */
export interface ExploreTableArgs {
  /**
   * What is looked at: a table.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/explore/tabular
   */
  objectType: "table";
  /**
   * Name of the table, as the root says in `path`.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/explore/tabular
   */
  object: string;
  /**
   * Ask for the first rows as well; default: false. They are data of the source: think twice before exporting them.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/explore/cloud-storage
   */
  preview?: boolean | undefined;
}

/** The records of a resource behind a REST connector. */
export interface ExploreRestArgs {
  /**
   * What is looked at: a resource of a REST API.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/marketing-automation/mailchimp-members
   */
  objectType: "rest";
  /**
   * The resource; Adobe's tutorials write `json`.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/marketing-automation/mailchimp-members
   */
  object: string;
  /**
   * Format of the records; default: none, though AEP wants it.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/marketing-automation/mailchimp-members
   */
  fileType?: "json" | undefined;
  /**
   * `params` of the source connection that would read it, such as `{ listId }`; default: none.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/marketing-automation/mailchimp-members
   */
  sourceParams?: Record<string, unknown> | undefined;
  /**
   * Ask for the first rows as well; default: false. They are data of the source: think twice before exporting them.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/explore/cloud-storage
   */
  preview?: boolean | undefined;
}
