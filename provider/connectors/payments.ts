import { createPage } from "./adobePages";
import type { Connector } from "./connector";
import { oauthClient, oauthTokens, required, secret } from "./param";
import { rest, restSource } from "./rest";
import { beta, unlisted } from "./status";
import { tables, tableSource } from "./tables";

const paymentTables = { ...tables, source: tableSource("payments") };

export const payments: readonly Connector[] = [
  {
    ...paymentTables,
    name: "paypal",
    title: "PayPal",
    id: "221c7626-58f6-4eec-8ee2-042b0226f03b",
    auth: {
      "Client-Id-Secret Based Authentication": {
        host: required("Host of PayPal's API", { example: "api.paypal.com" }),
        ...oauthClient,
      },
    },
    status: unlisted,
    page: createPage("payments/paypal"),
  },
  {
    ...paymentTables,
    name: "square",
    title: "Square",
    id: "2acf109f-9b66-4d5e-bc18-ebb2adcff8d5",
    auth: {
      "OAuth2 Refresh Code": {
        host: required("Host of Square's API", { example: "connect.squareup.com" }),
        ...oauthClient,
        ...oauthTokens,
      },
    },
    page: createPage("payments/square"),
  },
  {
    ...rest,
    name: "stripe",
    title: "Stripe",
    id: "cc2c31d6-7b8c-4581-b49f-5c8698aa3ab3",
    auth: { "OAuth2 Refresh Code": { accessToken: secret("Access token of the Stripe account") } },
    source: restSource(createPage("payments/stripe"), {
      resourcePath: required(
        "Resource to read, such as charges, customers, prices, refunds or subscriptions",
        {
          example: "charges",
        },
      ),
    }),
    status: beta,
    page: createPage("payments/stripe"),
  },
];
