/** The specifications of one emulated organisation: Adobe's, and those that a test or a file has added. */

import type { World } from "../service";
import { connectionSpecs, type ConnectionSpec } from "./connectionSpecs";
import { connectors, type SourceKind } from "./connectors";
import { flowSpecs, olderStreamSources, type FlowSpec } from "./flowSpecs";

export function connectionSpecsOf(world: World): ReadonlyMap<string, ConnectionSpec> {
  return merged(connectionSpecs, world.added.connectionSpecs);
}

export function flowSpecsOf(world: World): ReadonlyMap<string, FlowSpec> {
  const all = merged(flowSpecs, world.added.flowSpecs);
  if (world.switches.streamingFlowSpecs === "current") return all;
  const older = [...all.values()].map((spec) => {
    const sourceConnectionSpecIds = olderStreamSources[spec.id] ?? spec.sourceConnectionSpecIds;
    return { ...spec, sourceConnectionSpecIds };
  });
  return merged(new Map(), older);
}

/** Undefined if the specification is not a source. */
export function sourceKindOf(specId: string, world: World): SourceKind | undefined {
  const known = connectors.find(({ id }) => id === specId);
  if (known !== undefined) return known.kind;
  const added = world.added.connectionSpecs.find(({ id }) => id === specId);
  if (added === undefined) return undefined;
  const category = added.attributes["category"] ?? added.sourceSpec?.type;
  return kinds.find(([pattern]) => pattern.test(String(category)))?.[1] ?? "table";
}

const kinds: readonly [RegExp, SourceKind][] = [
  [/storage/i, "files"],
  [/stream/i, "stream"],
  [/rest|protocol/i, "rest"],
];

function merged<S extends { id: string }>(
  base: ReadonlyMap<string, S>,
  more: readonly S[],
): ReadonlyMap<string, S> {
  return more.length === 0 ? base : new Map([...base, ...more.map((spec) => [spec.id, spec] as const)]);
}
