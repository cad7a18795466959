import type { Param, Params } from "./connector";

type More = Omit<Partial<Param>, "required" | "secret" | "doc">;

/** A required parameter, a string unless `more` has another type. */
export function required(doc: string, more: More = {}): Param {
  return { type: "string", required: true, ...more, doc };
}

export function optional(doc: string, more: More = {}): Param {
  return { type: "string", ...more, doc };
}

/** The same parameter, not required. */
export function optionally({ required: _, ...param }: Param): Param {
  return param;
}

/** A required credential. */
export function secret(doc: string, more: More = {}): Param {
  return { type: "string", required: true, secret: true, ...more, doc };
}

export function optionalSecret(doc: string, more: More = {}): Param {
  return { type: "string", secret: true, ...more, doc };
}

export const password = "Password of the user";

/** The whole login in one string. */
export function connectionString(doc: string, example: string): Params {
  return { connectionString: secret(doc, { format: "connection string", example }) };
}

export const oauthClient: Params = {
  clientId: required("Client id of the OAuth application"),
  clientSecret: secret("Client secret of the OAuth application"),
};

export const oauthTokens: Params = {
  accessToken: secret("OAuth access token"),
  refreshToken: secret("OAuth refresh token, which AEP uses to get access tokens"),
};

/** The login of a database by user and password. */
export function databaseLogin(database: string, more: Params = {}): Params {
  return {
    server: required(`Name or IP address of the ${database} server`),
    port: optional(`Port of the ${database} server, as text`),
    database: required("Database to read"),
    username: required(`User on the ${database} server`),
    password: secret(password),
    ...more,
  };
}

/** Adobe's pages spell the values in several ways, and have a boolean as text for AEP on AWS. */
export function sslMode(values: string, example: string): Params {
  return { sslMode: optional(`Encryption of the connection: ${values}`, { example }) };
}

export const usePrivateLink: Params = {
  usePrivateLink: optional("AEP connects through a private link", { type: "boolean" }),
};

/** A service principal of Azure. */
export const servicePrincipal: Params = {
  tenant: required("Azure tenant of the service principal"),
  servicePrincipalId: required("Client id of the service principal"),
  servicePrincipalKey: secret("Client secret of the service principal"),
};
