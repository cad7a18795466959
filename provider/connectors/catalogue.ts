import { advertising } from "./advertising";
import { analytics } from "./analytics";
import { cloudStorage } from "./cloudStorage";
import { clusters } from "./clusters";
import type { Connector } from "./connector";
import { crm } from "./crm";
import { customerSuccess } from "./customerSuccess";
import { databases } from "./databases";
import { ecommerce } from "./ecommerce";
import { marketingAutomation } from "./marketingAutomation";
import { payments } from "./payments";
import { protocols } from "./protocols";
import { sqlDatabases } from "./sqlDatabases";
import { streaming } from "./streaming";

/** Every source connector that the package knows. */
export const connectors: readonly Connector[] = [
  ...cloudStorage,
  ...streaming,
  ...databases,
  ...sqlDatabases,
  ...clusters,
  ...crm,
  ...customerSuccess,
  ...marketingAutomation,
  ...advertising,
  ...payments,
  ...ecommerce,
  ...analytics,
  ...protocols,
];

/** Connection spec of the Data Lake: every target connection has it, and the dataset base connection of older tutorials. */
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
