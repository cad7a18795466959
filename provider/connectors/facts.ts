import { connectors } from "./catalogue";

/** How old the facts about a connector are. */
export interface Facts {
  /** The date of the text that was found, or the day of the look-up if the text has no date; YYYY-MM-DD. */
  readonly date: string;
  readonly source: string;
}

/** Connectors by the last update that Adobe's tutorial shows. */
const dated: Readonly<Record<string, string>> = {
  "2026-05-23":
    "amazon-s3 azure-blob adls-gen2 sftp ftp azure-file-storage oracle-object-storage hdfs azure-event-hubs " +
    "snowflake-streaming amazon-redshift snowflake google-bigquery azure-synapse-analytics postgresql mysql sql-server mariadb " +
    "databricks azure-data-explorer ibm-db2 spark azure-table-storage greenplum hp-vertica teradata-vantage salesforce " +
    "microsoft-dynamics veeva-crm servicenow oracle-eloqua hubspot salesforce-marketing-cloud google-ads square shopify " +
    "sap-commerce generic-odata",
  "2026-05-25": "google-pubsub",
  "2025-04-04": "zoho-crm oracle-service-cloud",
};

const lookedUp = "2026-11-28";

/** Connectors whose tutorial was found without a date. */
const undated =
  "google-cloud-storage oracle-db mailchimp-campaign mixpanel sugarcrm-events oracle-netsuite-activities oracle-responsys " +
  "onetrust salesforce-service-cloud amazon-kinesis http-api generic-rest stripe mailchimp-members hive data-landing-zone";

const dates = new Map(
  Object.entries(dated).flatMap(([date, names]) => names.split(" ").map((name) => [name, date] as const)),
);
const found = new Set(undated.split(" "));

/** The facts of a connector for which no current page was found are those of version 0.1.0. */
export function factsOf(name: string): Facts {
  const date = dates.get(name);
  if (date !== undefined) return { date, source: "last update of Adobe's tutorial" };
  if (found.has(name)) return { date: lookedUp, source: "Adobe's tutorial, looked up on this day" };
  return { date: lookedUp, source: "no page found on this day" };
}

/** The names above that are not in the catalogue. */
export function unknownNames(): string[] {
  const names = new Set(connectors.map((connector) => connector.name));
  return [...dates.keys(), ...found].filter((name) => !names.has(name));
}
