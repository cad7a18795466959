import { createPage } from "./adobePages";
import type { Connector, Params } from "./connector";
import { oauthClient, oauthTokens, optional, password, required, secret } from "./param";
import { rest, restSource } from "./rest";
import { beta, deprecated, replaced, retired } from "./status";
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

/** Auth specs of both Mailchimp sources. */
const mailchimpAuth: Connector["auth"] = {
  "Basic Authentication": {
    ...testUrl,
    username: required("User of the Mailchimp account"),
    password: secret(password),
  },
  oAuth2RefreshCode: { ...testUrl, accessToken: secret("OAuth access token") },
};

export const marketingAutomation: readonly Connector[] = [
  {
    ...marketingTables,
    name: "hubspot",
    title: "HubSpot",
    id: "cc6a4487-9e91-433e-a3a3-9cf6626c1806",
    auth: { "Basic Authentication": { ...oauthClient, ...oauthTokens } },
    status: replaced("2026-09", "Adobe's source HubSpot V2"),
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
    status: retired("2026-01", "Adobe's source Oracle Eloqua V2, which takes no connections over"),
    note: "Adobe retired this connector in January 2026. Existing connections stop.",
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
      "OAuth2 Client Credential": {
        subdomain: required("Subdomain of the Marketing Cloud; this auth spec is only for AEP on AWS"),
        ...oauthClient,
      },
    },
    status: deprecated("2026-01", "Adobe's source Salesforce Marketing Cloud V2"),
    note: "Adobe deprecated this connector in January 2026.",
    page: createPage("marketing-automation/salesforce-marketing-cloud"),
  },
  {
    ...marketingTables,
    name: "oracle-responsys",
    title: "Oracle Responsys",
    id: "ff4274f2-c9a9-11eb-b8bc-0242ac130003",
    auth: {
      "Basic Authentication": {
        endpoint: required("REST endpoint of the Responsys instance"),
        ...oauthClient,
      },
    },
    status: beta,
    page: createPage("marketing-automation/oracle-responsys"),
  },
  {
    ...rest,
    name: "oracle-netsuite-activities",
    title: "Oracle NetSuite Activities",
    id: "fdf850b4-5a8d-4a5a-9ce8-4caef9abb2a8",
    auth: {
      "OAuth2 Client Credential": {
        ...oauthClient,
        accessTokenUrl: required("URL that issues access tokens", {
          format: "url",
          example: "https://ACCOUNT.suitetalk.api.netsuite.com/services/rest/auth/oauth2/v1/token",
        }),
        accessToken: secret("OAuth access token, which is valid for 60 minutes"),
      },
    },
    source: { ...restSource(createPage("marketing-automation/oracle-netsuite-activities"), {}), open: true },
    status: beta,
    note: "Adobe publishes the same id for Oracle NetSuite Entities, whose source connections have the parameter object_type.",
    page: createPage("marketing-automation/oracle-netsuite-activities"),
  },
  {
    ...rest,
    name: "mailchimp-campaign",
    title: "Mailchimp Campaign",
    id: "c8ce8c8c-37fb-4162-9fbf-c2f181e04a7a",
    auth: mailchimpAuth,
    source: restSource(createPage("marketing-automation/mailchimp-campaign"), {
      campaignId: required("Id of the campaign to read", { example: "c66a200cda" }),
    }),
    page: createPage("marketing-automation/mailchimp-campaign"),
  },
  {
    ...rest,
    name: "mailchimp-members",
    title: "Mailchimp Members",
    id: "2e8580db-6489-4726-96de-e33f5f60295f",
    auth: mailchimpAuth,
    source: restSource(createPage("marketing-automation/mailchimp-members"), {
      listId: required("Id of the audience (list) whose members are read", { example: "10c097ca71" }),
    }),
    page: createPage("marketing-automation/mailchimp-members"),
  },
];
