import type * as pulumi from "@pulumi/pulumi";
import { InvalidInput } from "../../provider/api/errors";
import { get } from "../../provider/values/propertyPath";
import { type LookUpInputs, lookUp, type LookUpArgs, lookUpOutput } from "./lookUp";

/** Args of {@link getTenant}. */
export type GetTenantArgs = LookUpArgs;

/** Args of {@link getTenantOutput}. */
export type GetTenantOutputArgs = LookUpInputs<GetTenantArgs>;

/** The organisation in the Schema Registry. */
export interface Tenant {
  /** Tenant id. Custom fields of schemas are nested under `_` and this id, such as `_acme.loyalty.tier`. */
  tenantId: string;
}

/**
 * The tenant id of the organisation. It is read once per process and sandbox.
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
  return lookUp({ call: "getTenant", kind: "Tenant" }, args, (reader) =>
    reader.once("tenant", async () => {
      const accept = "application/vnd.adobe.xdm+json";
      return { tenantId: tenantIdIn(await reader.get("/data/foundation/schemaregistry/stats", accept)) };
    }),
  );
}

/** {@link getTenant} for args and results that are Outputs. */
export function getTenantOutput(args: GetTenantOutputArgs = {}): pulumi.Output<Tenant> {
  return lookUpOutput(getTenant, args);
}

function tenantIdIn(body: unknown): string {
  const tenantId = get(body, ["tenantId"]);
  if (typeof tenantId === "string" && tenantId !== "") return tenantId;
  throw new InvalidInput(
    "the Schema Registry's response to GET /stats contains no tenantId. Check that aep:orgId is the id of the organisation.",
  );
}
