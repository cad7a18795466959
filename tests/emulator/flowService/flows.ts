/** Dataflows: `/flows`. */

import { ServiceError, type Call, type Route, type World } from "../service";
import { actionRoute } from "./actions";
import { idsOf } from "./connections";
import { defined, isFields, part, referenced, requireText, specOf, type Entity, type Fields } from "./entity";
import type { FlowSpec } from "./flowSpecs";
import { idAndEtag, resourceRoutes, type Resource } from "./resource";
import { checkSchedule, checkScheduleChange, servedSchedule } from "./schedule";
import { flowSpecsOf } from "./specsOf";
import { isTransitional } from "./transitions";
import { checkTransformations, servedTransformations } from "./transformations";

const flows: Resource = {
  kind: "flows",
  patchable: [
    "name",
    "description",
    "scheduleParams",
    "transformations",
    "options",
    "sourceConnectionIds",
    "targetConnectionIds",
    "labels",
  ],
  fields: (body, call, world, draft) => {
    if ("state" in body) {
      throw new ServiceError(400, "1410-400", "`State` is not allowed in the create flow request.");
    }
    const spec = specOf(body, "flowSpec", flowSpecsOf(world), world);
    requireText(body, "name");
    const inheritedAttributes = draft ? undefined : checkParts(body, spec, undefined, call, world);
    if (!draft) checkSchedule(body, spec, world);
    const { name, description, labels, sourceConnectionIds, targetConnectionIds } = body;
    const { transformations, scheduleParams } = body;
    const flowSpec = { id: spec.id, version: spec.version };
    const options = coerced(body["options"]);
    return defined({
      ...{ name, description, flowSpec, sourceConnectionIds, targetConnectionIds, inheritedAttributes },
      ...{ transformations, scheduleParams, options, labels: checkedLabels(labels) },
    });
  },
  checkChange: (next, before, call, world) => {
    const options = coerced(next["options"]);
    const derived: Fields = options === undefined ? {} : { options };
    checkedLabels(next["labels"]);
    if (before.state === "draft") return derived;
    const spec = specOf(before, "flowSpec", flowSpecsOf(world), world);
    checkScheduleChange(next, before, world);
    return { ...derived, inheritedAttributes: checkParts(next, spec, before, call, world) };
  },
  checkState: (entity, verb) => {
    if (!isTransitional(entity)) return;
    if (verb === "update") {
      throw new ServiceError(400, "1420-400", `The current state ${entity.state} cannot be updated.`);
    }
    throw new ServiceError(400, "1421-400", `The current state ${entity.state} cannot be transitioned.`);
  },
  checkUnused: () => undefined,
  filled: (entity, world) => {
    const filled = { ...entity, runs: `/runs?property=flowId==${entity.id}` };
    return world.switches.nullsForAbsent ? withNulls(filled) : filled;
  },
  shown: (filled, world) => {
    const shown = { ...filled };
    if (isFields(filled["scheduleParams"])) {
      shown["scheduleParams"] = servedSchedule(part(filled, "scheduleParams"), world);
    }
    if ("transformations" in filled) {
      shown["transformations"] = servedTransformations(filled["transformations"], world);
    }
    return shown;
  },
  patchResponse: idAndEtag,
};

export const flowRoutes: Route[] = [...resourceRoutes(flows), actionRoute(flows)];

/** Checks the parts of a flow and returns the attributes that it inherits from them. */
function checkParts(
  flow: Fields,
  spec: FlowSpec,
  before: Fields | undefined,
  call: Call,
  world: World,
): Fields {
  const source = onlyOne(flow, "sourceConnectionIds", "sourceConnections", call, world);
  const target = onlyOne(flow, "targetConnectionIds", "targetConnections", call, world);
  const sourceSpecId = String(part(source, "connectionSpec")["id"]);
  if (spec.sourceConnectionSpecIds.length > 0 && !spec.sourceConnectionSpecIds.includes(sourceSpecId)) {
    const message = `The provided connector type = ${sourceSpecId} is not supported for this operation: flow spec ${spec.id} does not serve it.`;
    throw new ServiceError(400, "1305-400", message);
  }
  checkTransformations(flow, spec, source, target, before, call, world);
  const metaOf = (entity: Entity) => {
    const { id, connectionSpec } = entity;
    return { id, connectionSpec, ...part(entity, "inheritedAttributes") };
  };
  return {
    properties: { isSourceFlow: true },
    sourceConnections: [metaOf(source)],
    targetConnections: [metaOf(target)],
  };
}

function onlyOne(
  flow: Fields,
  field: "sourceConnectionIds" | "targetConnectionIds",
  kind: "sourceConnections" | "targetConnections",
  call: Call,
  world: World,
): Entity {
  if (!Array.isArray(flow[field]))
    throw new ServiceError(400, "1320-400", `The ${field} cannot be null or empty.`);
  const size = flow[field].length;
  const id = idsOf(flow, field)[0];
  if (size !== 1 || id === undefined) {
    throw new ServiceError(
      400,
      "1321-400",
      `The length of ${field} should be one, supplied size is ${String(size)}.`,
    );
  }
  return referenced(call, world, kind, id);
}

/** Such as ["core/C12"]. */
function checkedLabels(labels: unknown): unknown {
  if (labels === undefined || labels === null) return undefined;
  if (Array.isArray(labels) && labels.every((label) => typeof label === "string")) return labels;
  throw new ServiceError(400, "1312-400", "The provided param is not a valid input for property=labels.");
}

/** The service converts "10" into 10 (see partial ingestion in Adobe's sample of PATCH and of the GET after it). */
function coerced(options: unknown): Fields | undefined {
  if (!isFields(options)) return undefined;
  const percent = options["partialIngestionPercent"];
  const number = Number(percent);
  if (percent !== undefined && !(number > 0 && number <= 100)) {
    const message = `The provided param value ${String(percent)} is not a valid input for property=partialIngestionPercent.`;
    throw new ServiceError(400, "1312-400", message);
  }
  const diagnostics = options["errorDiagnosticsEnabled"];
  return defined({
    ...options,
    partialIngestionPercent: percent === undefined ? undefined : number,
    errorDiagnosticsEnabled: typeof diagnostics === "string" ? diagnostics === "true" : diagnostics,
  });
}

function withNulls(flow: Fields): Fields {
  const options = { isSampleDataflow: false, ...part(flow, "options") };
  return { labels: [], recordTypes: [], lastRunDetails: {}, ...flow, options };
}
