import { configFor } from "../wire/fixtures/aep";
import { ProviderProcess } from "../wire/providerProcess";
import { kinds } from "./kinds";
import { alone, callsDuring, useAep } from "./scene";

const aep = useAep();

const wrong: [string, Record<string, string | undefined>, RegExp][] = [
  [
    "no client id",
    { "aep:clientId": undefined },
    /aep:clientId is missing\. Set it with `pulumi config set aep:clientId \.\.\.` or AEP_CLIENT_ID/,
  ],
  [
    "no client secret",
    { "aep:clientSecret": undefined },
    /aep:clientSecret is missing\. .*--secret` or AEP_CLIENT_SECRET/,
  ],
  [
    "a token without its key",
    { "aep:clientId": undefined, "aep:clientSecret": undefined, "aep:accessToken": "token-canary" },
    /aep:apiKey is missing/,
  ],
  [
    "both kinds of credentials",
    { "aep:accessToken": "token-canary" },
    /aep:accessToken and aep:clientSecret are both set.*pulumi config rm/,
  ],
  ["no organisation", { "aep:orgId": undefined }, /aep:orgId is missing/],
  [
    "an ill-formed organisation",
    { "aep:orgId": "acme" },
    /aep:orgId is "acme", but .*@AdobeOrg.*pulumi config set aep:orgId/,
  ],
  [
    "an ill-formed sandbox",
    { "aep:sandbox": "Dev 1" },
    /aep:sandbox is "Dev 1", but .*pulumi config set aep:sandbox/,
  ],
  [
    "a plain http endpoint elsewhere",
    { "aep:endpoint": "http://example.com" },
    /aep:endpoint is "http:\/\/example\.com", but must be an https URL/,
  ],
  [
    "a deadline that is not a number",
    { "aep:operationTimeoutSeconds": "soon" },
    /aep:operationTimeoutSeconds is "soon", but must be a number above zero/,
  ],
];

it.each(wrong)(
  "every kind refuses a configuration with %s at preview, with the key and the command",
  async (_what, changes, sentence) => {
    const process = await ProviderProcess.start();
    const config = Object.entries({ ...configFor(aep.current.emulator), ...changes });
    await process.configure(
      Object.fromEntries(config.filter(([, value]) => value !== undefined)) as Record<string, string>,
    );
    try {
      const calls = await callsDuring(aep.current.emulator, async () => {
        for (const kind of kinds) {
          const run = await aep.current.stack({ provider: process }).preview(alone(kind));
          expect(run.errors).toHaveLength(1);
          expect(run.errors[0]?.message).toMatch(sentence);
          expect(run.errors[0]?.message).not.toContain("canary");
        }
      });
      expect(calls).toEqual([]);
    } finally {
      await process.kill();
    }
  },
);
