/** All named choices, their types and the presets. */

import { catalogSwitches } from "./catalog/switches";
import { dataPrepSwitches } from "./dataPrep/switches";
import { flowServiceSwitches } from "./flowService/switches";
import { gatewaySwitches } from "./gatewaySwitches";
import { schemaRegistrySwitches } from "./schemaRegistry/switches";
import type { Choice } from "./service";

const choices = {
  ...gatewaySwitches,
  ...flowServiceSwitches,
  ...catalogSwitches,
  ...schemaRegistrySwitches,
  ...dataPrepSwitches,
};

type Choices = typeof choices;

export type Switches = { [Name in keyof Choices]: Choices[Name]["default"] };

export const switchReasons: Readonly<Record<keyof Switches, string>> = pick(
  (choice) => choice.reason,
) as Record<keyof Switches, string>;

export function defaultSwitches(): Switches {
  return pick((choice) => choice.default) as Switches;
}

/** What real servers do and samples leave out; everything that reads AEP has to live with it. */
export const awkward: Readonly<Partial<Switches>> = {
  nullsForAbsent: true,
  scheduleForm: "flipped",
  mappingVersionForm: "flipped",
  addedAuthParams: true,
  catalogAddedTags: true,
  catalogContentTypeMinor: true,
  catalogEmptyFields: true,
};

function pick(of: (choice: Choice) => unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries<Choice>(choices).map(([name, choice]) => [name, of(choice)]));
}
