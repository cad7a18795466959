import { createPage } from "./adobePages";
import type { Connector, Params } from "./connector";
import { oauthClient, oauthTokens, optional, password, required, secret } from "./param";
import { rest, restSource } from "./rest";
import { tables, tableSource } from "./tables";

const marketingTables = { ...tables, source: tableSource("marketing-automation") };

/** With it, AEP checks the credentials when the base connection is created, otherwise only with the source connection. */
const testUrl: Params = {
  authorizationTestUrl: optional(
    "URL with which AEP checks the credentials when the base connection is created",
    {
      format: "url",
      example: "https://login.mailchimp.com/oauth2/metadata",
    },
  ),
};

export const marketingAutomation: readonly Connector[] = [
  {
    ...marketingTables,
    name: "hubspot",
    title: "HubSpot",
    id: "cc6a4487-9e91-433e-a3a3-9cf6626c1806",
    auth: { "Basic Authentication": { ...oauthClient, ...oauthTokens } },
    page: createPage("marketing-automation/hubspot"),
  },
  {
    ...marketingTables,
    name: "oracle-eloqua",
    title: "Oracle Eloqua",
    id: "35d6c4d8-c9a9-11eb-b8bc-0242ac130003",
    auth: {
      "Basic Authentication": {
        endpoint: required("Endpoint of the Eloqua server", { example: "https://login.eloqua.com" }),
        username: required("Site name, a backslash and the user", { example: "SITE\\USER" }),
        password: secret(password),
      },
    },
    page: createPage("marketing-automation/oracle-eloqua"),
  },
  {
    ...marketingTables,
    name: "salesforce-marketing-cloud",
    title: "Salesforce Marketing Cloud",
    id: "ea1c2a08-b722-11eb-8529-0242ac130003",
    auth: {
      "Client-Id-Secret Based Authentication": {
        host: required("Host of the Marketing Cloud's REST API"),
        ...oauthClient,
      },
    },
    status: "deprecated",
    note: "Adobe discontinued this connector at the end of May 2025.",
    page: createPage("marketing-automation/salesforce-marketing-cloud"),
  },
  {
    ...rest,
    name: "mailchimp-members",
    title: "Mailchimp Members",
    id: "2e8580db-6489-4726-96de-e33f5f60295f",
    auth: {
      "Basic Authentication": {
        ...testUrl,
        username: required("User of the Mailchimp account"),
        password: secret(password),
      },
      oAuth2RefreshCode: { ...testUrl, accessToken: secret("OAuth access token") },
    },
    source: restSource(createPage("marketing-automation/mailchimp-members"), {
      listId: required("Id of the audience (list) whose members are read", { example: "10c097ca71" }),
    }),
    page: createPage("marketing-automation/mailchimp-members"),
  },
];
