import { allKinds } from "../promises/kinds";
import { runCell, runWithoutFault, type CellResult } from "./cell";
import type { FaultRig } from "./rig";
import { operationsOf, type Operation } from "./operations";
import { singleFaults } from "./singleFaults";

export interface GridRow {
  readonly operation: Operation;
  readonly requests: readonly string[];
  readonly cells: readonly CellResult[];
}

/** Applies every single fault to every request of every operation of every kind. */
export async function* grid(
  rig: FaultRig,
  wanted: (operation: Operation) => boolean = () => true,
): AsyncGenerator<GridRow> {
  const faults = singleFaults(rig.elsewhereUrl, rig.clock.now);
  for (const operation of allKinds.flatMap(operationsOf).filter(wanted)) {
    const plain = await runWithoutFault(rig, operation);
    const cells: CellResult[] = [];
    for (const [index, { method }] of plain.requests.entries()) {
      for (const fault of faults) {
        if (fault.writesOnly && method === "GET") continue;
        cells.push(await runCell(rig, plain, index + 1, fault));
      }
    }
    yield { operation, requests: plain.requests.map((one) => `${one.method} ${one.path}`), cells };
  }
}
