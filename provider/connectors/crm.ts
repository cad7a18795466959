import { createPage } from "./adobePages";
import type { Connector, Params } from "./connector";
import { oauthClient, oauthTokens, optional, optionally, password, required, secret } from "./param";
import { rest, restSource } from "./rest";
import { beta, deprecated } from "./status";
import { changes, filters, tables, tableSource } from "./tables";

const crmTables = { ...tables, source: tableSource("crm") };

export const environmentUrl = required("URL of the Salesforce instance", {
  format: "url",
  example: "https://ACME.my.salesforce.com",
});

export const apiVersion = required("Version of Salesforce's REST API, as text", { example: "60.0" });

/** The login to Salesforce before OAuth. */
export const salesforceUser: Params = {
  username: required("User of the Salesforce account"),
  password: secret(password),
  securityToken: secret("Security token of the user"),
};

const dynamicsUrl = required("Service URL of the Dynamics instance", {
  format: "url",
  example: "https://ACME.crm.dynamics.com",
});

/** Only this connection spec requires the columns (sample of GET /connectionSpecs in Adobe's API reference). */
const dynamicsColumns: Params = { columns: required("Columns to read", { type: "columns" }) };

export const crm: readonly Connector[] = [
  {
    ...crmTables,
    name: "salesforce",
    title: "Salesforce",
    id: "cfc0fee1-7dc0-40ef-b73e-d8b134c436f5",
    auth: {
      "OAuth2 Client Credential": {
        environmentUrl,
        ...oauthClient,
        apiVersion,
        includeDeletedObjects: optional("Also read rows that are deleted in Salesforce", {
          type: "boolean",
          default: false,
        }),
      },
      "OAuth2 JWT Token Credential": {
        jwtToken: secret("JSON web token of the connected app; only on AEP on AWS"),
        instanceUrl: environmentUrl,
        ...oauthClient,
        environmentType: optional("Kind of Salesforce environment", { example: "production" }),
      },
      "Basic Authentication": {
        ...salesforceUser,
        environmentUrl: optionally(environmentUrl),
        apiVersion: optionally(apiVersion),
      },
    },
    authStatus: { "Basic Authentication": deprecated("2026-01", '"OAuth2 Client Credential"') },
    source: tableSource("crm", { ...changes, ...filters }),
    page: createPage("crm/salesforce"),
  },
  {
    ...crmTables,
    name: "microsoft-dynamics",
    title: "Microsoft Dynamics",
    id: "38ad80fe-8b06-4938-94f4-d4ee80266b07",
    auth: {
      "Basic Authentication for Dynamics-Online": {
        serviceUri: dynamicsUrl,
        username: required("User of the Dynamics account"),
        password: secret(password),
      },
      "Service Principal Key Based Authentication": {
        serviceUri: dynamicsUrl,
        servicePrincipalId: required("Client id of the service principal"),
        servicePrincipalKey: secret("Client secret of the service principal"),
      },
    },
    source: tableSource("crm", { ...dynamicsColumns, ...changes, ...filters }),
    note: "The times in its delta column must have the form yyyy-MM-ddTHH:mm:ssZ.",
    page: createPage("crm/ms-dynamics"),
  },
  {
    ...crmTables,
    name: "veeva-crm",
    title: "Veeva CRM",
    id: "fcad62f3-09b0-41d3-be11-449d5a621b69",
    auth: {
      "Basic Authentication": {
        environmentUrl: required("URL of the Veeva CRM instance", { format: "url" }),
        username: required("User of the Veeva account"),
        password: secret(password),
        securityToken: secret("Security token of the user"),
      },
    },
    page: createPage("crm/veeva"),
  },
  {
    ...crmTables,
    name: "zoho-crm",
    title: "Zoho CRM",
    id: "929e4450-0237-4ed2-9404-b7e1e0a00309",
    auth: {
      "Basic Authentication": {
        endpoint: required("Endpoint of the Zoho CRM server", { example: "https://www.zohoapis.com" }),
        accountsUrl: required("URL of Zoho's accounts, which issues tokens", {
          format: "url",
          example: "https://accounts.zoho.com",
        }),
        ...oauthClient,
        ...oauthTokens,
      },
    },
    status: deprecated("2025-06"),
    page: createPage("crm/zoho"),
  },
  {
    ...rest,
    name: "sugarcrm-events",
    title: "SugarCRM Events",
    id: "59a4b493-a615-40f9-bd38-f823d0909a2b",
    auth: {
      "OAuth2 Refresh Code": {
        host: required("Host of SugarCRM's API", { example: "developer.salesfusion.com" }),
        username: required("User of the SugarCRM developer account"),
        password: secret(password),
      },
    },
    source: { ...restSource(createPage("crm/sugarcrm-events"), {}), open: true },
    status: beta,
    note: "Adobe publishes the same id for SugarCRM Accounts and Contacts, whose source connections have the parameter object_type.",
    page: createPage("crm/sugarcrm-events"),
  },
];
