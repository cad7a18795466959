import { createPage } from "./adobePages";
import type { Connector, Params } from "./connector";
import { changes, files, filesWithChanges, params, path } from "./files";
import {
  optional,
  optionalSecret,
  password,
  required,
  secret,
  servicePrincipal,
  usePrivateLink,
} from "./param";
import { beta } from "./status";

/** Auth parameters of both logins to an SFTP server. */
const sftpServer: Params = {
  host: required("Name or IP address of the SFTP server", { example: "sftp.example.com" }),
  port: optional("Port of the SFTP server", { type: "integer", default: 22 }),
  userName: required("User on the SFTP server"),
  maxConcurrentConnections: optional("Largest number of connections that AEP opens at the same time", {
    type: "integer",
  }),
  folderPath: optional("Folder to which access is limited"),
  disableChunking: optional("The server cannot serve a file in chunks", { type: "boolean" }),
};

/** Auth parameters of all logins to Azure Blob. */
const blobPlace: Params = {
  container: optional("Container to which access is limited"),
  folderPath: optional("Folder to which access is limited"),
  ...usePrivateLink,
};

export const cloudStorage: readonly Connector[] = [
  {
    ...filesWithChanges,
    name: "amazon-s3",
    title: "Amazon S3",
    id: "ecadc60c-7455-4d87-84dc-2a0e293d997b",
    auth: {
      "Access Key": {
        s3AccessKey: required("Access key id of the AWS user"),
        s3SecretKey: secret("Secret access key of the AWS user"),
        s3SessionToken: optionalSecret("Session token of temporary credentials"),
        serviceUrl: optional("Endpoint of the bucket's region", {
          format: "url",
          example: "https://s3.eu-west-1.amazonaws.com/",
        }),
        bucketName: optional("Bucket to which access is limited"),
        folderPath: optional("Folder to which access is limited"),
      },
      "IAMRole Based": {
        bucketName: required("Bucket that the IAM role can read; only for AEP on AWS"),
      },
    },
    page: createPage("cloud-storage/s3"),
  },
  {
    ...filesWithChanges,
    name: "azure-blob",
    title: "Azure Blob Storage",
    id: "4c10e202-c428-4796-9208-5f1f5732b1cf",
    auth: {
      ConnectionString: {
        connectionString: secret("Connection string of the storage account", {
          format: "connection string",
          example: "DefaultEndpointsProtocol=https;AccountName=ACCOUNT;AccountKey=KEY",
        }),
        ...blobPlace,
      },
      "SAS URI Authentication": {
        sasUri: secret("Shared access signature URI of the storage account", { format: "url" }),
        ...blobPlace,
      },
      "Service Principal Based Authentication": {
        serviceEndpoint: required("Endpoint of the storage account", {
          format: "url",
          example: "https://ACCOUNT.blob.core.windows.net/",
        }),
        ...servicePrincipal,
        accountKind: required("Kind of the storage account", { example: "StorageV2" }),
        ...blobPlace,
      },
    },
    page: createPage("cloud-storage/blob"),
  },
  {
    ...files,
    name: "adls-gen2",
    title: "Azure Data Lake Storage Gen2",
    id: "b3ba5556-48be-44b7-8b85-ff2b69b46dc4",
    auth: {
      "Basic Authentication for adls-gen2": {
        url: required("Endpoint of the storage account", {
          format: "url",
          example: "https://ACCOUNT.dfs.core.windows.net",
        }),
        ...servicePrincipal,
        ...usePrivateLink,
      },
    },
    page: createPage("cloud-storage/adls-gen2"),
  },
  {
    ...filesWithChanges,
    name: "google-cloud-storage",
    title: "Google Cloud Storage",
    id: "32e8f412-cdf7-464c-9885-78184cb113fd",
    auth: {
      "Basic Authentication for google-cloud": {
        accessKeyId: required("Access id of an HMAC key"),
        secretAccessKey: secret("Secret of the HMAC key"),
        bucketName: optional("Bucket to which access is limited"),
        folderPath: optional("Folder to which access is limited"),
      },
    },
    page: createPage("cloud-storage/google"),
  },
  {
    ...filesWithChanges,
    name: "sftp",
    title: "SFTP",
    id: "b7bf2577-4520-42c9-bae9-cad01560f7bc",
    auth: {
      "Basic Authentication for sftp": { ...sftpServer, password: secret(password) },
      "SSH PublicKey Authentication for sftp": {
        ...sftpServer,
        privateKeyContent: secret("OpenSSH private key (ed25519, RSA or DSA), base64-encoded", {
          format: "base64",
        }),
        passPhrase: optionalSecret("Pass phrase of the private key"),
      },
    },
    page: createPage("cloud-storage/sftp"),
  },
  {
    ...files,
    name: "ftp",
    title: "FTP",
    id: "fb2e94c9-c031-467d-8103-6bd6e0a432f2",
    auth: {
      "Basic Authentication for FTP": {
        host: required("Name or IP address of the FTP server", { example: "ftp.example.com" }),
        userName: required("User on the FTP server"),
        password: secret(password),
      },
    },
    status: beta,
    note: "Adobe recommends reading it once, without a schedule.",
    page: createPage("cloud-storage/ftp"),
  },
  {
    ...files,
    name: "azure-file-storage",
    title: "Azure File Storage",
    id: "be5ec48c-5b78-49d5-b8fa-7c89ec4569b8",
    auth: {
      "Basic Authentication": {
        host: required("Endpoint of the file share", { example: "\\\\ACCOUNT.file.core.windows.net\\SHARE" }),
        userId: required("User with read access to the share", { example: "AZURE\\ACCOUNT" }),
        password: secret("Access key of the share"),
      },
    },
    page: createPage("cloud-storage/azure-file-storage"),
  },
  {
    ...files,
    name: "oracle-object-storage",
    title: "Oracle Object Storage",
    id: "c85f9425-fb21-426c-ad0b-405e9bd8a46c",
    auth: {
      "Access Key": {
        serviceUrl: required("Endpoint of the object storage", {
          format: "url",
          example: "https://NAMESPACE.compat.objectstorage.us-ashburn-1.oraclecloud.com",
        }),
        accessKey: required("Id of the access key"),
        secretKey: secret("Secret of the access key"),
        bucketName: optional("Bucket to which access is limited"),
        folderPath: optional("Folder to which access is limited"),
      },
    },
    page: createPage("cloud-storage/oracle-object-storage"),
  },
  {
    ...files,
    name: "hdfs",
    title: "Apache HDFS",
    id: "54e221aa-d342-4707-bcff-7a4bceef0001",
    auth: {
      "Anonymous Authentication": {
        url: required("Address of the HDFS server", {
          format: "url",
          example: "https://hdfs.example.com:50070",
        }),
      },
    },
    status: beta,
    note: "It has no credential: AEP reads without a login.",
    page: createPage("cloud-storage/hdfs"),
  },
  {
    ...files,
    name: "data-landing-zone",
    title: "Data Landing Zone",
    id: "26f526f2-58f4-4712-961d-e41bf1ccc0e8",
    auth: {},
    source: {
      ...files.source,
      params: {
        ...params,
        ...changes,
        path: required(path, { example: "dlz-user-container/customers.csv" }),
      },
    },
    explore: { ...files.explore, bySpec: true },
    note: "AEP provides the storage, so that its source connections have no base connection.",
    page: createPage("cloud-storage/data-landing-zone"),
  },
];
