import type { Param, Params } from "./connector";

type More = Omit<Partial<Param>, "required" | "secret" | "doc">;

/** A text that must be there, unless `more` says another type. */
export function required(doc: string, more: More = {}): Param {
  return { type: "string", required: true, ...more, doc };
}

export function optional(doc: string, more: More = {}): Param {
  return { type: "string", ...more, doc };
}

/** The same parameter where it may be left out. */
export function optionally({ required: _, ...param }: Param): Param {
  return param;
}

/** A credential that must be there. */
export function secret(doc: string, more: More = {}): Param {
  return { type: "string", required: true, secret: true, ...more, doc };
}

export function optionalSecret(doc: string, more: More = {}): Param {
  return { type: "string", secret: true, ...more, doc };
}

export const password = "Password of the user";

/** The whole login in one text. */
export function connectionString(doc: string, example: string): Params {
  return { connectionString: secret(doc, { format: "connection string", example }) };
}

export const oauthClient: Params = {
  clientId: required("Client id of the OAuth application"),
  clientSecret: secret("Client secret of the OAuth application"),
};

export const oauthTokens: Params = {
  accessToken: secret("OAuth access token"),
  refreshToken: secret("OAuth refresh token, with which AEP gets new access tokens"),
};
