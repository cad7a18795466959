/** Flow Service: connections, dataflows, their runs and specifications. */

import type { Service } from "../service";
import { connectionRoutes } from "./connections";
import { flowError } from "./errors";
import { flowRoutes } from "./flows";
import { runRoutes } from "./runs";
import { sourceConnectionRoutes } from "./sourceConnections";
import { specRoutes } from "./specs";
import { targetConnectionRoutes } from "./targetConnections";
import { permissionDenied } from "./visibility";

export const flowService: Service = {
  name: "Flow Service",
  basePath: "/data/foundation/flowservice",
  routes: [
    ...connectionRoutes,
    ...sourceConnectionRoutes,
    ...targetConnectionRoutes,
    ...flowRoutes,
    ...runRoutes,
    ...specRoutes,
  ],
  error: flowError,
  permissionDenied,
};
