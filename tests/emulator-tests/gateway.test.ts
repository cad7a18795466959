/** The gateway's checks of headers, and tokens of IMS. */

import { connect, defaultOrgId, start, type Client, type Emulator } from "../emulator";
import { codeOf, flowService } from "./tutorialChain";

let emulator: Emulator;
let client: Client;

beforeAll(async () => {
  emulator = await start();
});

afterAll(() => emulator.close());

beforeEach(() => {
  emulator.reset();
  client = connect(emulator);
});

test.each<[string, Record<string, string | undefined>, number, string]>([
  ["no Authorization, as in two calls of the tutorials", { authorization: undefined }, 403, "403010"],
  ["an unknown token", { authorization: "Bearer unknown" }, 401, "401013"],
  ["no API key", { "x-api-key": undefined }, 403, "403000"],
  ["another credential's API key", { "x-api-key": "other" }, 403, "403003"],
  ["no organisation", { "x-gw-ims-org-id": undefined }, 400, "400003"],
  ["a malformed organisation", { "x-gw-ims-org-id": "acme" }, 403, "403027"],
  ["a foreign organisation", { "x-gw-ims-org-id": `F${defaultOrgId.slice(1)}` }, 403, "403025"],
  ["no sandbox", { "x-sandbox-name": undefined }, 400, "2105-400"],
  ["an unknown sandbox", { "x-sandbox-name": "nowhere" }, 404, "2100-404"],
  ["a sandbox id", { "x-sandbox-id": "1" }, 400, "2110-400"],
])("a call with %s is refused", async (_what, headers, status, code) => {
  const response = await client.call("GET", `${flowService}/flows`, undefined, headers);
  expect([response.status, codeOf(response)]).toEqual([status, code]);
});

test("a path without a service is an HTML page, or an error of the gateway", async () => {
  const page = await client.call("GET", "/data/core/nowhere");
  expect([page.status, page.headers.get("content-type")]).toEqual([404, "text/html"]);
  expect(page.text).toContain("<h1>404 Not Found</h1>");
  emulator.set({ unknownPath: "json" });
  expect(codeOf(await client.call("GET", "/data/core/nowhere"))).toBe("404003");
});

test("IMS accepts credentials in a form and in the query", async () => {
  const parameters = "grant_type=client_credentials&client_id=a&client_secret=b&scope=openid";
  const type = { "content-type": "application/x-www-form-urlencoded" };
  const url = `${emulator.url}/ims/token/v3`;
  for (const response of [
    await fetch(url, { method: "POST", headers: type, body: parameters }),
    await fetch(`${url}?${parameters}`, { method: "POST" }),
  ]) {
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ token_type: "bearer", expires_in: 86_399 });
  }
  const refused = await fetch(url, {
    method: "POST",
    headers: type,
    body: "grant_type=client_credentials",
  });
  expect(refused.status).toBe(400);
  expect(await refused.json()).toMatchObject({ error: "invalid_client" });
});
