/** Identity Service: lists identity namespaces. */

import { ServiceError, type Call, type Service, type ServiceResponse, type World } from "../service";
import { namespacesOf, type Namespace } from "./namespaces";

export const identityService: Service = {
  name: "Identity Service",
  basePath: "/data/core/idnamespace",
  optionalSandbox: true,
  routes: [
    { method: "GET", path: "/identities", handle: list },
    { method: "GET", path: "/identities/:id", handle: lookup },
  ],
  error: identityError,
};

/** A plain array without pages. */
function list(call: Call, world: World): ServiceResponse {
  return { status: 200, body: namespacesOf(world, call.sandbox) };
}

/** The OpenAPI file writes some types of identities differently in a list and in one namespace. */
function lookup(call: Call, world: World): ServiceResponse {
  const namespace = namespacesOf(world, call.sandbox).find(({ id }) => String(id) === call.params["id"]);
  if (!namespace) {
    throw new ServiceError(
      404,
      "NAMESPACE_NOT_FOUND",
      `Namespace id not found for given IMS Org ${world.orgId}`,
    );
  }
  return { status: 200, body: { ...namespace, idType: SINGLE[namespace.idType] ?? namespace.idType } };
}

const SINGLE: Partial<Record<Namespace["idType"], string>> = {
  COOKIE: "Cookie",
  CROSS_DEVICE: "Cross_device",
  MOBILE: "Mobile",
};

function identityError(status: number, code: string, message: string): ServiceResponse {
  const body = {
    timestamp: new Date().toISOString(),
    type: "http://ns.adobe.com/adobecloud/problem/namespacevalidation",
    status,
    error: code,
    description: message,
    title: "Namespace validation",
    report: { code },
  };
  return { status, body };
}
