/** Connectors of business applications and of REST APIs. */

import { changesAndFilters, table, userAndPassword, type Connector } from "./connectorNotation";

export const applications: Connector[] = [
  {
    ...table("salesforce", "cfc0fee1-7dc0-40ef-b73e-d8b134c436f5", {
      "OAuth2 Client Credential": "environmentUrl clientId *clientSecret apiVersion includeDeletedObjects!?",
      "OAuth2 JWT Token Credential": "*jwtToken instanceUrl clientId *clientSecret environmentType?",
      "Basic Authentication": `${userAndPassword} *securityToken environmentUrl? apiVersion?`,
    }),
    more: changesAndFilters,
  },
  {
    ...table("dynamics-online", "38ad80fe-8b06-4938-94f4-d4ee80266b07", {
      "Basic Authentication for Dynamics-Online": `serviceUri ${userAndPassword}`,
      "Service Principal Key Based Authentication": "serviceUri servicePrincipalId *servicePrincipalKey",
    }),
    more: changesAndFilters,
  },
  table("salesforce-service-cloud", "cb66ab34-8619-49cb-96d1-39b37ede86ea", {
    "OAuth2 Client Credential": "environmentUrl clientId *clientSecret apiVersion",
    "Basic Authentication": `${userAndPassword} *securityToken environmentUrl? apiVersion?`,
  }),
  table("service-now", "eb13cb25-47ab-407f-ba89-c0125281c563", {
    "Basic Authentication": `endpoint ${userAndPassword}`,
  }),
  table("oracle-service-cloud", "ba5126ec-c9ac-11eb-b8bc-0242ac130003", {
    "Basic Authentication": `host ${userAndPassword}`,
  }),
  table("oracle-eloqua", "35d6c4d8-c9a9-11eb-b8bc-0242ac130003", {
    "Basic Authentication": `endpoint ${userAndPassword}`,
  }),
  table("veeva-crm", "fcad62f3-09b0-41d3-be11-449d5a621b69", {
    "Basic Authentication": `environmentUrl ${userAndPassword} *securityToken`,
  }),
  table("zoho-crm", "929e4450-0237-4ed2-9404-b7e1e0a00309", {
    "Basic Authentication": "endpoint accountsUrl clientId *clientSecret *accessToken *refreshToken",
  }),
  table("hubspot", "cc6a4487-9e91-433e-a3a3-9cf6626c1806", {
    "Basic Authentication": "clientId *clientSecret *accessToken *refreshToken",
  }),
  table("salesforce-marketing-cloud", "ea1c2a08-b722-11eb-8529-0242ac130003", {
    "Client-Id-Secret Based Authentication": "host clientId *clientSecret",
    "OAuth2 Client Credential": "subdomain clientId *clientSecret",
  }),
  table("oracle-responsys", "ff4274f2-c9a9-11eb-b8bc-0242ac130003", {
    "Basic Authentication": "endpoint clientId *clientSecret",
  }),
  table("google-ads", "d771e9c1-4f26-40dc-8617-ce58c4b53702", {
    "Basic Authentication":
      "clientCustomerID loginCustomerID *developerToken authenticationType? googleAdsApiVersion? clientId *clientSecret *refreshToken",
  }),
  table("paypal", "221c7626-58f6-4eec-8ee2-042b0226f03b", {
    "Client-Id-Secret Based Authentication": "host clientId *clientSecret",
  }),
  table("square", "2acf109f-9b66-4d5e-bc18-ebb2adcff8d5", {
    "OAuth2 Refresh Code": "host clientId *clientSecret *accessToken *refreshToken",
  }),
  table("shopify", "4f63aa36-bd48-4e33-bb83-49fbcd11c708", {
    "Access Token Based": "host *accessToken",
    "Basic Authentication": "host *accessToken",
  }),
  table("odata", "8e6b41a8-d998-4545-ad7d-c6a9fff406c3", { "Anonymous Authentication": "url" }),
];

export const restSources: Connector[] = [
  {
    name: "generic-rest",
    id: "4e98f16f-87d6-4ef0-bdc6-7a2b0fe76e62",
    kind: "rest",
    auth: {
      oAuth2RefreshCode:
        "host *accessToken clientId? *clientSecret? *refreshToken? accessTokenUrl? authorizationTestUrl? expirationDate? requestParameterOverride{}?",
      "Basic Authentication": `host ${userAndPassword}`,
    },
  },
  {
    name: "mailchimp-members",
    id: "2e8580db-6489-4726-96de-e33f5f60295f",
    kind: "rest",
    auth: {
      "Basic Authentication": `authorizationTestUrl? ${userAndPassword}`,
      oAuth2RefreshCode: "authorizationTestUrl? *accessToken",
    },
  },
  {
    name: "mailchimp-campaign",
    id: "c8ce8c8c-37fb-4162-9fbf-c2f181e04a7a",
    kind: "rest",
    auth: {
      "Basic Authentication": `authorizationTestUrl? ${userAndPassword}`,
      oAuth2RefreshCode: "authorizationTestUrl? *accessToken",
    },
    params: "campaignId",
  },
  {
    name: "mixpanel",
    id: "fd2c8ff3-1de0-4f6b-8fa8-4264784870eb",
    kind: "rest",
    auth: { "Basic Authentication": userAndPassword },
    params: "projectId timezone",
  },
  {
    name: "onetrust",
    id: "cf16d886-c627-4872-9936-fb08d6cba8cc",
    kind: "rest",
    auth: { "OAuth2 Refresh Code": "*accessToken" },
  },
  {
    name: "sugarcrm-events",
    id: "59a4b493-a615-40f9-bd38-f823d0909a2b",
    kind: "rest",
    auth: { "OAuth2 Refresh Code": `host ${userAndPassword}` },
  },
  {
    name: "oracle-netsuite-activities",
    id: "fdf850b4-5a8d-4a5a-9ce8-4caef9abb2a8",
    kind: "rest",
    auth: { "OAuth2 Client Credential": "clientId *clientSecret accessTokenUrl *accessToken" },
  },
  {
    name: "sap-commerce",
    id: "d8ee38de-7ae9-4058-9610-c79ce75f8e92",
    kind: "rest",
    auth: { "OAuth2 Client Credential": "region clientId *clientSecret tokenEndpoint" },
    params: "object_type",
  },
  {
    name: "zendesk",
    id: "0a27232b-2c6e-4396-b8c6-c9fc24e37ba4",
    kind: "rest",
    auth: { "OAuth2 Refresh Code": "subdomain *accessToken" },
  },
  {
    name: "stripe",
    id: "cc2c31d6-7b8c-4581-b49f-5c8698aa3ab3",
    kind: "rest",
    auth: { "OAuth2 Refresh Code": "*accessToken" },
  },
];
