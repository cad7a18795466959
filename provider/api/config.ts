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
  /** How long one attempt of a call may take. Adobe's gateway gives up after 60 s. */
  requestTimeoutMs: number;
  /** How long one create, update or delete may take in all, waiting included. */
  operationTimeoutMs: number;
  maxConnections: number;
  /** Set where the facts about connectors are compared with the sandbox's own. */
  connectors?: "live";
  /** Set where Data Prep itself is asked about new and changed mapping sets before they are written. */
  mappings?: "live";
}

/** Key, environment fallback, and meaning of each setting; README's table is made from it. */
export const settings = {
  clientId: {
    secret: false,
    what: "Client ID of the OAuth Server-to-Server credential in Adobe Developer Console",
  },
  clientSecret: { secret: true, what: "Client secret of that credential" },
  scopes: { secret: false, what: "Scopes as the Developer Console lists them, comma-separated" },
  accessToken: { secret: true, what: "An IMS access token instead of clientId and clientSecret" },
  apiKey: { secret: false, what: "API key (client ID) that goes with accessToken" },
  orgId: { secret: false, what: "Organisation id, such as 0123456789ABCDEF@AdobeOrg" },
  sandbox: { secret: false, what: "Sandbox of resources that name none" },
  endpoint: { secret: false, what: "Base URL of AEP; default https://platform.adobe.io" },
  imsEndpoint: { secret: false, what: "Base URL of Adobe IMS; default https://ims-na1.adobelogin.com" },
  requestTimeoutSeconds: { secret: false, what: "Longest wait for one HTTP reply; default 65" },
  operationTimeoutSeconds: { secret: false, what: "Longest create, update or delete; default 300" },
  maxConnections: { secret: false, what: "Most HTTP connections at once; default 16" },
  connectors: {
    secret: false,
    what: "`live` reports where the sandbox's connectors differ from the catalogue; default `catalogue`",
  },
  mappings: {
    secret: false,
    what: "`live` lets Data Prep validate mapping sets before they are written; default `declared`",
  },
} as const;

export type Setting = keyof typeof settings;

export function environmentName(setting: Setting): string {
  return `AEP_${setting.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;
}

function command(setting: Setting): string {
  return `pulumi config set aep:${setting} ...${settings[setting].secret ? " --secret" : ""}`;
}

/** Where a setting is set, as the error table spells it. */
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

/** `Config` or one sentence that names the key and the command that sets it. */
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

/** Sandbox names: lower-case letters, digits and hyphens, beginning with a letter (Adobe: Sandbox API, "Create a sandbox"). */
export const sandboxPattern = /^[a-z][a-z0-9-]*$/;

function checkSandbox(text: string): void {
  if (sandboxPattern.test(text)) return;
  throw invalid(
    "sandbox",
    text,
    "begin with a letter and contain only lower-case letters, digits and hyphens",
  );
}

/** Credentials travel in the clear over http, so that only a server on this machine may be addressed like that. */
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
