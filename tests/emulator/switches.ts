/** All switches, their types and the presets. */

import { catalogSwitches } from "./catalog/switches";
import { dataPrepSwitches } from "./dataPrep/switches";
import { flowServiceSwitches } from "./flowService/switches";
import { gatewaySwitches } from "./gatewaySwitches";
import { schemaRegistrySwitches } from "./schemaRegistry/switches";
import type { SwitchDefinition } from "./service";

const definitions = {
  ...gatewaySwitches,
  ...flowServiceSwitches,
  ...catalogSwitches,
  ...schemaRegistrySwitches,
  ...dataPrepSwitches,
};

type Definitions = typeof definitions;

export type Switches = { [Name in keyof Definitions]: Definitions[Name]["default"] };

/** Why each switch exists. */
export const switchReasons: Readonly<Record<keyof Switches, string>> = pick(({ reason }) => reason) as Record<
  keyof Switches,
  string
>;

export function defaultSwitches(): Switches {
  return { ...(pick((definition) => definition.default) as Switches), ...otherDefaults };
}

let otherDefaults: Readonly<Partial<Switches>> = {};

/** Gives all emulators that this process starts from now on other defaults. */
export function setDefaults(switches: Readonly<Partial<Switches>>): void {
  otherDefaults = switches;
}

/** A preset of what real servers do and samples do not show. Every client must work with it. */
export const awkward: Readonly<Partial<Switches>> = {
  nullsForAbsent: true,
  scheduleForm: "flipped",
  mappingVersionForm: "flipped",
  addedAuthParams: true,
  catalogAddedTags: true,
  catalogContentTypeMinor: true,
  catalogEmptyFields: true,
};

/** A preset of all older and documented forms at once. Every client must work with it, too. */
export const olderShapes: Readonly<Partial<Switches>> = Object.fromEntries(
  Object.entries<SwitchDefinition>(definitions)
    .filter(([, definition]) => "older" in definition)
    .map(([name, definition]) => [name, definition.older]),
);

function pick(of: (definition: SwitchDefinition) => unknown): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries<SwitchDefinition>(definitions).map(([name, definition]) => [name, of(definition)]),
  );
}
