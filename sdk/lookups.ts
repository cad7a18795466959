import { createRequire } from "node:module";
import * as pulumi from "@pulumi/pulumi";
import type * as sessions from "../provider/session";
import { sandboxOf } from "./resource";

/** Args of {@link getTenant}. */
export interface GetTenantArgs {
  /**
   * Sandbox to ask in; default: `aep:sandbox` of the stack's config, else AEP_SANDBOX.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/xdm/api/getting-started
   */
  sandbox?: string | undefined;
}

/** Args of {@link getTenantOutput}. */
export interface GetTenantOutputArgs {
  /**
   * Sandbox to ask in; default: `aep:sandbox` of the stack's config, else AEP_SANDBOX.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/xdm/api/getting-started
   */
  sandbox?: pulumi.Input<string> | undefined;
}

/** The organisation as the Schema Registry names it. */
export interface Tenant {
  /** Tenant id: own fields of schemas lie below `_` and this id, such as `_acme.loyalty.tier`. */
  tenantId: string;
}

/**
 * The tenant id of the organisation. It is asked for once per process and sandbox.
 *
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/xdm/api/getting-started
 *
 * @example
 * ```ts
 * import * as aep from "pulumi-aep";
 *
 * export const path = aep.getTenant().then(({ tenantId }) => `_${tenantId}.loyalty.tier`);
 * ```
 */
export async function getTenant(args: GetTenantArgs = {}): Promise<Tenant> {
  const sandbox = sandboxOf(args.sandbox);
  if (sandbox === undefined || sandbox === "") {
    throw new Error(
      "getTenant: no sandbox is set. Pass { sandbox }, or run `pulumi config set aep:sandbox NAME`, or set AEP_SANDBOX.",
    );
  }
  const session = openSession();
  return session.once(`tenant in ${sandbox}`, async () => {
    const { body } = await session.get("/data/foundation/schemaregistry/stats", {
      sandbox,
      accept: "application/vnd.adobe.xdm+json",
    });
    return { tenantId: tenantIdIn(body) };
  });
}

/** {@link getTenant} for args and results that are Outputs. */
export function getTenantOutput(args: GetTenantOutputArgs = {}): pulumi.Output<Tenant> {
  return pulumi.output(args.sandbox).apply((sandbox) => getTenant({ sandbox }));
}

function tenantIdIn(body: unknown): string {
  const tenantId =
    typeof body === "object" && body !== null && "tenantId" in body ? body.tenantId : undefined;
  if (typeof tenantId === "string" && tenantId !== "") return tenantId;
  throw new Error(
    "getTenant: the Schema Registry's reply to GET /stats names no tenantId. Check that aep:orgId is the organisation's id.",
  );
}

/** Provider code is loaded only by programs that look something up: most programs start without zod and got. */
function openSession(): sessions.Session {
  const load = createRequire(__filename);
  const { openSession: open } = load("../provider/session") as typeof sessions;
  return open(pulumi.runtime.allConfig());
}
