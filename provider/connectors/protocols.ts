import { collectPage, createPage } from "./adobePages";
import type { Connector } from "./connector";
import { optional, optionalSecret, password, required, secret } from "./param";
import { rest, restSource } from "./rest";
import { beta } from "./status";
import { tables, tableSource } from "./tables";

const host = required("Root URL of the API", { format: "url", example: "https://api.example.com" });

/** Sources that are protocols, not products. */
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
    note: "It has no credential: AEP reads without a login.",
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
        refreshToken: optionalSecret("OAuth refresh token, which AEP uses to get access tokens"),
        accessTokenUrl: optional("URL that issues access tokens", { format: "url" }),
        // With it, AEP checks the credentials when the base connection is created, otherwise only with the source connection.
        authorizationTestUrl: optional(
          "URL with which AEP checks the credentials when the base connection is created",
          { format: "url" },
        ),
        expirationDate: optional("Time at which the access token expires"),
        requestParameterOverride: optional("Other names for the parameters of the credential", {
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
    status: beta,
    page: createPage("protocols/generic-rest"),
  },
];
