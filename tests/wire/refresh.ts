import type { ProviderClient } from "./providerClient";
import { diffProperties } from "./propertyDiff";
import type { ResourceState, Snapshot } from "./resourceState";
import type { Slots } from "./slots";
import { stepErrorOf, stepOf, type Step } from "./steps";

/** Reads every object, takes its new outputs and inputs into state and drops those that are gone. */
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
  snapshot.forgetDanglingDependencies();
  return steps;
}

async function refreshOne(client: ProviderClient, snapshot: Snapshot, old: ResourceState): Promise<Step> {
  const calls = client.log.length;
  try {
    const { id, outputs, inputs = old.inputs } = await client.read(old, old.id, old.outputs, old.inputs);
    if (id === "") {
      snapshot.exchange(old, undefined);
      return stepOf("read", old, { id: old.id, gone: true });
    }
    const now = { ...old, id, outputs, inputs, initErrors: [] };
    snapshot.exchange(old, now);
    return stepOf("read", old, { id, ...(await driftOf(client, old, now)) });
  } catch (error) {
    const diffed = client.log.slice(calls).some(({ method, urn }) => method === "diff" && urn === old.urn);
    return stepOf("read", old, { id: old.id, error: stepErrorOf(diffed ? "diff" : "read", error) });
  }
}

/** What an `up` of an unchanged program would change back, asked of the provider as the engine does. */
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
