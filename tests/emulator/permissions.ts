/** What a credential may not do. */

import { ServiceError, type Call, type Route, type Service, type World } from "./service";

/** The limits of one credential, by its client id. A credential without an entry may do everything. */
export interface CredentialLimits {
  /** Access labels that its role lacks, such as "core/C12". It does not see dataflows that have one of them. */
  lacksLabels?: readonly string[];
  /** It may read, and every write is refused. */
  readOnly?: boolean;
  /** It belongs to no sandbox. */
  noSandbox?: boolean;
}

export function limitsOf({ clientId }: Pick<Call, "clientId">, world: World): CredentialLimits {
  return world.limits.get(clientId) ?? {};
}

/** Whether the credential lacks a label of this object. */
export function lacksLabelOf(labels: unknown, call: Call, world: World): boolean {
  const { lacksLabels = [] } = limitsOf(call, world);
  return Array.isArray(labels) && labels.some((label) => lacksLabels.includes(String(label)));
}

/** The permission is checked before the object, so that the credential learns nothing about it. */
export function checkPermission(
  method: string,
  known: Pick<Call, "path" | "clientId">,
  route: Route,
  service: Service,
  world: World,
): void {
  const { noSandbox, readOnly } = limitsOf(known, world);
  const reads = method === "GET" || /\/(search|validate|preview)$/.test(known.path);
  if ((noSandbox && !route.withoutSandbox) || (readOnly && !reads)) {
    const { code, message } = service.permissionDenied ?? unpublished;
    throw new ServiceError(403, code, message);
  }
}

/** For services whose error Adobe has not published. */
const unpublished = { code: "", message: "The credential has no permission for this operation." };
