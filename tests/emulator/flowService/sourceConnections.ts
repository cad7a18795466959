/** Source connections: `/sourceConnections`. */

import { ServiceError, type Call, type Route, type World } from "../service";
import { actionRoute } from "./actions";
import { checkNotUsedByActiveFlow, pairPatchResponse } from "./pairs";
import type { ConnectionSpec } from "./connectionSpecs";
import { connectionSpecsOf, sourceKindOf } from "./specsOf";
import type { SourceKind } from "./connectors";
import {
  defined,
  isFields,
  mandatory,
  part,
  referenced,
  requireText,
  specOf,
  text,
  type Entity,
  type Fields,
} from "./entity";
import { checkConnectionState, resourceRoutes, type Resource } from "./resource";

/** The older tutorials use parquet_xdm. */
const formats: Record<SourceKind, string[]> = {
  files: ["delimited", "json", "parquet", "parquet_xdm"],
  table: ["tabular", "parquet_xdm"],
  stream: ["json", "delimited", "parquet_xdm"],
  rest: ["json"],
};

const compressions = ["bzip2", "gzip", "deflate", "zipDeflate", "tarGzip", "tar"];

const sourceConnections: Resource = {
  kind: "sourceConnections",
  patchable: ["name", "description", "data", "params", "baseConnectionId"],
  fields: (body, call, world, draft) => {
    const spec = specOf(body, "connectionSpec", connectionSpecsOf(world), world);
    requireText(body, "name");
    if (!draft) checkSource(body, spec, call, world);
    const { name, description, baseConnectionId, data, params } = body;
    const connectionSpec = { id: spec.id, version: spec.version };
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
    if (before.state === "draft") return {};
    checkSource(next, specOf(next, "connectionSpec", connectionSpecsOf(world), world), call, world);
    return defined({ inheritedAttributes: inherited(next["baseConnectionId"], call, world) });
  },
  checkState: checkConnectionState,
  checkUnused: (entity, call, world) => checkNotUsedByActiveFlow(entity, "sourceConnectionIds", call, world),
  filled: (entity, world) => (world.switches.nullsForAbsent ? withNulls(entity) : entity),
  shown: (filled) => filled,
  patchResponse: pairPatchResponse,
};

export const sourceConnectionRoutes: Route[] = [
  ...resourceRoutes(sourceConnections),
  actionRoute(sourceConnections),
];

function checkSource(body: Fields, spec: ConnectionSpec, call: Call, world: World): void {
  const kind = sourceKindOf(spec.id, world);
  if (kind === undefined)
    throw new ServiceError(
      400,
      "1305-400",
      "The provided connector type is not supported for this operation.",
    );
  checkBase(body, spec, call, world);
  checkData(body, kind, world);
  checkParams(part(body, "params"), spec, kind);
}

function checkBase(body: Fields, spec: ConnectionSpec, call: Call, world: World): void {
  const baseId = text(body, "baseConnectionId");
  if (spec.authSpec.length === 0) {
    if (baseId === undefined) return;
    const message = `The source connection request with the connectionSpecId: ${spec.id} cannot have a baseConnectionId.`;
    throw new ServiceError(400, "1332-400", message);
  }
  if (baseId === undefined)
    throw new ServiceError(400, "1320-400", "The baseConnectionId cannot be null or empty.");
  const baseSpec = part(referenced(call, world, "connections", baseId), "connectionSpec")["id"];
  if (baseSpec === spec.id) return;
  const message = `The base connection ${baseId} has the connection spec ${String(baseSpec)}, the source connection ${spec.id}.`;
  throw new ServiceError(400, "1318-400", message);
}

function checkData(body: Fields, kind: SourceKind, world: World): void {
  if (body["data"] === undefined && kind === "stream" && world.switches.missingData === "accept") return;
  if (!isFields(body["data"])) throw mandatory("data");
  const data = part(body, "data");
  const format = requireText(data, "format");
  const allowed = formats[kind];
  if (!allowed.includes(format.toLowerCase())) {
    const message = `The format of source data supplied=${format} in SourceConnection is not supported. The allowed values are: ${allowed.join(", ")}.`;
    throw new ServiceError(400, "1327-400", message);
  }
  const { columnDelimiter, encoding, compressionType } = part(data, "properties");
  if (
    columnDelimiter !== undefined &&
    (typeof columnDelimiter !== "string" || columnDelimiter.length !== 1)
  ) {
    throw new ServiceError(
      400,
      "1331-400",
      "Column Delimiter cannot be more than one character in SourceConnection.",
    );
  }
  checkOneOf("encoding", encoding, ["UTF-8", "ISO-8859-1"]);
  checkOneOf("compressionType", compressionType, compressions);
}

function checkParams(params: Fields, spec: ConnectionSpec, kind: SourceKind): void {
  for (const name of spec.sourceSpec?.spec.required ?? []) {
    if (params[name] === undefined || params[name] === null || params[name] === "") {
      throw new ServiceError(400, "1359-400", `The param ${name} is missing in the request.`);
    }
  }
  if (kind === "files") checkOneOf("type", params["type"], ["file", "folder"]);
  const { recursive } = params;
  if (recursive !== undefined && !["true", "false"].includes(String(recursive)))
    checkOneOf("recursive", recursive, []);
}

function checkOneOf(name: string, value: unknown, allowed: string[]): void {
  if (value === undefined || value === null || allowed.includes(String(value))) return;
  const message = `The provided param value ${String(value)} is not a valid input for property=${name}.`;
  throw new ServiceError(400, "1312-400", message);
}

function inherited(baseId: unknown, call: Call, world: World): Fields | undefined {
  if (typeof baseId !== "string") return undefined;
  const { connectionSpec } = referenced(call, world, "connections", baseId);
  return { baseConnection: { id: baseId, connectionSpec } };
}

/** The values that the service adds for absent fields. */
function withNulls(entity: Entity): Fields {
  const data = { schema: null, properties: null, ...part(entity, "data") };
  return { ...entity, data, params: { columns: [], ...part(entity, "params") } };
}
