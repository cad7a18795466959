/** Flow Service: connections, dataflows, their runs and specifications. */

import type { ServiceResponse, Service } from "../service";
import type { Switches } from "../switches";
import { connectionRoutes } from "./connections";
import { flowRoutes } from "./flows";
import { runRoutes } from "./runs";
import { sourceConnectionRoutes } from "./sourceConnections";
import { specRoutes } from "./specs";
import { targetConnectionRoutes } from "./targetConnections";

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
  error,
};

function error(
  status: number,
  code: string,
  message: string,
  requestId: string,
  switches: Switches,
): ServiceResponse {
  const texts = { errorMessage: message, errorDetails: message };
  return {
    status,
    body: switches.flowErrorShape === "bare" ? texts : { errorCode: code, ...texts, requestId },
  };
}
