import { cloudStorage } from "./cloudStorage";
import type { Connector } from "./connector";
import { databases } from "./databases";
import { streaming } from "./streaming";

const all = [...cloudStorage, ...streaming, ...databases] as const;

/** Each connector's facts by its name, for types. */
export type Entries = { [C in (typeof all)[number] as C["name"]]: C };

/** Every source connector that the package knows. */
export const connectors: readonly Connector[] = all;

/** The Data Lake's connection spec: that of every target connection, and of the dataset base connection of older tutorials. */
export const dataLakeSpecId = "c604ff05-7f1a-43c0-8e18-33bf874cb11c";

export const dataLake = { id: dataLakeSpecId, version: "1.0" } as const;

const byName = new Map(connectors.map((connector) => [connector.name, connector]));
const byId = new Map(connectors.map((connector) => [connector.id, connector]));

export function connectorByName(name: string): Connector | undefined {
  return byName.get(name);
}

export function connectorById(id: string): Connector | undefined {
  return byId.get(id);
}
