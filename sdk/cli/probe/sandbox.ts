import { InvalidInput, Rejected, Unauthorized } from "../../../provider/api/errors";
import { get, isObject } from "../../../provider/values/propertyPath";
import type { ProbeClient } from "./probeClient";

/** Throws if the sandbox is of the type production, or of an unknown type. A failure of the request is thrown too. */
export async function refuseProduction(
  client: ProbeClient,
  sandbox: string,
  allowed: boolean,
): Promise<void> {
  const request = { method: "GET", path: "/sandbox-management/" } as const;
  const { body } = await client.sendOrThrow(request).catch((error: unknown) => {
    // The credential may have no permission to list sandboxes.
    if (allowed && error instanceof Rejected && !(error instanceof Unauthorized)) return { body: undefined };
    throw error;
  });
  const sandboxes = get(body, ["sandboxes"]);
  const found = Array.isArray(sandboxes)
    ? sandboxes.filter(isObject).find((one) => one["name"] === sandbox)
    : undefined;
  if (allowed || found?.["type"] === "development") return;
  const type =
    found === undefined ? "does not appear in the list of sandboxes" : "is not of the type development";
  throw new InvalidInput(
    `The sandbox "${sandbox}" ${type}. The probe makes and deletes objects: use a development sandbox, or add --allow-production.`,
  );
}
