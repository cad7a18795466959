import type { ProviderClient } from "./providerClient";
import { diffProperties } from "./propertyDiff";
import type { ResourceState, Snapshot } from "./resourceState";
import type { Slots } from "./slots";
import { stepErrorOf, stepOf, type Step } from "./steps";

/** Reads every object, updates its outputs and inputs in state and removes objects that no longer exist. */
export async function refresh(
  client: ProviderClient,
  snapshot: Snapshot,
  slots: Slots,
): Promise<readonly Step[]> {
  const steps: Step[] = [];
  const readOne = async (old: ResourceState): Promise<void> => {
    if (steps.some((step) => step.error)) return;
    steps.push(await refreshOne(client, snapshot, old));
  };
  const present = snapshot.resources.filter((old) => !old.pendingReplacement);
  await Promise.all(present.map((old) => slots.run(() => readOne(old))));
  snapshot.removeDanglingDependencies();
  return steps;
}

async function refreshOne(client: ProviderClient, snapshot: Snapshot, old: ResourceState): Promise<Step> {
  const calls = client.log.length;
  try {
    const { id, outputs, inputs = old.inputs } = await client.read(old, old.id, old.outputs, old.inputs);
    if (id === "") {
      snapshot.replaceInPlace(old, undefined);
      return stepOf("read", old, { id: old.id, gone: true });
    }
    const now = { ...old, id, outputs, inputs, initErrors: [] };
    snapshot.replaceInPlace(old, now);
    return stepOf("read", old, { id, ...(await driftOf(client, old, now)) });
  } catch (error) {
    const diffCalled = client.log
      .slice(calls)
      .some(({ method, urn }) => method === "diff" && urn === old.urn);
    return stepOf("read", old, { id: old.id, error: stepErrorOf(diffCalled ? "diff" : "read", error) });
  }
}

/** Changes that `up` with the unchanged program would revert, found with the provider's diff as the engine does. */
async function driftOf(
  client: ProviderClient,
  old: ResourceState,
  now: ResourceState,
): Promise<{ readonly diff: readonly string[]; readonly replaces: readonly string[] }> {
  const paths = diffProperties(now.inputs, old.inputs);
  if (old.external) return { diff: paths, replaces: [] };
  const { changes, replaces } = await client.diff(old, now, old.inputs);
  const changed = changes === "some" || (changes === "unknown" && paths.length > 0);
  return changed ? { diff: paths, replaces } : { diff: [], replaces: [] };
}
