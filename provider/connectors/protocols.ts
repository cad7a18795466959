import { collectPage, createPage } from "./adobePages";
import type { Connector } from "./connector";
import { optional, optionalSecret, password, required, secret } from "./param";
import { rest, restSource } from "./rest";
import { tables, tableSource } from "./tables";

const host = required("Root URL of the API", { format: "url", example: "https://api.example.com" });

/** Sources that are a protocol and not a product. */
export const protocols: readonly Connector[] = [
  {
    ...tables,
    name: "generic-odata",
    title: "Generic OData",
    id: "8e6b41a8-d998-4545-ad7d-c6a9fff406c3",
    auth: {
      "Anonymous Authentication": {
        url: required("Root URL of the OData service", {
          format: "url",
          example: "https://services.odata.org/V4/Northwind/Northwind.svc",
        }),
      },
    },
    source: tableSource("protocols"),
    status: "beta",
    note: "It has no credential: AEP reads it anonymously.",
    page: createPage("protocols/odata"),
  },
  {
    ...rest,
    name: "generic-rest",
    title: "Generic REST API",
    id: "4e98f16f-87d6-4ef0-bdc6-7a2b0fe76e62",
    auth: {
      oAuth2RefreshCode: {
        host,
        accessToken: secret("OAuth access token"),
        clientId: optional("Client id of the OAuth application"),
        clientSecret: optionalSecret("Client secret of the OAuth application"),
        refreshToken: optionalSecret("OAuth refresh token, with which AEP gets new access tokens"),
        accessTokenUrl: optional("URL that gives access tokens", { format: "url" }),
        // With it, bad credentials are found when the base connection is made, else when the source connection is.
        authorizationTestUrl: optional("URL with which AEP tries the credentials at once", { format: "url" }),
        expirationDate: optional("When the access token expires"),
        requestParameterOverride: optional("Which credential parameters go by other names", {
          type: "object",
        }),
      },
      "Basic Authentication": {
        host,
        username: required("User of the API"),
        password: secret(password),
      },
    },
    source: { ...restSource(collectPage("protocols"), {}), open: true },
    status: "beta",
    page: createPage("protocols/generic-rest"),
  },
];
