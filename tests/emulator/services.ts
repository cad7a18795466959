import { catalog } from "./catalog";
import { dataPrep } from "./dataPrep";
import { flowService } from "./flowService/flowService";
import { identityService } from "./identityService";
import { sandboxManagement } from "./sandboxes";
import { schemaRegistry } from "./schemaRegistry";
import type { Service } from "./service";

export const services: readonly Service[] = [
  flowService,
  catalog,
  schemaRegistry,
  dataPrep,
  identityService,
  sandboxManagement,
];
