import { Laboratory } from "./rig";
import { thirty } from "./namedFaults";

let laboratory: Laboratory;

beforeAll(async () => {
  laboratory = await Laboratory.start();
});
afterAll(() => laboratory.close());

it.each(thirty.map((test) => [test.number, test.sentence, test] as const))(
  "fault test %i: %s",
  async (_number, _sentence, test) => {
    const { cells, failures } = await test.run(laboratory);
    expect(failures).toEqual([]);
    expect(cells).toBeGreaterThan(0);
  },
  180_000,
);

it("each of the thirty has its test", () => {
  expect(thirty.map(({ number }) => number)).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
});
