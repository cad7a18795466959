import { createPage } from "./adobePages";
import type { Connector } from "./connector";
import { apiVersion, environmentUrl, salesforceUser } from "./crm";
import { oauthClient, optionally, password, required, secret } from "./param";
import { rest, restSource } from "./rest";
import { deprecated, retired } from "./status";
import { tables, tableSource } from "./tables";

const serviceTables = { ...tables, source: tableSource("customer-success") };

export const customerSuccess: readonly Connector[] = [
  {
    ...serviceTables,
    name: "salesforce-service-cloud",
    title: "Salesforce Service Cloud",
    // Older tutorials have an id with seven digits before it, or the id of Salesforce.
    id: "cb66ab34-8619-49cb-96d1-39b37ede86ea",
    auth: {
      "OAuth2 Client Credential": {
        environmentUrl,
        ...oauthClient,
        apiVersion,
      },
      "Basic Authentication": {
        ...salesforceUser,
        environmentUrl: optionally(environmentUrl),
        apiVersion: optionally(apiVersion),
      },
    },
    authStatus: { "Basic Authentication": deprecated("2026-01", '"OAuth2 Client Credential"') },
    page: createPage("customer-success/salesforce-service-cloud"),
  },
  {
    ...serviceTables,
    name: "servicenow",
    title: "ServiceNow",
    id: "eb13cb25-47ab-407f-ba89-c0125281c563",
    auth: {
      "Basic Authentication": {
        endpoint: required("Endpoint of the ServiceNow server", { example: "https://ACME.service-now.com" }),
        username: required("User on the ServiceNow server"),
        password: secret(password),
      },
    },
    page: createPage("customer-success/servicenow"),
  },
  {
    ...serviceTables,
    name: "oracle-service-cloud",
    title: "Oracle Service Cloud",
    id: "ba5126ec-c9ac-11eb-b8bc-0242ac130003",
    auth: {
      "Basic Authentication": {
        host: required("Host URL of the Oracle Service Cloud instance"),
        username: required("User of the Oracle Service Cloud account"),
        password: secret(password),
      },
    },
    status: retired("2025-06"),
    note: "Adobe discontinued this connector at the end of June 2025.",
    page: createPage("customer-success/oracle-service-cloud"),
  },
  {
    ...rest,
    name: "zendesk",
    title: "Zendesk",
    id: "0a27232b-2c6e-4396-b8c6-c9fc24e37ba4",
    auth: {
      "OAuth2 Refresh Code": {
        subdomain: required("URL of the account", { format: "url", example: "https://ACME.zendesk.com" }),
        accessToken: secret("API token of the account"),
      },
    },
    source: restSource(createPage("customer-success/zendesk"), {}),
    page: createPage("customer-success/zendesk"),
  },
];
