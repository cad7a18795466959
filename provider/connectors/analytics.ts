import { createPage } from "./adobePages";
import type { Connector } from "./connector";
import { password, required, secret } from "./param";
import { rest, restSource } from "./rest";
import { beta } from "./status";

/** Sources of analytics, and of consents. */
export const analytics: readonly Connector[] = [
  {
    ...rest,
    name: "mixpanel",
    title: "Mixpanel",
    id: "fd2c8ff3-1de0-4f6b-8fa8-4264784870eb",
    auth: {
      "Basic Authentication": {
        username: required("User of the Mixpanel service account"),
        password: secret(password),
      },
    },
    source: restSource(createPage("analytics/mixpanel"), {
      projectId: required("Id of the Mixpanel project", { example: "2384945" }),
      timezone: required("Time zone of the Mixpanel project", { example: "Pacific Standard Time" }),
    }),
    status: beta,
    page: createPage("analytics/mixpanel"),
  },
  {
    ...rest,
    name: "onetrust",
    title: "OneTrust Integration",
    id: "cf16d886-c627-4872-9936-fb08d6cba8cc",
    auth: { "OAuth2 Refresh Code": { accessToken: secret("Access token, which does not refresh itself") } },
    source: { ...restSource(createPage("consent-and-preferences/onetrust"), {}), open: true },
    page: createPage("consent-and-preferences/onetrust"),
  },
];
