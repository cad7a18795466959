import * as pulumi from "@pulumi/pulumi";
import * as aep from "../../sdk";
import { type Emulator, start } from "../emulator";
import { inspect } from "./program";

let emulator: Emulator;

beforeEach(async () => {
  emulator = await start({});
  pulumi.runtime.setAllConfig({
    "aep:endpoint": emulator.url,
    "aep:imsEndpoint": emulator.url,
    "aep:clientId": "client",
    "aep:clientSecret": "secret",
    "aep:orgId": "0123456789ABCDEF01234567@AdobeOrg",
    "aep:sandbox": "dev",
  });
});

afterEach(() => emulator.close());

test("getTenant returns the tenant id of the organisation", async () => {
  const { tenantId } = await aep.getTenant();
  expect(tenantId).toMatch(/^[a-z0-9]+$/i);
  expect((await inspect(aep.getTenantOutput({ sandbox: pulumi.output("prod") }))).value).toEqual({
    tenantId,
  });
});

test("getTenant sends one request per sandbox, however often it is called", async () => {
  await Promise.all([
    aep.getTenant(),
    aep.getTenant({ sandbox: "dev" }),
    aep.getTenant({ sandbox: "stage" }),
  ]);
  await aep.getTenant();
  const asked = emulator.requests.filter(({ path }) => path.endsWith("/stats"));
  expect(asked.map(({ sandbox }) => sandbox).sort()).toEqual(["dev", "stage"]);
});

test("the error of getTenant without a sandbox says how to set one", async () => {
  pulumi.runtime.setAllConfig({});
  await expect(aep.getTenant()).rejects.toThrow("pulumi config set aep:sandbox");
});

test("the error of getTenant without credentials says how to set them", async () => {
  pulumi.runtime.setAllConfig({ "aep:sandbox": "dev" });
  await expect(aep.getTenant()).rejects.toThrow("pulumi config set aep:clientId");
});
