import { createPage } from "./adobePages";
import type { Connector, Params } from "./connector";
import { oauthClient, required, secret } from "./param";
import { rest, restSource } from "./rest";
import { beta } from "./status";
import { tables, tableSource } from "./tables";

/** Both auth specs have the same parameters, on different pages of Adobe. */
const shop: Params = {
  host: required("Host of the shop", { example: "ACME.myshopify.com" }),
  accessToken: secret("Access token of the shop"),
};

export const ecommerce: readonly Connector[] = [
  {
    ...tables,
    name: "shopify",
    title: "Shopify",
    id: "4f63aa36-bd48-4e33-bb83-49fbcd11c708",
    auth: { "Access Token Based": shop, "Basic Authentication": shop },
    source: tableSource("ecommerce"),
    page: createPage("ecommerce/shopify"),
  },
  {
    ...rest,
    name: "sap-commerce",
    title: "SAP Commerce",
    id: "d8ee38de-7ae9-4058-9610-c79ce75f8e92",
    auth: {
      "OAuth2 Client Credential": {
        region: required("Region of the data centre", { example: "eu10" }),
        ...oauthClient,
        tokenEndpoint: required("URL of the service key, which issues tokens", {
          format: "url",
          example: "https://subscriptionbilling.authentication.eu10.hana.ondemand.com",
        }),
      },
    },
    source: restSource(createPage("ecommerce/sap-commerce"), {
      object_type: required("Objects to read", { enum: ["customers", "contacts"] }),
    }),
    status: beta,
    page: createPage("ecommerce/sap-commerce"),
  },
];
