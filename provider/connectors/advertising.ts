import { createPage } from "./adobePages";
import type { Connector } from "./connector";
import { oauthClient, optional, required, secret } from "./param";
import { tables, tableSource } from "./tables";

export const advertising: readonly Connector[] = [
  {
    ...tables,
    name: "google-ads",
    title: "Google Ads",
    id: "d771e9c1-4f26-40dc-8617-ce58c4b53702",
    auth: {
      // Adobe's tables have clientCustomerId, Adobe's requests this spelling.
      "Basic Authentication": {
        clientCustomerID: required("Id of the client account"),
        loginCustomerID: required("Id of the manager account"),
        developerToken: secret("Developer token of the manager account"),
        googleAdsApiVersion: optional("Version of the Google Ads API, v19 or newer", { example: "v19" }),
        authenticationType: optional("Kind of login, which older pages of Adobe ask for"),
        ...oauthClient,
        refreshToken: secret("Refresh token from Google"),
      },
    },
    source: tableSource("advertising"),
    page: createPage("advertising/ads"),
  },
];
