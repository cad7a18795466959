import { awkward } from "../emulator";
import { connections } from "./badInput/connections";
import { dataflows } from "./badInput/dataflows";
import { datasets } from "./badInput/datasets";
import { mappingSets } from "./badInput/mappingSets";
import { schemas } from "./badInput/schemas";
import { firstName } from "./kind";
import { alone, callsDuring, kindOf, useAep } from "./scene";

const aep = useAep();

const cases = Object.entries({
  ...connections,
  ...datasets,
  ...mappingSets,
  ...dataflows,
  ...schemas,
}).flatMap(([type, wrong]) => wrong.map(([what, places, error]) => [type, what, places, error] as const));

it.each(cases)("%s with %s is refused at preview with one error", async (type, _what, places, sentence) => {
  const kind = kindOf(type);
  const { emulator } = aep.current;
  emulator.set(awkward);
  const calls = await callsDuring(emulator, async () => {
    const run = await aep.current.stack().preview(alone(kind, places));
    expect(run.errors).toHaveLength(1);
    const name = firstName(kind);
    const prefix = `pulumi-nodejs:dynamic/aep:${type} resource '${name}' has a problem: ${type} "${name}": `;
    const { message, stage } = run.errors[0]!;
    expect(stage).toBe("check");
    expect(message.startsWith(prefix)).toBe(true);
    const text = message.slice(prefix.length);
    expect(text).toMatch(sentence);
    expect(text).not.toContain("\n");
    expect(message.length).toBeLessThanOrEqual(600 + prefix.length);
  });
  // The connection spec decides about names that the catalogue does not know.
  const isSpec = (call: string) => /^GET .*\/connectionSpecs\/[0-9a-f-]{36}$/.test(call);
  expect(calls).toEqual(
    calls.filter(isSpec).slice(0, ["BaseConnection", "SourceConnection"].includes(type) ? 1 : 0),
  );
});
