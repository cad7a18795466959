import type { Connector, Params } from "./connector";

/** `parquet_xdm` is the older form that names an ad hoc schema beside it. */
const formats = ["delimited", "json", "parquet", "parquet_xdm"] as const;

const params = {
  path: { type: "string", required: true, doc: "File, folder, or pattern with * to read" },
  type: { type: "string", required: true, enum: ["file", "folder"], doc: "What the path names" },
  recursive: { type: "boolean", default: false, doc: "Also read the folders below" },
  fileType: { type: "string", doc: "Format of the files, where the connector asks for it" },
  cdcEnabled: { type: "boolean", default: false, doc: "Files carry change data capture records" },
} as const satisfies Params;

const files = {
  version: "1.0",
  category: "files",
  flowSpec: "CloudStorageToAEP",
  deltaColumn: false,
  source: { formats, params },
} as const;

const pages =
  "https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/cloud-storage";

/** Auth parameters that both ways to log in to an SFTP server share. */
const sftpServer = {
  host: { type: "string", required: true, doc: "Name or IP address of the SFTP server" },
  port: { type: "integer", default: 22, doc: "Port of the SFTP server" },
  userName: { type: "string", required: true, doc: "User on the SFTP server" },
  maxConcurrentConnections: { type: "integer", doc: "Most connections that AEP opens at once" },
  folderPath: { type: "string", doc: "Folder to which access is limited" },
  disableChunking: { type: "boolean", doc: "The server cannot serve a file in chunks" },
} as const satisfies Params;

/** Auth parameters that all ways to log in to Azure Blob share. */
const blobPlace = {
  container: { type: "string", doc: "Container to which access is limited" },
  folderPath: { type: "string", doc: "Folder to which access is limited" },
} as const satisfies Params;

/** Sources that hold files; they all run on one flow spec. */
export const cloudStorage = [
  {
    ...files,
    name: "amazon-s3",
    title: "Amazon S3",
    id: "ecadc60c-7455-4d87-84dc-2a0e293d997b",
    auth: {
      "Access Key": {
        s3AccessKey: { type: "string", required: true, doc: "Access key id of the AWS user" },
        s3SecretKey: {
          type: "string",
          required: true,
          secret: true,
          doc: "Secret access key of the AWS user",
        },
        s3SessionToken: { type: "string", secret: true, doc: "Session token of temporary credentials" },
        serviceUrl: {
          type: "string",
          doc: "Endpoint of a bucket that is tied to a region, as https://s3.REGION.amazonaws.com/",
        },
        bucketName: { type: "string", doc: "Bucket to which access is limited" },
        folderPath: { type: "string", doc: "Folder to which access is limited" },
      },
      "IAMRole Based": {
        bucketName: {
          type: "string",
          required: true,
          doc: "Bucket that the IAM role may read; only on AEP on AWS",
        },
      },
    },
    page: `${pages}/s3`,
  },
  {
    ...files,
    name: "azure-blob",
    title: "Azure Blob Storage",
    id: "4c10e202-c428-4796-9208-5f1f5732b1cf",
    auth: {
      ConnectionString: {
        connectionString: {
          type: "string",
          required: true,
          secret: true,
          doc: "Connection string of the storage account",
        },
        ...blobPlace,
      },
      "SAS URI Authentication": {
        sasUri: {
          type: "string",
          required: true,
          secret: true,
          doc: "Shared access signature URI of the storage account",
        },
        ...blobPlace,
      },
      "Service Principal Based Authentication": {
        serviceEndpoint: {
          type: "string",
          required: true,
          doc: "Endpoint, as https://ACCOUNT.blob.core.windows.net/",
        },
        servicePrincipalId: { type: "string", required: true, doc: "Client id of the service principal" },
        servicePrincipalKey: {
          type: "string",
          required: true,
          secret: true,
          doc: "Client secret of the service principal",
        },
        accountKind: {
          type: "string",
          required: true,
          doc: "Kind of the storage account, such as StorageV2",
        },
        tenant: { type: "string", required: true, doc: "Azure tenant of the service principal" },
        ...blobPlace,
      },
    },
    page: `${pages}/blob`,
  },
  {
    ...files,
    name: "adls-gen2",
    title: "Azure Data Lake Storage Gen2",
    id: "b3ba5556-48be-44b7-8b85-ff2b69b46dc4",
    auth: {
      "Basic Authentication for adls-gen2": {
        url: { type: "string", required: true, doc: "Endpoint, as https://ACCOUNT.dfs.core.windows.net" },
        servicePrincipalId: { type: "string", required: true, doc: "Client id of the service principal" },
        servicePrincipalKey: {
          type: "string",
          required: true,
          secret: true,
          doc: "Client secret of the service principal",
        },
        tenant: { type: "string", required: true, doc: "Azure tenant of the service principal" },
      },
    },
    page: `${pages}/adls-gen2`,
  },
  {
    ...files,
    name: "google-cloud-storage",
    title: "Google Cloud Storage",
    id: "32e8f412-cdf7-464c-9885-78184cb113fd",
    auth: {
      "Basic Authentication for google-cloud": {
        accessKeyId: { type: "string", required: true, doc: "Access id of an HMAC key" },
        secretAccessKey: { type: "string", required: true, secret: true, doc: "Secret of the HMAC key" },
      },
    },
    page: `${pages}/google`,
  },
  {
    ...files,
    name: "sftp",
    title: "SFTP",
    id: "b7bf2577-4520-42c9-bae9-cad01560f7bc",
    auth: {
      "Basic Authentication for sftp": {
        ...sftpServer,
        password: { type: "string", required: true, secret: true, doc: "Password of the user" },
      },
      "SSH PublicKey Authentication for sftp": {
        ...sftpServer,
        privateKeyContent: {
          type: "string",
          required: true,
          secret: true,
          doc: "OpenSSH private key (RSA or DSA), base64-encoded",
        },
        passPhrase: { type: "string", secret: true, doc: "Pass phrase of the private key" },
      },
    },
    page: `${pages}/sftp`,
  },
] as const satisfies readonly Connector[];
