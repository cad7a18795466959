/** Functions that create, read and patch objects of Flow Service, for tests with one emulator. */

import type { Client, ClientResponse } from "../emulator";
import { flow, flowService, itemAt, made, makeChain, s3Connection, type Chain } from "./tutorialChain";

/** Sends a PATCH with the given etag, by default the current one. */
export async function patch(
  client: Client,
  path: string,
  operations: unknown,
  etag?: string,
): Promise<ClientResponse> {
  const current = etag ?? String((await itemAt(client, path))["etag"]);
  return client.call("PATCH", path, operations, { "if-match": current });
}

/** Creates a chain with a flow. Returns the path of the flow and the ids of the other objects. */
export async function makeFlow(
  client: Client,
  changes: Record<string, unknown> = {},
): Promise<{ path: string; parts: Chain }> {
  const parts = await makeChain(client);
  const id = await made(client, `${flowService}/flows`, flow(parts, changes));
  return { path: `${flowService}/flows/${id}`, parts };
}

/** Creates a base connection and returns its path. */
export async function makeConnection(client: Client): Promise<string> {
  return `${flowService}/connections/${await made(client, `${flowService}/connections`, s3Connection)}`;
}
