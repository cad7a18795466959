import { createPage } from "./adobePages";
import type { Connector, Params } from "./connector";
import { required, secret } from "./param";
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
];
