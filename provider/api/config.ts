import { z } from "zod";
import { InvalidInput } from "./errors";
import { errorTable } from "./errorTable";
import { errorText } from "./errorText";

/** Provider config, parsed once, for resources and look-ups alike. */
export interface Config {
  endpoint: string;
  imsEndpoint: string;
  orgId: string;
  sandbox: string | undefined;
  credentials:
    | { kind: "oauth"; clientId: string; clientSecret: string; scopes: string }
    | { kind: "token"; accessToken: string; apiKey: string };
  /** Longest time for one attempt of a request. Adobe's gateway ends a request after 60 s. */
  requestTimeoutMs: number;
  /** Longest time for one create, read, update or delete, with all its waits. */
  operationTimeoutMs: number;
  maxConnections: number;
  /** `live`: the catalogue of connectors is compared with the connection specs of the sandbox. */
  connectors?: "live";
  /** `live`: Data Prep validates new and changed mapping sets before they are written. */
  mappings?: "live";
}

/** The settings and their meaning. sdk/reference/config.md is generated from this table. */
export const settings = {
  clientId: {
    secret: false,
    description: "Client ID of the OAuth Server-to-Server credential in the Adobe Developer Console",
  },
  clientSecret: { secret: true, description: "Client secret of that credential" },
  scopes: {
    secret: false,
    description:
      "Scopes of the credential, separated by commas, as the Developer Console lists them; default `openid,AdobeID,read_organizations,additional_info.projectedProductContext,session`",
  },
  accessToken: {
    secret: true,
    description: "Access token of Adobe IMS, instead of `clientId` and `clientSecret`",
  },
  apiKey: { secret: false, description: "API key (client ID) of `accessToken`" },
  orgId: { secret: false, description: "Id of the organisation, such as `0123456789ABCDEF@AdobeOrg`" },
  sandbox: { secret: false, description: "Sandbox of all resources that do not set `sandbox`" },
  endpoint: { secret: false, description: "Base URL of AEP; default `https://platform.adobe.io`" },
  imsEndpoint: {
    secret: false,
    description: "Base URL of Adobe IMS; default `https://ims-na1.adobelogin.com`",
  },
  requestTimeoutSeconds: {
    secret: false,
    description: "Longest time for one attempt of an HTTP request, in seconds; default 65",
  },
  operationTimeoutSeconds: {
    secret: false,
    description:
      "Longest time for one create, read, update or delete, with its retries and waits, in seconds; default 300",
  },
  maxConnections: {
    secret: false,
    description: "Largest number of HTTP connections at the same time; default 16",
  },
  connectors: {
    secret: false,
    description:
      "`live`: a run reports where the connectors of the sandbox differ from the catalogue; default `catalogue`",
  },
  mappings: {
    secret: false,
    description: "`live`: Data Prep validates mapping sets before they are written; default `declared`",
  },
} as const;

export type Setting = keyof typeof settings;

export function environmentName(setting: Setting): string {
  return `AEP_${setting.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;
}

function command(setting: Setting): string {
  return `pulumi config set aep:${setting} ...${settings[setting].secret ? " --secret" : ""}`;
}

/** The values of the placeholders of `settingMissing` and `settingInvalid`. */
function places(setting: Setting) {
  return { setting, command: command(setting), variable: environmentName(setting) };
}

function missing(setting: Setting): InvalidInput {
  return new InvalidInput(errorText(errorTable.settingMissing, places(setting)));
}

/** `rule` follows the word "must". */
function invalid(setting: Setting, value: string, rule: string): InvalidInput {
  return new InvalidInput(errorText(errorTable.settingInvalid, { ...places(setting), value, rule }));
}

const defaultScopes = "openid,AdobeID,read_organizations,additional_info.projectedProductContext,session";

/** The config; throws an error that names the key and the command that sets it. */
export function parseConfig(stack: Record<string, string>, environment: NodeJS.ProcessEnv): Config {
  const value = (setting: Setting): string | undefined => {
    const text = stack[`aep:${setting}`] ?? environment[environmentName(setting)];
    return text === undefined || text.trim() === "" ? undefined : text.trim();
  };
  const sandbox = value("sandbox");
  if (sandbox !== undefined) checkSandbox(sandbox);
  return {
    credentials: credentials(value),
    orgId: orgId(value("orgId")),
    sandbox,
    endpoint: baseUrl("endpoint", value("endpoint") ?? "https://platform.adobe.io"),
    imsEndpoint: baseUrl("imsEndpoint", value("imsEndpoint") ?? "https://ims-na1.adobelogin.com"),
    requestTimeoutMs: 1000 * positive("requestTimeoutSeconds", value("requestTimeoutSeconds"), 65),
    operationTimeoutMs: 1000 * positive("operationTimeoutSeconds", value("operationTimeoutSeconds"), 300),
    maxConnections: positive("maxConnections", value("maxConnections"), 16),
    ...(isLive("connectors", value("connectors"), "catalogue") ? { connectors: "live" } : {}),
    ...(isLive("mappings", value("mappings"), "declared") ? { mappings: "live" } : {}),
  };
}

type Read = (setting: Setting) => string | undefined;

function credentials(value: Read): Config["credentials"] {
  const [clientId, clientSecret, accessToken] = (["clientId", "clientSecret", "accessToken"] as const).map(
    value,
  );
  if (accessToken !== undefined && clientSecret !== undefined) {
    throw new InvalidInput(errorText(errorTable.twoCredentials, {}));
  }
  if (accessToken !== undefined) {
    const apiKey = value("apiKey") ?? clientId;
    if (apiKey === undefined) throw missing("apiKey");
    return { kind: "token", accessToken, apiKey };
  }
  if (clientId === undefined) throw missing("clientId");
  if (clientSecret === undefined) throw missing("clientSecret");
  const scopes = (value("scopes") ?? defaultScopes).replace(/\s+/g, "");
  return { kind: "oauth", clientId, clientSecret, scopes };
}

function orgId(text: string | undefined): string {
  if (text === undefined) throw missing("orgId");
  if (/^[0-9A-Za-z]+@AdobeOrg$/.test(text)) return text;
  throw invalid("orgId", text, "look like 0123456789ABCDEF@AdobeOrg");
}

/** Lower-case letters, digits and hyphens, with a letter first (Adobe: Sandbox API, "Create a sandbox"). */
export const sandboxPattern = /^[a-z][a-z0-9-]*$/;

function checkSandbox(text: string): void {
  if (sandboxPattern.test(text)) return;
  throw invalid(
    "sandbox",
    text,
    "begin with a letter and contain only lower-case letters, digits and hyphens",
  );
}

/** http sends credentials without encryption: it is accepted only for a server on this machine. */
function baseUrl(setting: Setting, text: string): string {
  const url = z.url({ protocol: /^https?$/ }).safeParse(text);
  const parsed = url.success ? new URL(url.data) : undefined;
  const loopback = parsed !== undefined && /^(127\.\d+\.\d+\.\d+|localhost|\[::1\])$/.test(parsed.hostname);
  if (parsed && (parsed.protocol === "https:" || loopback)) return text.replace(/\/+$/, "");
  throw invalid(setting, text, "be an https URL (http only for this machine)");
}

function isLive(setting: Setting, text: string | undefined, otherwise: string): boolean {
  if (text === undefined || text === "live" || text === otherwise) return text === "live";
  throw invalid(setting, text, `be "${otherwise}" or "live"`);
}

function positive(setting: Setting, text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  const number = Number(text);
  if (Number.isFinite(number) && number > 0) return number;
  throw invalid(setting, text, "be a number above zero");
}
