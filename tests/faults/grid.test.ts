import { allKinds } from "../promises/kinds";
import { runCell, runWithoutFault } from "./cell";
import { FaultRig } from "./rig";
import { operationsOf } from "./operations";
import { singleFaults } from "./singleFaults";

let rig: FaultRig;

beforeAll(async () => {
  rig = await FaultRig.start();
});
afterAll(() => rig.close());

const operations = allKinds
  .flatMap(operationsOf)
  .map((one, index) => [one.kind.type, one.name, one, index] as const);

/** This test runs every fourth cell, and starts at another cell for each operation. `npm run faults` runs all cells. */
const share = 4;

it.each(operations)(
  "%s %s ends as without a fault if any request fails in any way",
  async (_type, _name, operation, index) => {
    const plain = await runWithoutFault(rig, operation);
    const faults = singleFaults(rig.elsewhereUrl, rig.clock.now);
    const cells = plain.requests.flatMap(({ method }, request) =>
      faults
        .filter(({ writesOnly }) => !writesOnly || method !== "GET")
        .map((fault) => [request + 1, fault] as const),
    );
    const failures: string[] = [];
    for (const [nth, fault] of cells.filter((_cell, number) => number % share === index % share)) {
      const cell = await runCell(rig, plain, nth, fault);
      expect({ title: cell.title, struck: cell.applied }).toMatchObject({ struck: true });
      if (cell.limit === undefined)
        failures.push(...cell.failures.map((failure) => `${cell.title}: ${failure}`));
    }
    expect(failures).toEqual([]);
  },
);
