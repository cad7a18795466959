/** The checks that Adobe's gateway makes before a service: API key, token, organisation, sandbox. */

import type { Tokens } from "./ims";
import type { ServiceResponse, Sandbox, Service, World } from "./service";
import { Verbatim } from "./verbatim";

export interface Admitted {
  sandbox: Sandbox;
  clientId: string;
}

export type Headers = Record<string, string | undefined>;

/** An error response in the gateway's own format. */
export function gatewayError(status: number, code: string, message: string): ServiceResponse {
  return { status, body: { error_code: code, message } };
}

/** The response to a path that no service has. */
export function unknownPath({ switches }: World): ServiceResponse {
  if (switches.unknownPath === "json")
    return gatewayError(404, "404003", "No service is registered at this path");
  return { status: 404, body: new Verbatim(notFoundPage), headers: { "content-type": "text/html" } };
}

const notFoundPage =
  "<html><head><title>404 Not Found</title></head><body><center><h1>404 Not Found</h1></center></body></html>";

/** Returns the sandbox and client of a valid call, or an error response. */
export function admit(
  headers: Headers,
  service: Service,
  world: World,
  tokens: Tokens,
  requestId: string,
): Admitted | ServiceResponse {
  const error = refuseCredentials(headers, world, tokens) ?? refuseOrganisation(headers, world);
  if (error !== undefined) return error;
  const sandbox = findSandbox(headers, service, world, requestId);
  return "status" in sandbox ? sandbox : { sandbox, clientId: headers["x-api-key"] ?? "" };
}

function refuseCredentials(headers: Headers, world: World, tokens: Tokens): ServiceResponse | undefined {
  const apiKey = headers["x-api-key"] ?? "";
  if (apiKey === "") return gatewayError(403, "403000", "Api Key is required");
  const token = /^Bearer +(\S+)$/i.exec(headers["authorization"] ?? "")?.[1];
  if (token === undefined) return gatewayError(403, "403010", "Oauth token is missing");
  const clientId = tokens.clientOf(token);
  if (clientId === undefined) return gatewayError(401, "401013", "Oauth token is not valid");
  if (world.switches.apiKeyMatchesToken && clientId !== apiKey) {
    return gatewayError(403, "403003", "Api Key is invalid");
  }
  return undefined;
}

function refuseOrganisation(headers: Headers, world: World): ServiceResponse | undefined {
  const orgId = headers["x-gw-ims-org-id"] ?? "";
  if (orgId === "") return gatewayError(400, "400003", "Header x-gw-ims-org-id is missing");
  if (!orgId.endsWith("@AdobeOrg")) return gatewayError(403, "403027", "User region is missing");
  if (orgId !== world.orgId) return gatewayError(403, "403025", "Profile is not valid for this organisation");
  return undefined;
}

function findSandbox(
  headers: Headers,
  service: Service,
  world: World,
  requestId: string,
): Sandbox | ServiceResponse {
  const error = (status: number, code: string, message: string) =>
    service.error(status, code, message, requestId, world.switches, {});
  const prod = world.sandboxes[0];
  const name = headers["x-sandbox-name"] ?? "";
  if (headers["x-sandbox-id"] !== undefined) {
    return error(400, "2110-400", "The header x-sandbox-id is not allowed with the user token.");
  }
  const optional = service.optionalSandbox ?? world.switches.missingSandboxHeader === "prod";
  if (prod !== undefined && (service.anySandbox || (name === "" && optional))) return prod;
  if (name === "") return error(400, "2105-400", "The header x-sandbox-name is missing in the request.");
  const unknown = `The sandbox with the name '${name}' could not be found.`;
  return world.sandboxes.find((sandbox) => sandbox.name === name) ?? error(404, "2100-404", unknown);
}
