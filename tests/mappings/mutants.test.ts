import { checkMappings, type Problem } from "../../provider/dataPrep";
import { start } from "../emulator";
import { viewedIn } from "./fullViews";
import { mutations } from "./mutations";
import { Random } from "./random";
import { samples, type Sample } from "./schemas";
import { validSet, type Written } from "./sets";

const validSets = 200;
const mutants = 500;

function problemsOf(mappings: readonly Written[], sample: Sample): Problem[] {
  const { tenant, source, identities } = sample;
  return checkMappings(mappings, sample.shape, { tenant, source, identities });
}

async function viewed(): Promise<Sample[]> {
  const emulator = await start();
  const shapes = await viewedIn(emulator, samples);
  await emulator.close();
  return shapes;
}

describe.each([
  ["from the parts that a program declares", () => Promise.resolve(samples)],
  ["from the full views of a registry", viewed],
] as const)("mapping sets against ten schemas, %s", (_how, load) => {
  let schemas: readonly Sample[];
  beforeAll(async () => {
    schemas = await load();
  });

  test(`${validSets} sets without a fault have no problem`, () => {
    const random = new Random(20261);
    for (let count = 0; count < validSets; count++) {
      const sample = schemas[count % schemas.length]!;
      const mappings = validSet(sample, random);
      expect({ schema: sample.name, mappings, problems: problemsOf(mappings, sample) }).toEqual({
        schema: sample.name,
        mappings,
        problems: [],
      });
    }
  });

  test(`each of ${mutants} sets with one fault has one problem, at the right place`, () => {
    const random = new Random(20262);
    const kinds = Object.entries(mutations);
    const found = new Map<string, number>();
    for (let count = 0; count < mutants;) {
      const sample = schemas[random.below(schemas.length)]!;
      const [name, mutate] = kinds[count % kinds.length]!;
      const mutant = mutate(validSet(sample, random), sample, random);
      if (mutant === undefined) continue;
      const problems = problemsOf(mutant.mappings, sample).map(({ index, kind }) => ({ index, kind }));
      const { kind, index, mappings } = mutant;
      expect({ name, schema: sample.name, mappings, problems }).toEqual({
        name,
        schema: sample.name,
        mappings,
        problems: [{ kind, index }],
      });
      found.set(name, (found.get(name) ?? 0) + 1);
      count += 1;
    }
    expect(found.size).toBe(kinds.length);
  });
});
