// Generated from the catalogue beside it by `npm run docs`.
import type { Input } from "@pulumi/pulumi";

/** Login of AEP to a source. */
export interface AuthSpec<Name extends string, Params> {
  /** Name of the auth spec, exactly as the connection spec has it. Changing this replaces the base connection. */
  specName: Name;
  /** Kind of login, if Adobe's request has one beside the auth spec: `OAuth2.0` for Google BigQuery. Default: none. */
  type?: Input<string> | undefined;
  /** Parameters of the auth spec. A change is an update in place. Secret parameters are encrypted in state. */
  params: Input<Params>;
}

/** A column of a table source. */
export interface SourceColumn {
  /** Name of the column. */
  name: Input<string>;
  /** Type of the column in the source, such as `String` or `Long`. */
  type?: Input<string> | undefined;
  /** Type of the column in XDM. */
  xdm?: Input<{ type: Input<string>; format?: Input<string> | undefined }> | undefined;
  /** Type of the column in XDM, in one word such as `string` or `date-time`. */
  "meta:xdmType"?: Input<string> | undefined;
  /** Facts of the source about the column. Microsoft Dynamics requires `originalType`. */
  meta?: Input<Record<string, unknown>> | undefined;
}

/**
 * Amazon S3: parameters of `Access Key`.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/cloud-storage/s3
 */
export interface AmazonS3AccessKey {
  /** Access key id of the AWS user. */
  s3AccessKey: Input<string>;
  /** Secret access key of the AWS user. Secret: encrypted in state. */
  s3SecretKey: Input<string>;
  /** Session token of temporary credentials. Secret: encrypted in state. */
  s3SessionToken?: Input<string> | undefined;
  /** Endpoint of the bucket's region. Format: url. Example: `https://s3.eu-west-1.amazonaws.com/`. */
  serviceUrl?: Input<string> | undefined;
  /** Bucket to which access is limited. */
  bucketName?: Input<string> | undefined;
  /** Folder to which access is limited. */
  folderPath?: Input<string> | undefined;
}

/**
 * Amazon S3: parameters of `IAMRole Based`.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/cloud-storage/s3
 */
export interface AmazonS3IAMRoleBased {
  /** Bucket that the IAM role can read; only for AEP on AWS. */
  bucketName: Input<string>;
}

/**
 * Azure Blob Storage: parameters of `ConnectionString`.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/cloud-storage/blob
 */
export interface AzureBlobConnectionString {
  /** Connection string of the storage account. Secret: encrypted in state. Format: connection string. Example: `DefaultEndpointsProtocol=https;AccountName=ACCOUNT;AccountKey=KEY`. */
  connectionString: Input<string>;
  /** Container to which access is limited. */
  container?: Input<string> | undefined;
  /** Folder to which access is limited. */
  folderPath?: Input<string> | undefined;
  /** AEP connects through a private link. */
  usePrivateLink?: Input<boolean> | undefined;
}

/**
 * Azure Blob Storage: parameters of `SAS URI Authentication`.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/cloud-storage/blob
 */
export interface AzureBlobSASURIAuthentication {
  /** Shared access signature URI of the storage account. Secret: encrypted in state. Format: url. */
  sasUri: Input<string>;
  /** Container to which access is limited. */
  container?: Input<string> | undefined;
  /** Folder to which access is limited. */
  folderPath?: Input<string> | undefined;
  /** AEP connects through a private link. */
  usePrivateLink?: Input<boolean> | undefined;
}

/**
 * Azure Blob Storage: parameters of `Service Principal Based Authentication`.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/cloud-storage/blob
 */
export interface AzureBlobServicePrincipalBasedAuthentication {
  /** Endpoint of the storage account. Format: url. Example: `https://ACCOUNT.blob.core.windows.net/`. */
  serviceEndpoint: Input<string>;
  /** Azure tenant of the service principal. */
  tenant: Input<string>;
  /** Client id of the service principal. */
  servicePrincipalId: Input<string>;
  /** Client secret of the service principal. Secret: encrypted in state. */
  servicePrincipalKey: Input<string>;
  /** Kind of the storage account. Example: `StorageV2`. */
  accountKind: Input<string>;
  /** Container to which access is limited. */
  container?: Input<string> | undefined;
  /** Folder to which access is limited. */
  folderPath?: Input<string> | undefined;
  /** AEP connects through a private link. */
  usePrivateLink?: Input<boolean> | undefined;
}

/**
 * Azure Data Lake Storage Gen2: parameters of `Basic Authentication for adls-gen2`.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/cloud-storage/adls-gen2
 */
export interface AdlsGen2BasicAuthentication {
  /** Endpoint of the storage account. Format: url. Example: `https://ACCOUNT.dfs.core.windows.net`. */
  url: Input<string>;
  /** Azure tenant of the service principal. */
  tenant: Input<string>;
  /** Client id of the service principal. */
  servicePrincipalId: Input<string>;
  /** Client secret of the service principal. Secret: encrypted in state. */
  servicePrincipalKey: Input<string>;
  /** AEP connects through a private link. */
  usePrivateLink?: Input<boolean> | undefined;
}

/**
 * Google Cloud Storage: parameters of `Basic Authentication for google-cloud`.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/cloud-storage/google
 */
export interface GoogleCloudStorageBasicAuthentication {
  /** Access id of an HMAC key. */
  accessKeyId: Input<string>;
  /** Secret of the HMAC key. Secret: encrypted in state. */
  secretAccessKey: Input<string>;
  /** Bucket to which access is limited. */
  bucketName?: Input<string> | undefined;
  /** Folder to which access is limited. */
  folderPath?: Input<string> | undefined;
}

/**
 * SFTP: parameters of `Basic Authentication for sftp`.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/cloud-storage/sftp
 */
export interface SftpBasicAuthentication {
  /** Name or IP address of the SFTP server. Example: `sftp.example.com`. */
  host: Input<string>;
  /** Port of the SFTP server. Default: `22`. */
  port?: Input<number> | undefined;
  /** User on the SFTP server. */
  userName: Input<string>;
  /** Largest number of connections that AEP opens at the same time. */
  maxConcurrentConnections?: Input<number> | undefined;
  /** Folder to which access is limited. */
  folderPath?: Input<string> | undefined;
  /** The server cannot serve a file in chunks. */
  disableChunking?: Input<boolean> | undefined;
  /** Password of the user. Secret: encrypted in state. */
  password: Input<string>;
}

/**
 * SFTP: parameters of `SSH PublicKey Authentication for sftp`.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/cloud-storage/sftp
 */
export interface SftpSSHPublicKeyAuthentication {
  /** Name or IP address of the SFTP server. Example: `sftp.example.com`. */
  host: Input<string>;
  /** Port of the SFTP server. Default: `22`. */
  port?: Input<number> | undefined;
  /** User on the SFTP server. */
  userName: Input<string>;
  /** Largest number of connections that AEP opens at the same time. */
  maxConcurrentConnections?: Input<number> | undefined;
  /** Folder to which access is limited. */
  folderPath?: Input<string> | undefined;
  /** The server cannot serve a file in chunks. */
  disableChunking?: Input<boolean> | undefined;
  /** OpenSSH private key (ed25519, RSA or DSA), base64-encoded. Secret: encrypted in state. Format: base64. */
  privateKeyContent: Input<string>;
  /** Pass phrase of the private key. Secret: encrypted in state. */
  passPhrase?: Input<string> | undefined;
}

/**
 * FTP: parameters of `Basic Authentication for FTP`.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/cloud-storage/ftp
 */
export interface FtpBasicAuthentication {
  /** Name or IP address of the FTP server. Example: `ftp.example.com`. */
  host: Input<string>;
  /** User on the FTP server. */
  userName: Input<string>;
  /** Password of the user. Secret: encrypted in state. */
  password: Input<string>;
}

/**
 * Azure File Storage: parameters of `Basic Authentication`.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/cloud-storage/azure-file-storage
 */
export interface AzureFileStorageBasicAuthentication {
  /** Endpoint of the file share. Example: `\\ACCOUNT.file.core.windows.net\SHARE`. */
  host: Input<string>;
  /** User with read access to the share. Example: `AZURE\ACCOUNT`. */
  userId: Input<string>;
  /** Access key of the share. Secret: encrypted in state. */
  password: Input<string>;
}

/**
 * Oracle Object Storage: parameters of `Access Key`.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/cloud-storage/oracle-object-storage
 */
export interface OracleObjectStorageAccessKey {
  /** Endpoint of the object storage. Format: url. Example: `https://NAMESPACE.compat.objectstorage.us-ashburn-1.oraclecloud.com`. */
  serviceUrl: Input<string>;
  /** Id of the access key. */
  accessKey: Input<string>;
  /** Secret of the access key. Secret: encrypted in state. */
  secretKey: Input<string>;
  /** Bucket to which access is limited. */
  bucketName?: Input<string> | undefined;
  /** Folder to which access is limited. */
  folderPath?: Input<string> | undefined;
}

/**
 * Apache HDFS: parameters of `Anonymous Authentication`.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/cloud-storage/hdfs
 */
export interface HdfsAnonymousAuthentication {
  /** Address of the HDFS server. Format: url. Example: `https://hdfs.example.com:50070`. */
  url: Input<string>;
}

/**
 * Amazon Kinesis: parameters of `Aws Kinesis authentication credentials`.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/cloud-storage/kinesis
 */
export interface AmazonKinesisAwsKinesisAuthenticationCredentials {
  /** Access key id of the AWS user. */
  accessKeyId: Input<string>;
  /** Secret access key of the AWS user. Secret: encrypted in state. */
  secretKey: Input<string>;
  /** AWS region of the data stream. Example: `us-east-1`. */
  region: Input<string>;
}

/**
 * Azure Event Hubs: parameters of `Azure EventHub authentication credentials`.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/cloud-storage/eventhub
 */
export interface AzureEventHubsAzureEventHubAuthenticationCredentials {
  /** Name of the shared access policy. */
  sasKeyName: Input<string>;
  /** Primary or secondary key of the policy. Secret: encrypted in state. */
  sasKey: Input<string>;
  /** Event Hubs namespace. */
  namespace: Input<string>;
  /** Event hub, if the policy is for one hub only. */
  eventHubName?: Input<string> | undefined;
}

/**
 * Azure Event Hubs: parameters of `Event Hub Azure Active Directory Auth`.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/cloud-storage/eventhub
 */
export interface AzureEventHubsEventHubAzureActiveDirectoryAuth {
  /** Azure tenant (directory) of the application. */
  tenantId: Input<string>;
  /** Client id of the application. */
  clientId: Input<string>;
  /** Client secret of the application. Secret: encrypted in state. */
  clientSecretValue: Input<string>;
  /** Event Hubs namespace. */
  namespace: Input<string>;
}

/**
 * Azure Event Hubs: parameters of `Event Hub Scoped Azure Active Directory Auth`.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/cloud-storage/eventhub
 */
export interface AzureEventHubsEventHubScopedAzureActiveDirectoryAuth {
  /** Azure tenant (directory) of the application. */
  tenantId: Input<string>;
  /** Client id of the application. */
  clientId: Input<string>;
  /** Client secret of the application. Secret: encrypted in state. */
  clientSecretValue: Input<string>;
  /** Event Hubs namespace. */
  namespace: Input<string>;
  /** Event hub to which access is limited. */
  eventHubName: Input<string>;
}

/**
 * Google Pub/Sub: parameters of `Project Based Authentication`.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/cloud-storage/google-pubsub
 */
export interface GooglePubsubProjectBasedAuthentication {
  /** Google Cloud project. */
  projectId: Input<string>;
  /** Key file of the service account. Secret: encrypted in state. Format: json. */
  credentials: Input<string>;
}

/**
 * Google Pub/Sub: parameters of `Topic & Subscription Based Authentication`.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/cloud-storage/google-pubsub
 */
export interface GooglePubsubTopicSubscriptionBasedAuthentication {
  /** Key file of the service account. Secret: encrypted in state. Format: json. */
  credentials: Input<string>;
  /** Topic as projects/PROJECT/topics/TOPIC. */
  topicName: Input<string>;
  /** Subscription as projects/PROJECT/subscriptions/SUBSCRIPTION; only one dataflow can use it. */
  subscriptionName: Input<string>;
}

/**
 * Google Pub/Sub: parameters of `Google PubSub authentication credentials`.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/cloud-storage/google-pubsub
 */
export interface GooglePubsubGooglePubSubAuthenticationCredentials {
  /** Google Cloud project. */
  projectId: Input<string>;
  /** Key file of the service account. Secret: encrypted in state. Format: json. */
  credentials: Input<string>;
}

/**
 * HTTP API: parameters of `Streaming Connection`.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/streaming/http
 */
export interface HttpApiStreamingConnection {
  /** Id of the streaming connection, your choice. */
  sourceId?: Input<string> | undefined;
  /** Format of the messages: xdm or raw (any JSON). */
  dataType: Input<"xdm" | "raw">;
  /** Name of the streaming connection. */
  name?: Input<string> | undefined;
  /** Senders must send an access token of Adobe. Default: `false`. */
  authenticationRequired?: Input<boolean> | undefined;
}

/**
 * Snowflake streaming: parameters of `Basic Authentication for Snowflake`.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/databases/snowflake-streaming
 */
export interface SnowflakeStreamingBasicAuthentication {
  /** Account with its domain. Example: `ORG-ACCOUNT.snowflakecomputing.com`. */
  account: Input<string>;
  /** Database to read. */
  database: Input<string>;
  /** Warehouse that runs the queries. */
  warehouse: Input<string>;
  /** User of the account. */
  username: Input<string>;
  /** Schema of the tables. */
  schema?: Input<string> | undefined;
  /** Password of the user. Secret: encrypted in state. */
  password: Input<string>;
  /** Role of the user. Default: `public`. */
  role?: Input<string> | undefined;
}

/**
 * Amazon Redshift: parameters of `Basic Authentication`.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/databases/redshift
 */
export interface AmazonRedshiftBasicAuthentication {
  /** Name or IP address of the Redshift server. Example: `CLUSTER.us-west-2.redshift.amazonaws.com`. */
  server: Input<string>;
  /** Port of the Redshift server, as text. */
  port?: Input<string> | undefined;
  /** Database to read. */
  database: Input<string>;
  /** User on the Redshift server. */
  username: Input<string>;
  /** Password of the user. Secret: encrypted in state. */
  password: Input<string>;
  /** Schema of the tables; only for AEP on AWS. */
  schema?: Input<string> | undefined;
}

/**
 * Snowflake: parameters of `KeyPair Authentication`.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/databases/snowflake
 */
export interface SnowflakeKeyPairAuthentication {
  /** Account, as ORGANISATION-ACCOUNT. Example: `ORG-ACCOUNT`. */
  account: Input<string>;
  /** User of the account. */
  username: Input<string>;
  /** Database to read. */
  database: Input<string>;
  /** Warehouse that runs the queries. */
  warehouse: Input<string>;
  /** Private key, base64-encoded. Secret: encrypted in state. Format: base64. */
  privateKey: Input<string>;
  /** Pass phrase of an encrypted private key; not for AEP on AWS. Secret: encrypted in state. */
  privateKeyPassphrase?: Input<string> | undefined;
  /** Port of Snowflake, as text; only for AEP on AWS. */
  port?: Input<string> | undefined;
  /** Role of the user; only for AEP on AWS. */
  role?: Input<string> | undefined;
  /** AEP connects through a private link. */
  usePrivateLink?: Input<boolean> | undefined;
}

/**
 * Snowflake: parameters of `Basic Authentication`.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/databases/snowflake
 */
export interface SnowflakeBasicAuthentication {
  /** Host of the account; this auth spec is only for AEP on AWS. Example: `ACCOUNT.snowflakecomputing.com`. */
  host: Input<string>;
  /** Port of Snowflake, as text. Example: `443`. */
  port?: Input<string> | undefined;
  /** User of the account. */
  username: Input<string>;
  /** Password of the user. Secret: encrypted in state. */
  password: Input<string>;
  /** Database to read. */
  database: Input<string>;
  /** Warehouse that runs the queries. */
  warehouse: Input<string>;
  /** Schema of the tables. */
  schema?: Input<string> | undefined;
}

/**
 * Snowflake: parameters of `ConnectionString`.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/databases/snowflake
 */
export interface SnowflakeConnectionString {
  /** Connection string of the database, with user and password. Secret: encrypted in state. Format: connection string. Example: `jdbc:snowflake://ACCOUNT.snowflakecomputing.com/?user=USER&password=PASSWORD&db=DATABASE&warehouse=WAREHOUSE`. */
  connectionString: Input<string>;
}

/**
 * Google BigQuery: parameters of `Basic Authentication`.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/databases/bigquery
 */
export interface GoogleBigqueryBasicAuthentication {
  /** Google Cloud project to query. */
  project: Input<string>;
  /** Client id for which the refresh token was issued. */
  clientId: Input<string>;
  /** Client secret for which the refresh token was issued. Secret: encrypted in state. */
  clientSecret: Input<string>;
  /** Refresh token from Google. Secret: encrypted in state. */
  refreshToken: Input<string>;
  /** Existing dataset for large results. */
  largeResultsDataSetId?: Input<string> | undefined;
}

/**
 * Google BigQuery: parameters of `Service Authentication`.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/databases/bigquery
 */
export interface GoogleBigqueryServiceAuthentication {
  /** Google Cloud project to query. */
  projectId: Input<string>;
  /** Key file of the service account, base64-encoded. Secret: encrypted in state. Format: base64. */
  keyFileContent: Input<string>;
  /** Dataset of the tables; only for AEP on AWS. */
  datasetId?: Input<string> | undefined;
  /** Existing dataset for large results. */
  largeResultsDataSetId?: Input<string> | undefined;
}

/**
 * Azure Synapse Analytics: parameters of `Connection String Based Authentication`.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/databases/synapse-analytics
 */
export interface AzureSynapseAnalyticsConnectionStringBasedAuthentication {
  /** Connection string of the database, with user and password. Secret: encrypted in state. Format: connection string. Example: `Server=tcp:SERVER.database.windows.net,1433;Database=DATABASE;User ID=USER;Password=PASSWORD;Encrypt=True`. */
  connectionString: Input<string>;
}

/**
 * Azure Synapse Analytics: parameters of `Service Principal Key Based Authentication`.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/databases/synapse-analytics
 */
export interface AzureSynapseAnalyticsServicePrincipalKeyBasedAuthentication {
  /** Name of the SQL endpoint. Example: `WORKSPACE.sql.azuresynapse.net`. */
  server: Input<string>;
  /** Database to read. */
  database: Input<string>;
  /** Azure tenant of the service principal. */
  tenant: Input<string>;
  /** Client id of the service principal. */
  servicePrincipalId: Input<string>;
  /** Client secret of the service principal. Secret: encrypted in state. */
  servicePrincipalKey: Input<string>;
}

/**
 * Azure Databricks: parameters of `Access Token Authentication`.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/databases/databricks
 */
export interface DatabricksAccessTokenAuthentication {
  /** URL of the workspace. Format: url. Example: `https://adb-1234567890123456.7.azuredatabricks.net`. */
  domain: Input<string>;
  /** Id of an existing cluster for interactive use. */
  clusterId: Input<string>;
  /** Access token of the workspace. Secret: encrypted in state. */
  accessToken: Input<string>;
  /** Database (schema) to read. */
  database: Input<string>;
  /** Unity catalogue of the database. */
  catalog?: Input<string> | undefined;
}

/**
 * Azure Data Explorer: parameters of `Service Principal Based Authentication`.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/databases/data-explorer
 */
export interface AzureDataExplorerServicePrincipalBasedAuthentication {
  /** Endpoint of the cluster. Format: url. Example: `https://CLUSTER.REGION.kusto.windows.net`. */
  endpoint: Input<string>;
  /** Database to read. */
  database: Input<string>;
  /** Azure tenant of the service principal. */
  tenant: Input<string>;
  /** Client id of the service principal. */
  servicePrincipalId: Input<string>;
  /** Client secret of the service principal. Secret: encrypted in state. */
  servicePrincipalKey: Input<string>;
}

/**
 * IBM DB2: parameters of `Basic Authentication`.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/databases/ibm-db2
 */
export interface IbmDb2BasicAuthentication {
  /** Name of the DB2 server, with a colon and the port. */
  server: Input<string>;
  /** Database to read. */
  database: Input<string>;
  /** User on the DB2 server. */
  username: Input<string>;
  /** Password of the user. Secret: encrypted in state. */
  password: Input<string>;
  /** Kind of login, as in Adobe's request. Example: `Basic`. */
  authenticationType?: Input<string> | undefined;
}

/**
 * Azure Table Storage: parameters of `Connection String Based Authentication`.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/databases/ats
 */
export interface AzureTableStorageConnectionStringBasedAuthentication {
  /** Connection string of the storage account. Secret: encrypted in state. Format: connection string. Example: `DefaultEndpointsProtocol=https;AccountName=ACCOUNT;AccountKey=KEY`. */
  connectionString: Input<string>;
}

/**
 * Couchbase: parameters of `Connection String Based Authentication`.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/databases/couchbase
 */
export interface CouchbaseConnectionStringBasedAuthentication {
  /** Connection string of the database, with user and password. Secret: encrypted in state. Format: connection string. Example: `Server=SERVER;Port=8093;AuthMech=1;CredString=[{user:USER,pass:PASSWORD}]`. */
  connectionString: Input<string>;
}

/**
 * PostgreSQL: parameters of `Connection String Based Authentication`.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/databases/postgres
 */
export interface PostgresqlConnectionStringBasedAuthentication {
  /** Connection string of the database, with user and password. Secret: encrypted in state. Format: connection string. Example: `Server=SERVER;Database=DATABASE;Port=5432;UID=USER;Password=PASSWORD`. */
  connectionString: Input<string>;
}

/**
 * PostgreSQL: parameters of `Basic Authentication`.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/databases/postgres
 */
export interface PostgresqlBasicAuthentication {
  /** Name or IP address of the PostgreSQL server. */
  server: Input<string>;
  /** Port of the PostgreSQL server, as text. */
  port?: Input<string> | undefined;
  /** Database to read. */
  database: Input<string>;
  /** User on the PostgreSQL server. */
  username: Input<string>;
  /** Password of the user. Secret: encrypted in state. */
  password: Input<string>;
  /** Encryption of the connection: Disable, Allow, Prefer, Verify Ca or Verify Full; true or false for AEP on AWS. Example: `Verify Full`. */
  sslMode?: Input<string> | undefined;
}

/**
 * MySQL: parameters of `Connection String Based Authentication`.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/databases/mysql
 */
export interface MysqlConnectionStringBasedAuthentication {
  /** Connection string of the database, with user and password. Secret: encrypted in state. Format: connection string. Example: `Server=SERVER;Port=3306;Database=DATABASE;UID=USER;PWD=PASSWORD`. */
  connectionString: Input<string>;
}

/**
 * MySQL: parameters of `Basic Authentication`.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/databases/mysql
 */
export interface MysqlBasicAuthentication {
  /** Name or IP address of the MySQL server. */
  server: Input<string>;
  /** Port of the MySQL server, as text. */
  port?: Input<string> | undefined;
  /** Database to read. */
  database: Input<string>;
  /** User on the MySQL server. */
  username: Input<string>;
  /** Password of the user. Secret: encrypted in state. */
  password: Input<string>;
  /** Encryption of the connection: DISABLED or another mode of MySQL; true or false for AEP on AWS. Example: `DISABLED`. */
  sslMode?: Input<string> | undefined;
}

/**
 * Microsoft SQL Server: parameters of `Connection String Based Authentication`.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/databases/sql-server
 */
export interface SqlServerConnectionStringBasedAuthentication {
  /** Connection string of the database, with user and password. Secret: encrypted in state. Format: connection string. Example: `Data Source=SERVER;Initial Catalog=DATABASE;Integrated Security=False;User ID=USER;Password=PASSWORD`. */
  connectionString: Input<string>;
}

/**
 * MariaDB: parameters of `Connection String Based Authentication`.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/databases/mariadb
 */
export interface MariadbConnectionStringBasedAuthentication {
  /** Connection string of the database, with user and password. Secret: encrypted in state. Format: connection string. Example: `Server=SERVER;Port=3306;Database=DATABASE;UID=USER;PWD=PASSWORD`. */
  connectionString: Input<string>;
}

/**
 * MariaDB: parameters of `Basic Authentication`.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/databases/mariadb
 */
export interface MariadbBasicAuthentication {
  /** Name or IP address of the MariaDB server. */
  server: Input<string>;
  /** Port of the MariaDB server, as text. */
  port?: Input<string> | undefined;
  /** Database to read. */
  database: Input<string>;
  /** User on the MariaDB server. */
  username: Input<string>;
  /** Password of the user. Secret: encrypted in state. */
  password: Input<string>;
  /** Encryption of the connection: a mode of MariaDB. Example: `DISABLED`. */
  sslMode?: Input<string> | undefined;
}

/**
 * Oracle DB: parameters of `ConnectionString`.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/databases/oracle
 */
export interface OracleDbConnectionString {
  /** Connection string of the database, with user and password. Secret: encrypted in state. Format: connection string. Example: `Host=HOST;Port=1521;Sid=SID;User Id=USER;Password=PASSWORD`. */
  connectionString: Input<string>;
}

/**
 * Oracle DB: parameters of `Basic Authentication`.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/databases/oracle
 */
export interface OracleDbBasicAuthentication {
  /** Name or IP address of the Oracle server. */
  server: Input<string>;
  /** Port of the Oracle server, as text. */
  port?: Input<string> | undefined;
  /** Database to read. */
  database: Input<string>;
  /** User on the Oracle server. */
  username: Input<string>;
  /** Password of the user. Secret: encrypted in state. */
  password: Input<string>;
  /** Schema of the tables; this auth spec is only for AEP on AWS. */
  schema?: Input<string> | undefined;
  /** Encryption of the connection: true or false. Example: `true`. */
  sslMode?: Input<string> | undefined;
}

/**
 * Apache Hive on Azure HDInsights: parameters of `HDInsights Basic Authentication`.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/databases/hive
 */
export interface HiveHDInsightsBasicAuthentication {
  /** Name or IP address of the Hive server. */
  host?: Input<string> | undefined;
  /** User on the Hive server. */
  username?: Input<string> | undefined;
  /** Password of the user. Secret: encrypted in state. */
  password?: Input<string> | undefined;
  /** Connection string of the database, with user and password. Secret: encrypted in state. Format: connection string. Example: `HOST=HOST;PORT=443;AuthMech=6;SSL=1;UID=USER;PWD=PASSWORD`. */
  connectionString?: Input<string> | undefined;
}

/**
 * Apache Spark on Azure HDInsights: parameters of `HDInsights Basic Authentication`.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/databases/spark
 */
export interface SparkHDInsightsBasicAuthentication {
  /** Name or IP address of the Spark server. */
  host: Input<string>;
  /** User on the Spark server. */
  username: Input<string>;
  /** Password of the user. Secret: encrypted in state. */
  password: Input<string>;
}

/**
 * Greenplum: parameters of `Basic Authentication`.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/databases/greenplum
 */
export interface GreenplumBasicAuthentication {
  /** Connection string of the database, with user and password. Secret: encrypted in state. Format: connection string. Example: `HOST=SERVER;PORT=5432;DB=DATABASE;UID=USER;PWD=PASSWORD`. */
  connectionString: Input<string>;
}

/**
 * HP Vertica: parameters of `Connection String Based Authentication`.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/databases/hp-vertica
 */
export interface HpVerticaConnectionStringBasedAuthentication {
  /** Connection string of the database, with user and password. Secret: encrypted in state. Format: connection string. Example: `Server=SERVER;Port=5433;Database=DATABASE;UID=USER;PWD=PASSWORD`. */
  connectionString: Input<string>;
}

/**
 * Teradata Vantage: parameters of `ConnectionString`.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/databases/teradata-vantage
 */
export interface TeradataVantageConnectionString {
  /** Connection string of the database, with user and password. Secret: encrypted in state. Format: connection string. Example: `DBCName=SERVER;Uid=USER;Pwd=PASSWORD`. */
  connectionString: Input<string>;
}

/**
 * Apache Cassandra: parameters of `Basic Authentication`.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/databases/cassandra
 */
export interface CassandraBasicAuthentication {
  /** Name or IP address of the Cassandra server. */
  host: Input<string>;
  /** Port of the Cassandra server, usually 9042. Example: `9042`. */
  port: Input<number>;
  /** User on the Cassandra server. */
  username: Input<string>;
  /** Password of the user. Secret: encrypted in state. */
  password: Input<string>;
}

/**
 * Phoenix: parameters of `Basic Authentication`.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/databases/phoenix
 */
export interface PhoenixBasicAuthentication {
  /** Name or IP address of the Phoenix server. */
  host: Input<string>;
  /** User on the Phoenix server. */
  username: Input<string>;
  /** Password of the user. Secret: encrypted in state. */
  password: Input<string>;
  /** Port of the Phoenix server. Default: `8765`. */
  port?: Input<number> | undefined;
  /** Path of the server's URL. Example: `/gateway/sandbox/phoenix/version`. */
  httpPath?: Input<string> | undefined;
  /** The connection is encrypted by TLS. */
  enableSsl?: Input<boolean> | undefined;
}

/**
 * Salesforce: parameters of `OAuth2 Client Credential`.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/crm/salesforce
 */
export interface SalesforceOAuth2ClientCredential {
  /** URL of the Salesforce instance. Format: url. Example: `https://ACME.my.salesforce.com`. */
  environmentUrl: Input<string>;
  /** Client id of the OAuth application. */
  clientId: Input<string>;
  /** Client secret of the OAuth application. Secret: encrypted in state. */
  clientSecret: Input<string>;
  /** Version of Salesforce's REST API, as text. Example: `60.0`. */
  apiVersion: Input<string>;
  /** Also read rows that are deleted in Salesforce. Default: `false`. */
  includeDeletedObjects?: Input<boolean> | undefined;
}

/**
 * Salesforce: parameters of `OAuth2 JWT Token Credential`.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/crm/salesforce
 */
export interface SalesforceOAuth2JWTTokenCredential {
  /** JSON web token of the connected app; only on AEP on AWS. Secret: encrypted in state. */
  jwtToken: Input<string>;
  /** URL of the Salesforce instance. Format: url. Example: `https://ACME.my.salesforce.com`. */
  instanceUrl: Input<string>;
  /** Client id of the OAuth application. */
  clientId: Input<string>;
  /** Client secret of the OAuth application. Secret: encrypted in state. */
  clientSecret: Input<string>;
  /** Kind of Salesforce environment. Example: `production`. */
  environmentType?: Input<string> | undefined;
}

/**
 * Salesforce: parameters of `Basic Authentication`.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/crm/salesforce
 */
export interface SalesforceBasicAuthentication {
  /** User of the Salesforce account. */
  username: Input<string>;
  /** Password of the user. Secret: encrypted in state. */
  password: Input<string>;
  /** Security token of the user. Secret: encrypted in state. */
  securityToken: Input<string>;
  /** URL of the Salesforce instance. Format: url. Example: `https://ACME.my.salesforce.com`. */
  environmentUrl?: Input<string> | undefined;
  /** Version of Salesforce's REST API, as text. Example: `60.0`. */
  apiVersion?: Input<string> | undefined;
}

/**
 * Microsoft Dynamics: parameters of `Basic Authentication for Dynamics-Online`.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/crm/ms-dynamics
 */
export interface MicrosoftDynamicsBasicAuthentication {
  /** Service URL of the Dynamics instance. Format: url. Example: `https://ACME.crm.dynamics.com`. */
  serviceUri: Input<string>;
  /** User of the Dynamics account. */
  username: Input<string>;
  /** Password of the user. Secret: encrypted in state. */
  password: Input<string>;
}

/**
 * Microsoft Dynamics: parameters of `Service Principal Key Based Authentication`.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/crm/ms-dynamics
 */
export interface MicrosoftDynamicsServicePrincipalKeyBasedAuthentication {
  /** Service URL of the Dynamics instance. Format: url. Example: `https://ACME.crm.dynamics.com`. */
  serviceUri: Input<string>;
  /** Client id of the service principal. */
  servicePrincipalId: Input<string>;
  /** Client secret of the service principal. Secret: encrypted in state. */
  servicePrincipalKey: Input<string>;
}

/**
 * Veeva CRM: parameters of `Basic Authentication`.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/crm/veeva
 */
export interface VeevaCrmBasicAuthentication {
  /** URL of the Veeva CRM instance. Format: url. */
  environmentUrl: Input<string>;
  /** User of the Veeva account. */
  username: Input<string>;
  /** Password of the user. Secret: encrypted in state. */
  password: Input<string>;
  /** Security token of the user. Secret: encrypted in state. */
  securityToken: Input<string>;
}

/**
 * Zoho CRM: parameters of `Basic Authentication`.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/crm/zoho
 */
export interface ZohoCrmBasicAuthentication {
  /** Endpoint of the Zoho CRM server. Example: `https://www.zohoapis.com`. */
  endpoint: Input<string>;
  /** URL of Zoho's accounts, which issues tokens. Format: url. Example: `https://accounts.zoho.com`. */
  accountsUrl: Input<string>;
  /** Client id of the OAuth application. */
  clientId: Input<string>;
  /** Client secret of the OAuth application. Secret: encrypted in state. */
  clientSecret: Input<string>;
  /** OAuth access token. Secret: encrypted in state. */
  accessToken: Input<string>;
  /** OAuth refresh token, which AEP uses to get access tokens. Secret: encrypted in state. */
  refreshToken: Input<string>;
}

/**
 * SugarCRM Events: parameters of `OAuth2 Refresh Code`.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/crm/sugarcrm-events
 */
export interface SugarcrmEventsOAuth2RefreshCode {
  /** Host of SugarCRM's API. Example: `developer.salesfusion.com`. */
  host: Input<string>;
  /** User of the SugarCRM developer account. */
  username: Input<string>;
  /** Password of the user. Secret: encrypted in state. */
  password: Input<string>;
}

/**
 * Salesforce Service Cloud: parameters of `OAuth2 Client Credential`.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/customer-success/salesforce-service-cloud
 */
export interface SalesforceServiceCloudOAuth2ClientCredential {
  /** URL of the Salesforce instance. Format: url. Example: `https://ACME.my.salesforce.com`. */
  environmentUrl: Input<string>;
  /** Client id of the OAuth application. */
  clientId: Input<string>;
  /** Client secret of the OAuth application. Secret: encrypted in state. */
  clientSecret: Input<string>;
  /** Version of Salesforce's REST API, as text. Example: `60.0`. */
  apiVersion: Input<string>;
}

/**
 * Salesforce Service Cloud: parameters of `Basic Authentication`.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/customer-success/salesforce-service-cloud
 */
export interface SalesforceServiceCloudBasicAuthentication {
  /** User of the Salesforce account. */
  username: Input<string>;
  /** Password of the user. Secret: encrypted in state. */
  password: Input<string>;
  /** Security token of the user. Secret: encrypted in state. */
  securityToken: Input<string>;
  /** URL of the Salesforce instance. Format: url. Example: `https://ACME.my.salesforce.com`. */
  environmentUrl?: Input<string> | undefined;
  /** Version of Salesforce's REST API, as text. Example: `60.0`. */
  apiVersion?: Input<string> | undefined;
}

/**
 * ServiceNow: parameters of `Basic Authentication`.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/customer-success/servicenow
 */
export interface ServicenowBasicAuthentication {
  /** Endpoint of the ServiceNow server. Example: `https://ACME.service-now.com`. */
  endpoint: Input<string>;
  /** User on the ServiceNow server. */
  username: Input<string>;
  /** Password of the user. Secret: encrypted in state. */
  password: Input<string>;
}

/**
 * Oracle Service Cloud: parameters of `Basic Authentication`.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/customer-success/oracle-service-cloud
 */
export interface OracleServiceCloudBasicAuthentication {
  /** Host URL of the Oracle Service Cloud instance. */
  host: Input<string>;
  /** User of the Oracle Service Cloud account. */
  username: Input<string>;
  /** Password of the user. Secret: encrypted in state. */
  password: Input<string>;
}

/**
 * Zendesk: parameters of `OAuth2 Refresh Code`.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/customer-success/zendesk
 */
export interface ZendeskOAuth2RefreshCode {
  /** URL of the account. Format: url. Example: `https://ACME.zendesk.com`. */
  subdomain: Input<string>;
  /** API token of the account. Secret: encrypted in state. */
  accessToken: Input<string>;
}

/**
 * HubSpot: parameters of `Basic Authentication`.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/marketing-automation/hubspot
 */
export interface HubspotBasicAuthentication {
  /** Client id of the OAuth application. */
  clientId: Input<string>;
  /** Client secret of the OAuth application. Secret: encrypted in state. */
  clientSecret: Input<string>;
  /** OAuth access token. Secret: encrypted in state. */
  accessToken: Input<string>;
  /** OAuth refresh token, which AEP uses to get access tokens. Secret: encrypted in state. */
  refreshToken: Input<string>;
}

/**
 * Oracle Eloqua: parameters of `Basic Authentication`.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/marketing-automation/oracle-eloqua
 */
export interface OracleEloquaBasicAuthentication {
  /** Endpoint of the Eloqua server. Example: `https://login.eloqua.com`. */
  endpoint: Input<string>;
  /** Site name, a backslash and the user. Example: `SITE\USER`. */
  username: Input<string>;
  /** Password of the user. Secret: encrypted in state. */
  password: Input<string>;
}

/**
 * Salesforce Marketing Cloud: parameters of `Client-Id-Secret Based Authentication`.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/marketing-automation/salesforce-marketing-cloud
 */
export interface SalesforceMarketingCloudClientIdSecretBasedAuthentication {
  /** Host of the Marketing Cloud's REST API. */
  host: Input<string>;
  /** Client id of the OAuth application. */
  clientId: Input<string>;
  /** Client secret of the OAuth application. Secret: encrypted in state. */
  clientSecret: Input<string>;
}

/**
 * Salesforce Marketing Cloud: parameters of `OAuth2 Client Credential`.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/marketing-automation/salesforce-marketing-cloud
 */
export interface SalesforceMarketingCloudOAuth2ClientCredential {
  /** Subdomain of the Marketing Cloud; this auth spec is only for AEP on AWS. */
  subdomain: Input<string>;
  /** Client id of the OAuth application. */
  clientId: Input<string>;
  /** Client secret of the OAuth application. Secret: encrypted in state. */
  clientSecret: Input<string>;
}

/**
 * Oracle Responsys: parameters of `Basic Authentication`.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/marketing-automation/oracle-responsys
 */
export interface OracleResponsysBasicAuthentication {
  /** REST endpoint of the Responsys instance. */
  endpoint: Input<string>;
  /** Client id of the OAuth application. */
  clientId: Input<string>;
  /** Client secret of the OAuth application. Secret: encrypted in state. */
  clientSecret: Input<string>;
}

/**
 * Oracle NetSuite Activities: parameters of `OAuth2 Client Credential`.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/marketing-automation/oracle-netsuite-activities
 */
export interface OracleNetsuiteActivitiesOAuth2ClientCredential {
  /** Client id of the OAuth application. */
  clientId: Input<string>;
  /** Client secret of the OAuth application. Secret: encrypted in state. */
  clientSecret: Input<string>;
  /** URL that issues access tokens. Format: url. Example: `https://ACCOUNT.suitetalk.api.netsuite.com/services/rest/auth/oauth2/v1/token`. */
  accessTokenUrl: Input<string>;
  /** OAuth access token, which is valid for 60 minutes. Secret: encrypted in state. */
  accessToken: Input<string>;
}

/**
 * Mailchimp Campaign: parameters of `Basic Authentication`.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/marketing-automation/mailchimp-campaign
 */
export interface MailchimpCampaignBasicAuthentication {
  /** URL with which AEP checks the credentials when the base connection is created. Format: url. Example: `https://login.mailchimp.com/oauth2/metadata`. */
  authorizationTestUrl?: Input<string> | undefined;
  /** User of the Mailchimp account. */
  username: Input<string>;
  /** Password of the user. Secret: encrypted in state. */
  password: Input<string>;
}

/**
 * Mailchimp Campaign: parameters of `oAuth2RefreshCode`.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/marketing-automation/mailchimp-campaign
 */
export interface MailchimpCampaignOAuth2RefreshCode {
  /** URL with which AEP checks the credentials when the base connection is created. Format: url. Example: `https://login.mailchimp.com/oauth2/metadata`. */
  authorizationTestUrl?: Input<string> | undefined;
  /** OAuth access token. Secret: encrypted in state. */
  accessToken: Input<string>;
}

/**
 * Mailchimp Members: parameters of `Basic Authentication`.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/marketing-automation/mailchimp-members
 */
export interface MailchimpMembersBasicAuthentication {
  /** URL with which AEP checks the credentials when the base connection is created. Format: url. Example: `https://login.mailchimp.com/oauth2/metadata`. */
  authorizationTestUrl?: Input<string> | undefined;
  /** User of the Mailchimp account. */
  username: Input<string>;
  /** Password of the user. Secret: encrypted in state. */
  password: Input<string>;
}

/**
 * Mailchimp Members: parameters of `oAuth2RefreshCode`.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/marketing-automation/mailchimp-members
 */
export interface MailchimpMembersOAuth2RefreshCode {
  /** URL with which AEP checks the credentials when the base connection is created. Format: url. Example: `https://login.mailchimp.com/oauth2/metadata`. */
  authorizationTestUrl?: Input<string> | undefined;
  /** OAuth access token. Secret: encrypted in state. */
  accessToken: Input<string>;
}

/**
 * Google Ads: parameters of `Basic Authentication`.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/advertising/ads
 */
export interface GoogleAdsBasicAuthentication {
  /** Id of the client account. */
  clientCustomerID: Input<string>;
  /** Id of the manager account. */
  loginCustomerID: Input<string>;
  /** Developer token of the manager account. Secret: encrypted in state. */
  developerToken: Input<string>;
  /** Version of the Google Ads API, v19 or newer. Example: `v19`. */
  googleAdsApiVersion?: Input<string> | undefined;
  /** Kind of login, which older pages of Adobe ask for. */
  authenticationType?: Input<string> | undefined;
  /** Client id of the OAuth application. */
  clientId: Input<string>;
  /** Client secret of the OAuth application. Secret: encrypted in state. */
  clientSecret: Input<string>;
  /** Refresh token from Google. Secret: encrypted in state. */
  refreshToken: Input<string>;
}

/**
 * PayPal: parameters of `Client-Id-Secret Based Authentication`.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/payments/paypal
 */
export interface PaypalClientIdSecretBasedAuthentication {
  /** Host of PayPal's API. Example: `api.paypal.com`. */
  host: Input<string>;
  /** Client id of the OAuth application. */
  clientId: Input<string>;
  /** Client secret of the OAuth application. Secret: encrypted in state. */
  clientSecret: Input<string>;
}

/**
 * Square: parameters of `OAuth2 Refresh Code`.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/payments/square
 */
export interface SquareOAuth2RefreshCode {
  /** Host of Square's API. Example: `connect.squareup.com`. */
  host: Input<string>;
  /** Client id of the OAuth application. */
  clientId: Input<string>;
  /** Client secret of the OAuth application. Secret: encrypted in state. */
  clientSecret: Input<string>;
  /** OAuth access token. Secret: encrypted in state. */
  accessToken: Input<string>;
  /** OAuth refresh token, which AEP uses to get access tokens. Secret: encrypted in state. */
  refreshToken: Input<string>;
}

/**
 * Stripe: parameters of `OAuth2 Refresh Code`.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/payments/stripe
 */
export interface StripeOAuth2RefreshCode {
  /** Access token of the Stripe account. Secret: encrypted in state. */
  accessToken: Input<string>;
}

/**
 * Shopify: parameters of `Access Token Based`.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/ecommerce/shopify
 */
export interface ShopifyAccessTokenBased {
  /** Host of the shop. Example: `ACME.myshopify.com`. */
  host: Input<string>;
  /** Access token of the shop. Secret: encrypted in state. */
  accessToken: Input<string>;
}

/**
 * Shopify: parameters of `Basic Authentication`.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/ecommerce/shopify
 */
export interface ShopifyBasicAuthentication {
  /** Host of the shop. Example: `ACME.myshopify.com`. */
  host: Input<string>;
  /** Access token of the shop. Secret: encrypted in state. */
  accessToken: Input<string>;
}

/**
 * SAP Commerce: parameters of `OAuth2 Client Credential`.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/ecommerce/sap-commerce
 */
export interface SapCommerceOAuth2ClientCredential {
  /** Region of the data centre. Example: `eu10`. */
  region: Input<string>;
  /** Client id of the OAuth application. */
  clientId: Input<string>;
  /** Client secret of the OAuth application. Secret: encrypted in state. */
  clientSecret: Input<string>;
  /** URL of the service key, which issues tokens. Format: url. Example: `https://subscriptionbilling.authentication.eu10.hana.ondemand.com`. */
  tokenEndpoint: Input<string>;
}

/**
 * Mixpanel: parameters of `Basic Authentication`.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/analytics/mixpanel
 */
export interface MixpanelBasicAuthentication {
  /** User of the Mixpanel service account. */
  username: Input<string>;
  /** Password of the user. Secret: encrypted in state. */
  password: Input<string>;
}

/**
 * OneTrust Integration: parameters of `OAuth2 Refresh Code`.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/consent-and-preferences/onetrust
 */
export interface OnetrustOAuth2RefreshCode {
  /** Access token, which does not refresh itself. Secret: encrypted in state. */
  accessToken: Input<string>;
}

/**
 * Generic OData: parameters of `Anonymous Authentication`.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/protocols/odata
 */
export interface GenericOdataAnonymousAuthentication {
  /** Root URL of the OData service. Format: url. Example: `https://services.odata.org/V4/Northwind/Northwind.svc`. */
  url: Input<string>;
}

/**
 * Generic REST API: parameters of `oAuth2RefreshCode`.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/protocols/generic-rest
 */
export interface GenericRestOAuth2RefreshCode {
  /** Root URL of the API. Format: url. Example: `https://api.example.com`. */
  host: Input<string>;
  /** OAuth access token. Secret: encrypted in state. */
  accessToken: Input<string>;
  /** Client id of the OAuth application. */
  clientId?: Input<string> | undefined;
  /** Client secret of the OAuth application. Secret: encrypted in state. */
  clientSecret?: Input<string> | undefined;
  /** OAuth refresh token, which AEP uses to get access tokens. Secret: encrypted in state. */
  refreshToken?: Input<string> | undefined;
  /** URL that issues access tokens. Format: url. */
  accessTokenUrl?: Input<string> | undefined;
  /** URL with which AEP checks the credentials when the base connection is created. Format: url. */
  authorizationTestUrl?: Input<string> | undefined;
  /** Time at which the access token expires. */
  expirationDate?: Input<string> | undefined;
  /** Other names for the parameters of the credential. */
  requestParameterOverride?: Input<Record<string, unknown>> | undefined;
}

/**
 * Generic REST API: parameters of `Basic Authentication`.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/protocols/generic-rest
 */
export interface GenericRestBasicAuthentication {
  /** Root URL of the API. Format: url. Example: `https://api.example.com`. */
  host: Input<string>;
  /** User of the API. */
  username: Input<string>;
  /** Password of the user. Secret: encrypted in state. */
  password: Input<string>;
}

/**
 * What a source connection of a source of files reads.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/collect/cloud-storage
 */
export interface FilesSourceWithCdcEnabled {
  /** File, folder, or pattern with * to read. Example: `/crm/customers.csv`. */
  path: Input<string>;
  /** Kind of the path. */
  type?: Input<"file" | "folder"> | undefined;
  /** Also read the subfolders. Default: `false`. */
  recursive?: Input<boolean> | undefined;
  /** Format of the files, if the connector requires it. Example: `delimited`. */
  fileType?: Input<string> | undefined;
  /** Files carry change data capture records. Default: `false`. */
  cdcEnabled?: Input<boolean> | undefined;
}

/**
 * What a source connection of a source of files reads.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/collect/cloud-storage
 */
export interface FilesSource {
  /** File, folder, or pattern with * to read. Example: `/crm/customers.csv`. */
  path: Input<string>;
  /** Kind of the path. */
  type?: Input<"file" | "folder"> | undefined;
  /** Also read the subfolders. Default: `false`. */
  recursive?: Input<boolean> | undefined;
  /** Format of the files, if the connector requires it. Example: `delimited`. */
  fileType?: Input<string> | undefined;
}

/**
 * What a source connection of Data Landing Zone reads.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/collect/cloud-storage
 */
export interface DataLandingZoneSource {
  /** File, folder, or pattern with * to read. Example: `dlz-user-container/customers.csv`. */
  path: Input<string>;
  /** Kind of the path. */
  type?: Input<"file" | "folder"> | undefined;
  /** Also read the subfolders. Default: `false`. */
  recursive?: Input<boolean> | undefined;
  /** Format of the files, if the connector requires it. Example: `delimited`. */
  fileType?: Input<string> | undefined;
  /** Files carry change data capture records. Default: `false`. */
  cdcEnabled?: Input<boolean> | undefined;
}

/**
 * What a source connection of Amazon Kinesis reads.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/collect/streaming
 */
export interface AmazonKinesisSource {
  /** Name of the data stream. */
  stream: Input<string>;
  /** Format of the messages: raw (any JSON) or xdm. */
  dataType?: Input<"raw" | "xdm"> | undefined;
  /** Position in the stream at which reading begins. */
  reset?: Input<"latest" | "earliest"> | undefined;
}

/**
 * What a source connection of Azure Event Hubs reads.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/collect/streaming
 */
export interface AzureEventHubsSource {
  /** Event hub to read. */
  eventHubName: Input<string>;
  /** Format of the messages: raw (any JSON) or xdm. */
  dataType?: Input<"raw" | "xdm"> | undefined;
  /** Position in the hub at which reading begins. Default: `earliest`. */
  reset?: Input<"latest" | "earliest"> | undefined;
  /** Consumer group; each dataflow needs its own group. Default: `$Default`. */
  consumerGroup?: Input<string> | undefined;
}

/**
 * What a source connection of Google Pub/Sub reads.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/collect/streaming
 */
export interface GooglePubsubSource {
  /** Topic as projects/PROJECT/topics/TOPIC. */
  topicName?: Input<string> | undefined;
  /** Subscription as projects/PROJECT/subscriptions/SUBSCRIPTION; only one dataflow can use it. */
  subscriptionName?: Input<string> | undefined;
  /** Topic, as older pages of Adobe name it. */
  topicId?: Input<string> | undefined;
  /** Subscription, as older pages of Adobe name it. */
  subscriptionId?: Input<string> | undefined;
  /** Format of the messages: raw (any JSON) or xdm. */
  dataType?: Input<"raw" | "xdm"> | undefined;
}

/**
 * What a source connection of Snowflake streaming reads.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/databases/snowflake-streaming
 */
export interface SnowflakeStreamingSource {
  /** Table to read. Example: `CUSTOMERS`. */
  tableName: Input<string>;
  /** Column that shows which rows are new. */
  timestampColumn?: Input<string> | undefined;
  /** Begin with the oldest row instead of new rows. */
  backfill?: Input<boolean> | undefined;
  /** Time zone of a column of type TIMESTAMP_NTZ. Default: `UTC`. */
  timezoneValue?: Input<string> | undefined;
}

/**
 * What a source connection of a source of tables reads.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/collect/protocols
 */
export interface TablesSource {
  /** Table to read, with its schema. Example: `public.customers`. */
  tableName: Input<string>;
  /** Columns to read; if omitted, AEP reads all columns. */
  columns?: Input<Input<SourceColumn>[]> | undefined;
}

/**
 * What a source connection of a source of tables reads.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/collect/crm
 */
export interface TablesSourceWithCdcEnabledFilters {
  /** Table to read, with its schema. Example: `public.customers`. */
  tableName: Input<string>;
  /** Columns to read; if omitted, AEP reads all columns. */
  columns?: Input<Input<SourceColumn>[]> | undefined;
  /** The table carries change data capture records. Default: `false`. */
  cdcEnabled?: Input<boolean> | undefined;
  /** Rows to read, as { type: "PQL", format: "pql/json", value }. */
  filters?: Input<Record<string, unknown>> | undefined;
}

/**
 * What a source connection of Azure Databricks reads.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/collect/database-nosql
 */
export interface DatabricksSource {
  /** Table to read, with its schema. Example: `public.customers`. */
  tableName: Input<string>;
  /** Columns to read; if omitted, AEP reads all columns. */
  columns?: Input<Input<SourceColumn>[]> | undefined;
  /** The table carries change data capture records. Default: `false`. */
  cdcEnabled?: Input<boolean> | undefined;
}

/**
 * What a source connection of Microsoft Dynamics reads.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/collect/crm
 */
export interface MicrosoftDynamicsSource {
  /** Table to read, with its schema. Example: `public.customers`. */
  tableName: Input<string>;
  /** Columns to read. */
  columns: Input<Input<SourceColumn>[]>;
  /** The table carries change data capture records. Default: `false`. */
  cdcEnabled?: Input<boolean> | undefined;
  /** Rows to read, as { type: "PQL", format: "pql/json", value }. */
  filters?: Input<Record<string, unknown>> | undefined;
}

/**
 * What a source connection of Mailchimp Campaign reads.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/marketing-automation/mailchimp-campaign
 */
export interface MailchimpCampaignSource {
  /** Id of the campaign to read. Example: `c66a200cda`. */
  campaignId: Input<string>;
}

/**
 * What a source connection of Mailchimp Members reads.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/marketing-automation/mailchimp-members
 */
export interface MailchimpMembersSource {
  /** Id of the audience (list) whose members are read. Example: `10c097ca71`. */
  listId: Input<string>;
}

/**
 * What a source connection of Stripe reads.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/payments/stripe
 */
export interface StripeSource {
  /** Resource to read, such as charges, customers, prices, refunds or subscriptions. Example: `charges`. */
  resourcePath: Input<string>;
}

/**
 * What a source connection of SAP Commerce reads.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/ecommerce/sap-commerce
 */
export interface SapCommerceSource {
  /** Objects to read. */
  object_type: Input<"customers" | "contacts">;
}

/**
 * What a source connection of Mixpanel reads.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/analytics/mixpanel
 */
export interface MixpanelSource {
  /** Id of the Mixpanel project. Example: `2384945`. */
  projectId: Input<string>;
  /** Time zone of the Mixpanel project. Example: `Pacific Standard Time`. */
  timezone: Input<string>;
}

/** `auth` of each connector's base connections; never where AEP holds the account itself. */
export interface ConnectorAuth {
  /** Amazon S3. */
  "amazon-s3": AuthSpec<"Access Key", AmazonS3AccessKey> | AuthSpec<"IAMRole Based", AmazonS3IAMRoleBased>;
  /** Azure Blob Storage. */
  "azure-blob":
    | AuthSpec<"ConnectionString", AzureBlobConnectionString>
    | AuthSpec<"SAS URI Authentication", AzureBlobSASURIAuthentication>
    | AuthSpec<"Service Principal Based Authentication", AzureBlobServicePrincipalBasedAuthentication>;
  /** Azure Data Lake Storage Gen2. */
  "adls-gen2": AuthSpec<"Basic Authentication for adls-gen2", AdlsGen2BasicAuthentication>;
  /** Google Cloud Storage. */
  "google-cloud-storage": AuthSpec<
    "Basic Authentication for google-cloud",
    GoogleCloudStorageBasicAuthentication
  >;
  /** SFTP. */
  sftp:
    | AuthSpec<"Basic Authentication for sftp", SftpBasicAuthentication>
    | AuthSpec<"SSH PublicKey Authentication for sftp", SftpSSHPublicKeyAuthentication>;
  /** FTP (beta). Adobe recommends reading it once, without a schedule. */
  ftp: AuthSpec<"Basic Authentication for FTP", FtpBasicAuthentication>;
  /** Azure File Storage. */
  "azure-file-storage": AuthSpec<"Basic Authentication", AzureFileStorageBasicAuthentication>;
  /** Oracle Object Storage. */
  "oracle-object-storage": AuthSpec<"Access Key", OracleObjectStorageAccessKey>;
  /** Apache HDFS (beta). It has no credential: AEP reads without a login. */
  hdfs: AuthSpec<"Anonymous Authentication", HdfsAnonymousAuthentication>;
  /** Data Landing Zone. AEP provides the storage, so that its source connections have no base connection. */
  "data-landing-zone": never;
  /** Amazon Kinesis. */
  "amazon-kinesis": AuthSpec<
    "Aws Kinesis authentication credentials",
    AmazonKinesisAwsKinesisAuthenticationCredentials
  >;
  /** Azure Event Hubs. */
  "azure-event-hubs":
    | AuthSpec<
        "Azure EventHub authentication credentials",
        AzureEventHubsAzureEventHubAuthenticationCredentials
      >
    | AuthSpec<"Event Hub Azure Active Directory Auth", AzureEventHubsEventHubAzureActiveDirectoryAuth>
    | AuthSpec<
        "Event Hub Scoped Azure Active Directory Auth",
        AzureEventHubsEventHubScopedAzureActiveDirectoryAuth
      >;
  /** Google Pub/Sub. */
  "google-pubsub":
    | AuthSpec<"Project Based Authentication", GooglePubsubProjectBasedAuthentication>
    | AuthSpec<"Topic & Subscription Based Authentication", GooglePubsubTopicSubscriptionBasedAuthentication>
    | AuthSpec<"Google PubSub authentication credentials", GooglePubsubGooglePubSubAuthenticationCredentials>;
  /** HTTP API. It has no credential: AEP opens an endpoint. The output inletUrl of the base connection is its URL. */
  "http-api": AuthSpec<"Streaming Connection", HttpApiStreamingConnection>;
  /** Snowflake streaming. Adobe offers it with Real-Time CDP Ultimate. */
  "snowflake-streaming": AuthSpec<
    "Basic Authentication for Snowflake",
    SnowflakeStreamingBasicAuthentication
  >;
  /** Amazon Redshift. */
  "amazon-redshift": AuthSpec<"Basic Authentication", AmazonRedshiftBasicAuthentication>;
  /** Snowflake. The parameter PREVENT_UNLOAD_TO_INLINE_URL of the Snowflake account must be FALSE. */
  snowflake:
    | AuthSpec<"KeyPair Authentication", SnowflakeKeyPairAuthentication>
    | AuthSpec<"Basic Authentication", SnowflakeBasicAuthentication>
    | AuthSpec<"ConnectionString", SnowflakeConnectionString>;
  /** Google BigQuery. Adobe's request for Basic Authentication has type: "OAuth2.0" beside specName. */
  "google-bigquery":
    | AuthSpec<"Basic Authentication", GoogleBigqueryBasicAuthentication>
    | AuthSpec<"Service Authentication", GoogleBigqueryServiceAuthentication>;
  /** Azure Synapse Analytics. */
  "azure-synapse-analytics":
    | AuthSpec<
        "Connection String Based Authentication",
        AzureSynapseAnalyticsConnectionStringBasedAuthentication
      >
    | AuthSpec<
        "Service Principal Key Based Authentication",
        AzureSynapseAnalyticsServicePrincipalKeyBasedAuthentication
      >;
  /** Azure Databricks. */
  databricks: AuthSpec<"Access Token Authentication", DatabricksAccessTokenAuthentication>;
  /** Azure Data Explorer. */
  "azure-data-explorer": AuthSpec<
    "Service Principal Based Authentication",
    AzureDataExplorerServicePrincipalBasedAuthentication
  >;
  /** IBM DB2 (beta). */
  "ibm-db2": AuthSpec<"Basic Authentication", IbmDb2BasicAuthentication>;
  /** Azure Table Storage (beta). The times in its delta column must have the form yyyy-MM-ddTHH:mm:ssZ. */
  "azure-table-storage": AuthSpec<
    "Connection String Based Authentication",
    AzureTableStorageConnectionStringBasedAuthentication
  >;
  /** Couchbase (unlisted). */
  couchbase: AuthSpec<"Connection String Based Authentication", CouchbaseConnectionStringBasedAuthentication>;
  /** PostgreSQL. */
  postgresql:
    | AuthSpec<"Connection String Based Authentication", PostgresqlConnectionStringBasedAuthentication>
    | AuthSpec<"Basic Authentication", PostgresqlBasicAuthentication>;
  /** MySQL. */
  mysql:
    | AuthSpec<"Connection String Based Authentication", MysqlConnectionStringBasedAuthentication>
    | AuthSpec<"Basic Authentication", MysqlBasicAuthentication>;
  /** Microsoft SQL Server. */
  "sql-server": AuthSpec<
    "Connection String Based Authentication",
    SqlServerConnectionStringBasedAuthentication
  >;
  /** MariaDB. */
  mariadb:
    | AuthSpec<"Connection String Based Authentication", MariadbConnectionStringBasedAuthentication>
    | AuthSpec<"Basic Authentication", MariadbBasicAuthentication>;
  /** Oracle DB. */
  "oracle-db":
    | AuthSpec<"ConnectionString", OracleDbConnectionString>
    | AuthSpec<"Basic Authentication", OracleDbBasicAuthentication>;
  /** Apache Hive on Azure HDInsights (beta). No single parameter is required: Adobe's tables require host, username and password, but Adobe's request has connectionString. */
  hive: AuthSpec<"HDInsights Basic Authentication", HiveHDInsightsBasicAuthentication>;
  /** Apache Spark on Azure HDInsights (beta). */
  spark: AuthSpec<"HDInsights Basic Authentication", SparkHDInsightsBasicAuthentication>;
  /** Greenplum. */
  greenplum: AuthSpec<"Basic Authentication", GreenplumBasicAuthentication>;
  /** HP Vertica (beta). */
  "hp-vertica": AuthSpec<
    "Connection String Based Authentication",
    HpVerticaConnectionStringBasedAuthentication
  >;
  /** Teradata Vantage. */
  "teradata-vantage": AuthSpec<"ConnectionString", TeradataVantageConnectionString>;
  /** Apache Cassandra (unlisted). */
  cassandra: AuthSpec<"Basic Authentication", CassandraBasicAuthentication>;
  /** Phoenix (retired since 2025-05). Adobe discontinued this connector at the end of May 2025. */
  phoenix: AuthSpec<"Basic Authentication", PhoenixBasicAuthentication>;
  /** Salesforce. */
  salesforce:
    | AuthSpec<"OAuth2 Client Credential", SalesforceOAuth2ClientCredential>
    | AuthSpec<"OAuth2 JWT Token Credential", SalesforceOAuth2JWTTokenCredential>
    | AuthSpec<"Basic Authentication", SalesforceBasicAuthentication>;
  /** Microsoft Dynamics. The times in its delta column must have the form yyyy-MM-ddTHH:mm:ssZ. */
  "microsoft-dynamics":
    | AuthSpec<"Basic Authentication for Dynamics-Online", MicrosoftDynamicsBasicAuthentication>
    | AuthSpec<
        "Service Principal Key Based Authentication",
        MicrosoftDynamicsServicePrincipalKeyBasedAuthentication
      >;
  /** Veeva CRM. */
  "veeva-crm": AuthSpec<"Basic Authentication", VeevaCrmBasicAuthentication>;
  /** Zoho CRM (deprecated since 2025-06). */
  "zoho-crm": AuthSpec<"Basic Authentication", ZohoCrmBasicAuthentication>;
  /** SugarCRM Events (beta). Adobe publishes the same id for SugarCRM Accounts and Contacts, whose source connections have the parameter object_type. */
  "sugarcrm-events": AuthSpec<"OAuth2 Refresh Code", SugarcrmEventsOAuth2RefreshCode>;
  /** Salesforce Service Cloud. */
  "salesforce-service-cloud":
    | AuthSpec<"OAuth2 Client Credential", SalesforceServiceCloudOAuth2ClientCredential>
    | AuthSpec<"Basic Authentication", SalesforceServiceCloudBasicAuthentication>;
  /** ServiceNow. */
  servicenow: AuthSpec<"Basic Authentication", ServicenowBasicAuthentication>;
  /** Oracle Service Cloud (retired since 2025-06). Adobe discontinued this connector at the end of June 2025. */
  "oracle-service-cloud": AuthSpec<"Basic Authentication", OracleServiceCloudBasicAuthentication>;
  /** Zendesk. */
  zendesk: AuthSpec<"OAuth2 Refresh Code", ZendeskOAuth2RefreshCode>;
  /** HubSpot (replaced since 2026-09). */
  hubspot: AuthSpec<"Basic Authentication", HubspotBasicAuthentication>;
  /** Oracle Eloqua (retired since 2026-01). Adobe retired this connector in January 2026. Existing connections stop. */
  "oracle-eloqua": AuthSpec<"Basic Authentication", OracleEloquaBasicAuthentication>;
  /** Salesforce Marketing Cloud (deprecated since 2026-01). Adobe deprecated this connector in January 2026. */
  "salesforce-marketing-cloud":
    | AuthSpec<
        "Client-Id-Secret Based Authentication",
        SalesforceMarketingCloudClientIdSecretBasedAuthentication
      >
    | AuthSpec<"OAuth2 Client Credential", SalesforceMarketingCloudOAuth2ClientCredential>;
  /** Oracle Responsys (beta). */
  "oracle-responsys": AuthSpec<"Basic Authentication", OracleResponsysBasicAuthentication>;
  /** Oracle NetSuite Activities (beta). Adobe publishes the same id for Oracle NetSuite Entities, whose source connections have the parameter object_type. */
  "oracle-netsuite-activities": AuthSpec<
    "OAuth2 Client Credential",
    OracleNetsuiteActivitiesOAuth2ClientCredential
  >;
  /** Mailchimp Campaign. */
  "mailchimp-campaign":
    | AuthSpec<"Basic Authentication", MailchimpCampaignBasicAuthentication>
    | AuthSpec<"oAuth2RefreshCode", MailchimpCampaignOAuth2RefreshCode>;
  /** Mailchimp Members. */
  "mailchimp-members":
    | AuthSpec<"Basic Authentication", MailchimpMembersBasicAuthentication>
    | AuthSpec<"oAuth2RefreshCode", MailchimpMembersOAuth2RefreshCode>;
  /** Google Ads. */
  "google-ads": AuthSpec<"Basic Authentication", GoogleAdsBasicAuthentication>;
  /** PayPal (unlisted). */
  paypal: AuthSpec<"Client-Id-Secret Based Authentication", PaypalClientIdSecretBasedAuthentication>;
  /** Square. */
  square: AuthSpec<"OAuth2 Refresh Code", SquareOAuth2RefreshCode>;
  /** Stripe (beta). */
  stripe: AuthSpec<"OAuth2 Refresh Code", StripeOAuth2RefreshCode>;
  /** Shopify. */
  shopify:
    | AuthSpec<"Access Token Based", ShopifyAccessTokenBased>
    | AuthSpec<"Basic Authentication", ShopifyBasicAuthentication>;
  /** SAP Commerce (beta). */
  "sap-commerce": AuthSpec<"OAuth2 Client Credential", SapCommerceOAuth2ClientCredential>;
  /** Mixpanel (beta). */
  mixpanel: AuthSpec<"Basic Authentication", MixpanelBasicAuthentication>;
  /** OneTrust Integration. */
  onetrust: AuthSpec<"OAuth2 Refresh Code", OnetrustOAuth2RefreshCode>;
  /** Generic OData. It has no credential: AEP reads without a login. */
  "generic-odata": AuthSpec<"Anonymous Authentication", GenericOdataAnonymousAuthentication>;
  /** Generic REST API (beta). */
  "generic-rest":
    | AuthSpec<"oAuth2RefreshCode", GenericRestOAuth2RefreshCode>
    | AuthSpec<"Basic Authentication", GenericRestBasicAuthentication>;
}

/** `data.format` of each connector's source connections. */
export interface ConnectorFormat {
  /** Amazon S3. */
  "amazon-s3": "delimited" | "json" | "parquet" | "parquet_xdm";
  /** Azure Blob Storage. */
  "azure-blob": "delimited" | "json" | "parquet" | "parquet_xdm";
  /** Azure Data Lake Storage Gen2. */
  "adls-gen2": "delimited" | "json" | "parquet" | "parquet_xdm";
  /** Google Cloud Storage. */
  "google-cloud-storage": "delimited" | "json" | "parquet" | "parquet_xdm";
  /** SFTP. */
  sftp: "delimited" | "json" | "parquet" | "parquet_xdm";
  /** FTP (beta). Adobe recommends reading it once, without a schedule. */
  ftp: "delimited" | "json" | "parquet" | "parquet_xdm";
  /** Azure File Storage. */
  "azure-file-storage": "delimited" | "json" | "parquet" | "parquet_xdm";
  /** Oracle Object Storage. */
  "oracle-object-storage": "delimited" | "json" | "parquet" | "parquet_xdm";
  /** Apache HDFS (beta). It has no credential: AEP reads without a login. */
  hdfs: "delimited" | "json" | "parquet" | "parquet_xdm";
  /** Data Landing Zone. AEP provides the storage, so that its source connections have no base connection. */
  "data-landing-zone": "delimited" | "json" | "parquet" | "parquet_xdm";
  /** Amazon Kinesis. */
  "amazon-kinesis": "json";
  /** Azure Event Hubs. */
  "azure-event-hubs": "json";
  /** Google Pub/Sub. */
  "google-pubsub": "json";
  /** HTTP API. It has no credential: AEP opens an endpoint. The output inletUrl of the base connection is its URL. */
  "http-api": "json";
  /** Snowflake streaming. Adobe offers it with Real-Time CDP Ultimate. */
  "snowflake-streaming": "json";
  /** Amazon Redshift. */
  "amazon-redshift": "tabular" | "parquet_xdm";
  /** Snowflake. The parameter PREVENT_UNLOAD_TO_INLINE_URL of the Snowflake account must be FALSE. */
  snowflake: "tabular" | "parquet_xdm";
  /** Google BigQuery. Adobe's request for Basic Authentication has type: "OAuth2.0" beside specName. */
  "google-bigquery": "tabular" | "parquet_xdm";
  /** Azure Synapse Analytics. */
  "azure-synapse-analytics": "tabular" | "parquet_xdm";
  /** Azure Databricks. */
  databricks: "tabular" | "parquet_xdm";
  /** Azure Data Explorer. */
  "azure-data-explorer": "tabular" | "parquet_xdm";
  /** IBM DB2 (beta). */
  "ibm-db2": "tabular" | "parquet_xdm";
  /** Azure Table Storage (beta). The times in its delta column must have the form yyyy-MM-ddTHH:mm:ssZ. */
  "azure-table-storage": "tabular" | "parquet_xdm";
  /** Couchbase (unlisted). */
  couchbase: "tabular" | "parquet_xdm";
  /** PostgreSQL. */
  postgresql: "tabular" | "parquet_xdm";
  /** MySQL. */
  mysql: "tabular" | "parquet_xdm";
  /** Microsoft SQL Server. */
  "sql-server": "tabular" | "parquet_xdm";
  /** MariaDB. */
  mariadb: "tabular" | "parquet_xdm";
  /** Oracle DB. */
  "oracle-db": "tabular" | "parquet_xdm";
  /** Apache Hive on Azure HDInsights (beta). No single parameter is required: Adobe's tables require host, username and password, but Adobe's request has connectionString. */
  hive: "tabular" | "parquet_xdm";
  /** Apache Spark on Azure HDInsights (beta). */
  spark: "tabular" | "parquet_xdm";
  /** Greenplum. */
  greenplum: "tabular" | "parquet_xdm";
  /** HP Vertica (beta). */
  "hp-vertica": "tabular" | "parquet_xdm";
  /** Teradata Vantage. */
  "teradata-vantage": "tabular" | "parquet_xdm";
  /** Apache Cassandra (unlisted). */
  cassandra: "tabular" | "parquet_xdm";
  /** Phoenix (retired since 2025-05). Adobe discontinued this connector at the end of May 2025. */
  phoenix: "tabular" | "parquet_xdm";
  /** Salesforce. */
  salesforce: "tabular" | "parquet_xdm";
  /** Microsoft Dynamics. The times in its delta column must have the form yyyy-MM-ddTHH:mm:ssZ. */
  "microsoft-dynamics": "tabular" | "parquet_xdm";
  /** Veeva CRM. */
  "veeva-crm": "tabular" | "parquet_xdm";
  /** Zoho CRM (deprecated since 2025-06). */
  "zoho-crm": "tabular" | "parquet_xdm";
  /** SugarCRM Events (beta). Adobe publishes the same id for SugarCRM Accounts and Contacts, whose source connections have the parameter object_type. */
  "sugarcrm-events": "json";
  /** Salesforce Service Cloud. */
  "salesforce-service-cloud": "tabular" | "parquet_xdm";
  /** ServiceNow. */
  servicenow: "tabular" | "parquet_xdm";
  /** Oracle Service Cloud (retired since 2025-06). Adobe discontinued this connector at the end of June 2025. */
  "oracle-service-cloud": "tabular" | "parquet_xdm";
  /** Zendesk. */
  zendesk: "json";
  /** HubSpot (replaced since 2026-09). */
  hubspot: "tabular" | "parquet_xdm";
  /** Oracle Eloqua (retired since 2026-01). Adobe retired this connector in January 2026. Existing connections stop. */
  "oracle-eloqua": "tabular" | "parquet_xdm";
  /** Salesforce Marketing Cloud (deprecated since 2026-01). Adobe deprecated this connector in January 2026. */
  "salesforce-marketing-cloud": "tabular" | "parquet_xdm";
  /** Oracle Responsys (beta). */
  "oracle-responsys": "tabular" | "parquet_xdm";
  /** Oracle NetSuite Activities (beta). Adobe publishes the same id for Oracle NetSuite Entities, whose source connections have the parameter object_type. */
  "oracle-netsuite-activities": "json";
  /** Mailchimp Campaign. */
  "mailchimp-campaign": "json";
  /** Mailchimp Members. */
  "mailchimp-members": "json";
  /** Google Ads. */
  "google-ads": "tabular" | "parquet_xdm";
  /** PayPal (unlisted). */
  paypal: "tabular" | "parquet_xdm";
  /** Square. */
  square: "tabular" | "parquet_xdm";
  /** Stripe (beta). */
  stripe: "json";
  /** Shopify. */
  shopify: "tabular" | "parquet_xdm";
  /** SAP Commerce (beta). */
  "sap-commerce": "json";
  /** Mixpanel (beta). */
  mixpanel: "json";
  /** OneTrust Integration. */
  onetrust: "json";
  /** Generic OData. It has no credential: AEP reads without a login. */
  "generic-odata": "tabular" | "parquet_xdm";
  /** Generic REST API (beta). */
  "generic-rest": "json";
}

/** `params` of each connector's source connections. */
export interface ConnectorParams {
  /** Amazon S3. */
  "amazon-s3": FilesSourceWithCdcEnabled;
  /** Azure Blob Storage. */
  "azure-blob": FilesSourceWithCdcEnabled;
  /** Azure Data Lake Storage Gen2. */
  "adls-gen2": FilesSource;
  /** Google Cloud Storage. */
  "google-cloud-storage": FilesSourceWithCdcEnabled;
  /** SFTP. */
  sftp: FilesSourceWithCdcEnabled;
  /** FTP (beta). Adobe recommends reading it once, without a schedule. */
  ftp: FilesSource;
  /** Azure File Storage. */
  "azure-file-storage": FilesSource;
  /** Oracle Object Storage. */
  "oracle-object-storage": FilesSource;
  /** Apache HDFS (beta). It has no credential: AEP reads without a login. */
  hdfs: FilesSource;
  /** Data Landing Zone. AEP provides the storage, so that its source connections have no base connection. */
  "data-landing-zone": DataLandingZoneSource;
  /** Amazon Kinesis. */
  "amazon-kinesis": AmazonKinesisSource;
  /** Azure Event Hubs. */
  "azure-event-hubs": AzureEventHubsSource;
  /** Google Pub/Sub. */
  "google-pubsub": GooglePubsubSource;
  /** HTTP API. It has no credential: AEP opens an endpoint. The output inletUrl of the base connection is its URL. */
  "http-api": Record<string, never>;
  /** Snowflake streaming. Adobe offers it with Real-Time CDP Ultimate. */
  "snowflake-streaming": SnowflakeStreamingSource;
  /** Amazon Redshift. */
  "amazon-redshift": TablesSource;
  /** Snowflake. The parameter PREVENT_UNLOAD_TO_INLINE_URL of the Snowflake account must be FALSE. */
  snowflake: TablesSourceWithCdcEnabledFilters;
  /** Google BigQuery. Adobe's request for Basic Authentication has type: "OAuth2.0" beside specName. */
  "google-bigquery": TablesSourceWithCdcEnabledFilters;
  /** Azure Synapse Analytics. */
  "azure-synapse-analytics": TablesSource;
  /** Azure Databricks. */
  databricks: DatabricksSource;
  /** Azure Data Explorer. */
  "azure-data-explorer": TablesSource;
  /** IBM DB2 (beta). */
  "ibm-db2": TablesSource;
  /** Azure Table Storage (beta). The times in its delta column must have the form yyyy-MM-ddTHH:mm:ssZ. */
  "azure-table-storage": TablesSource;
  /** Couchbase (unlisted). */
  couchbase: TablesSource;
  /** PostgreSQL. */
  postgresql: TablesSource;
  /** MySQL. */
  mysql: TablesSource;
  /** Microsoft SQL Server. */
  "sql-server": TablesSource;
  /** MariaDB. */
  mariadb: TablesSource;
  /** Oracle DB. */
  "oracle-db": TablesSource;
  /** Apache Hive on Azure HDInsights (beta). No single parameter is required: Adobe's tables require host, username and password, but Adobe's request has connectionString. */
  hive: TablesSource;
  /** Apache Spark on Azure HDInsights (beta). */
  spark: TablesSource;
  /** Greenplum. */
  greenplum: TablesSource;
  /** HP Vertica (beta). */
  "hp-vertica": TablesSource;
  /** Teradata Vantage. */
  "teradata-vantage": TablesSource;
  /** Apache Cassandra (unlisted). */
  cassandra: TablesSource;
  /** Phoenix (retired since 2025-05). Adobe discontinued this connector at the end of May 2025. */
  phoenix: TablesSource;
  /** Salesforce. */
  salesforce: TablesSourceWithCdcEnabledFilters;
  /** Microsoft Dynamics. The times in its delta column must have the form yyyy-MM-ddTHH:mm:ssZ. */
  "microsoft-dynamics": MicrosoftDynamicsSource;
  /** Veeva CRM. */
  "veeva-crm": TablesSource;
  /** Zoho CRM (deprecated since 2025-06). */
  "zoho-crm": TablesSource;
  /** SugarCRM Events (beta). Adobe publishes the same id for SugarCRM Accounts and Contacts, whose source connections have the parameter object_type. */
  "sugarcrm-events": Record<string, unknown>;
  /** Salesforce Service Cloud. */
  "salesforce-service-cloud": TablesSource;
  /** ServiceNow. */
  servicenow: TablesSource;
  /** Oracle Service Cloud (retired since 2025-06). Adobe discontinued this connector at the end of June 2025. */
  "oracle-service-cloud": TablesSource;
  /** Zendesk. */
  zendesk: Record<string, never>;
  /** HubSpot (replaced since 2026-09). */
  hubspot: TablesSource;
  /** Oracle Eloqua (retired since 2026-01). Adobe retired this connector in January 2026. Existing connections stop. */
  "oracle-eloqua": TablesSource;
  /** Salesforce Marketing Cloud (deprecated since 2026-01). Adobe deprecated this connector in January 2026. */
  "salesforce-marketing-cloud": TablesSource;
  /** Oracle Responsys (beta). */
  "oracle-responsys": TablesSource;
  /** Oracle NetSuite Activities (beta). Adobe publishes the same id for Oracle NetSuite Entities, whose source connections have the parameter object_type. */
  "oracle-netsuite-activities": Record<string, unknown>;
  /** Mailchimp Campaign. */
  "mailchimp-campaign": MailchimpCampaignSource;
  /** Mailchimp Members. */
  "mailchimp-members": MailchimpMembersSource;
  /** Google Ads. */
  "google-ads": TablesSource;
  /** PayPal (unlisted). */
  paypal: TablesSource;
  /** Square. */
  square: TablesSource;
  /** Stripe (beta). */
  stripe: StripeSource;
  /** Shopify. */
  shopify: TablesSource;
  /** SAP Commerce (beta). */
  "sap-commerce": SapCommerceSource;
  /** Mixpanel (beta). */
  mixpanel: MixpanelSource;
  /** OneTrust Integration. */
  onetrust: Record<string, unknown>;
  /** Generic OData. It has no credential: AEP reads without a login. */
  "generic-odata": TablesSource;
  /** Generic REST API (beta). */
  "generic-rest": Record<string, unknown>;
}

/** The connectors that the package knows. */
export type ConnectorName = keyof ConnectorAuth;

/** The connectors whose source connections may have no `data`. */
export type StreamingConnector =
  "amazon-kinesis" | "azure-event-hubs" | "google-pubsub" | "http-api" | "snowflake-streaming";
