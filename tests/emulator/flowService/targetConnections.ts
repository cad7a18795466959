/** Target connections: `/targetConnections`. */

import { ServiceError, type Call, type Route, type World } from "../service";
import { actionRoute } from "./actions";
import { dataLakeSpecId } from "./connectionSpecs";
import { connectionSpecsOf } from "./specsOf";
import { defined, isFields, mandatory, part, referenced, specOf, text, type Fields } from "./entity";
import { checkNotUsedByActiveFlow, pairPatchResponse } from "./pairs";
import { datasetSchema } from "./references";
import { checkConnectionState, resourceRoutes, type Resource } from "./resource";

const targetConnections: Resource = {
  kind: "targetConnections",
  patchable: ["name", "description", "data", "params"],
  fields: (body, call, world, draft) => {
    checkSpec(body, world);
    if (!draft) checkTarget(body, call, world);
    const { name, description, baseConnectionId, data, params } = body;
    const connectionSpec = { id: dataLakeSpecId, version: "1.0" };
    const inheritedAttributes = inherited(baseConnectionId, call, world);
    return defined({
      name,
      description,
      baseConnectionId,
      data,
      params,
      connectionSpec,
      inheritedAttributes,
    });
  },
  checkChange: (next, before, call, world) => {
    if (before.state !== "draft") checkTarget(next, call, world);
    return {};
  },
  checkState: checkConnectionState,
  checkUnused: (entity, call, world) => checkNotUsedByActiveFlow(entity, "targetConnectionIds", call, world),
  filled: (entity, world) => {
    if (!world.switches.nullsForAbsent) return entity;
    return { ...entity, data: { properties: null, ...part(entity, "data") } };
  },
  shown: (filled) => filled,
  patchResponse: pairPatchResponse,
};

export const targetConnectionRoutes: Route[] = [
  ...resourceRoutes(targetConnections),
  actionRoute(targetConnections),
];

function checkSpec(body: Fields, world: World): void {
  const id = text(part(body, "connectionSpec"), "id");
  if (id !== undefined && id !== dataLakeSpecId) {
    const message = `The target connection spec ID is not valid=${id}. The allowed value is: ${dataLakeSpecId}.`;
    throw new ServiceError(400, "1307-400", message);
  }
  specOf(body, "connectionSpec", connectionSpecsOf(world), world);
}

function checkTarget(body: Fields, call: Call, world: World): void {
  const mayLackData = body["data"] === undefined && world.switches.missingData === "accept";
  if (!mayLackData && !isFields(body["data"])) throw mandatory("data");
  const dataSetId = text(part(body, "params"), "dataSetId");
  if (dataSetId === undefined) {
    throw new ServiceError(
      400,
      "1325-400",
      "The dataSetId param cannot be null or empty in target connection.",
    );
  }
  const schema = datasetSchema(call, world, dataSetId);
  if (schema === undefined) {
    throw new ServiceError(
      400,
      "1100-400",
      `The request could not be processed. Dataset with id ${dataSetId} does not exist.`,
    );
  }
  const named = text(part(part(body, "data"), "schema"), "id");
  if (named !== undefined && schema.id !== undefined && named !== schema.id) {
    const message = `The schema ${named} is not the schema of the dataset ${dataSetId}.`;
    throw new ServiceError(400, "1318-400", message);
  }
}

/** Only the older tutorials have a base connection here, that of the data lake. */
function inherited(baseId: unknown, call: Call, world: World): Fields | undefined {
  if (typeof baseId !== "string") return undefined;
  const { connectionSpec } = referenced(call, world, "connections", baseId);
  if (isFields(connectionSpec) && connectionSpec["id"] !== dataLakeSpecId) {
    const message = `The base connection ${baseId} of a target connection must have the connection spec ${dataLakeSpecId}.`;
    throw new ServiceError(400, "1318-400", message);
  }
  return { baseConnection: { id: baseId, connectionSpec } };
}
