import { FaultRig } from "./rig";
import { namedFaults } from "./namedFaults";

let rig: FaultRig;

beforeAll(async () => {
  rig = await FaultRig.start();
});
afterAll(() => rig.close());

it.each(namedFaults.map((test) => [test.number, test.sentence, test] as const))(
  "fault test %i: %s",
  async (_number, _sentence, test) => {
    const { cells, failures } = await test.run(rig);
    expect(failures).toEqual([]);
    expect(cells).toBeGreaterThan(0);
  },
);

it("every named fault has a number of its own", () => {
  expect(namedFaults.map(({ number }) => number)).toEqual(
    Array.from({ length: 30 }, (_, index) => index + 1),
  );
});
