import { get } from "../../../../provider/values/propertyPath";
import { fieldPath, flow, mappingSet, mappingTo } from "../cast";
import { pathOf } from "../kinds";
import { isSuccess, NotObserved, outcome } from "../notObserved";
import { byAcceptance, type Observation, seen, type Value } from "../observation";
import type { Scene } from "../scene";

/** Data Prep. */
export const dataPrepObservations: Observation[] = [
  {
    switch: "mappingSetFirstVersion",
    behaviour: "The version of a new mapping set",
    documented: "0 in the OpenAPI file, 1 in older tutorials",
    meaning: "None: the provider reads the version.",
    observe: async (scene) => {
      const version = Number((await mappingSet(scene)).version);
      if (version === 0 || version === 1) return seen(version);
      throw new NotObserved("the response has no version");
    },
  },
  {
    switch: "mappingSetCreateReply",
    behaviour: "The response to a create of a mapping set",
    documented: "id, version and dates; the whole set in older tutorials",
    meaning: "None: the provider reads the mapping set.",
    observe: async (scene) => {
      const isWhole = Array.isArray(get((await mappingSet(scene)).created.body, ["mappings"]));
      return isWhole ? seen("whole", "the whole set") : seen("short", "id, version and dates");
    },
  },
  {
    switch: "mappingSetListStart",
    behaviour: "A list of mapping sets without start",
    documented: "start is mandatory; Adobe's Python library does not send it",
    meaning: "None: the provider sends start.",
    observe: async ({ workshop }) =>
      byAcceptance(await workshop.get("/conversion/mappingSets?limit=1"), "optional", "mandatory"),
  },
  {
    question: "C15",
    behaviour: "PUT of a mapping set",
    documented: "not described; clients expect a new version",
    meaning: "If the version does not change, a dataflow runs the new mappings at once.",
    observe: async (scene) => {
      const version = await secondVersion(scene);
      return { text: `version ${version} after ${Number((await mappingSet(scene)).version)}` };
    },
  },
  {
    switch: "mappingSetVersionByDefault",
    behaviour: "GET of a mapping set without version",
    documented: "the parameter has the default 0: version 0, or none in particular",
    meaning: "None: the provider asks for the newest version.",
    observe: async (scene) => {
      const newest = await secondVersion(scene);
      const response = await scene.workshop.get(pathOf("mappingSets", (await mappingSet(scene)).id));
      if (isSuccess(response) && Number(get(response.body, ["version"])) === newest) return seen("latest");
      if (isSuccess(response) || response.status === 404)
        return seen("0", `version 0 (${outcome(response)})`);
      throw new NotObserved(outcome(response));
    },
  },
  {
    switch: "mappingDestinations",
    behaviour: "A mapping to a field that the schema does not have",
    documented: "not described",
    meaning: "If it is accepted, only the check of the provider finds the mistake.",
    observe: async (scene) => byMappings(scene, [mappingTo("pulumiAepProbe.none")], "free", "checked"),
  },
  {
    switch: "mappingExpressions",
    behaviour: "A mapping with an unknown function",
    documented: "Data Prep can validate expressions; whether a create does is not described",
    meaning: "If it is accepted, the mistake is found when the dataflow runs.",
    observe: async (scene) => {
      const usual = mappingTo(await fieldPath(scene, "."));
      const mapping = { ...usual, sourceType: "EXPRESSION", source: "pulumi_aep_probe(note)" };
      return byMappings(scene, [mapping], "free", "checked");
    },
  },
  {
    switch: "repeatedDestinations",
    behaviour: "Two mappings to the same field",
    documented: "not described",
    meaning: "None: the provider refuses them.",
    observe: async (scene) => {
      const mapping = mappingTo(await fieldPath(scene, "."));
      return byMappings(scene, [mapping, { ...mapping, source: "other" }], "accept", "refuse");
    },
  },
  {
    switch: "emptyMappingSet",
    behaviour: "A mapping set without mappings",
    documented: "not described",
    meaning: "None: the provider refuses it.",
    observe: async (scene) => byMappings(scene, [], "accept", "refuse"),
  },
];

/** After all observations of the dataflow, which uses the mapping set. */
export const mappingSetDeletion: Observation = {
  switch: "mappingSetDeletion",
  behaviour: "DELETE of a mapping set",
  documented: "not described; Adobe's Python library calls it",
  meaning: "If it is refused, destroyed mapping sets stay in AEP, unused.",
  observe: async (scene) => {
    const used = await flow(scene).catch(() => undefined);
    if (used) await scene.workshop.remove("flows", used.id);
    const response = await scene.workshop.remove("mappingSets", (await mappingSet(scene)).id);
    if (isSuccess(response)) return seen(204, outcome(response));
    if (response.status === 404 || response.status === 405) return seen(response.status, outcome(response));
    throw new NotObserved(outcome(response));
  },
};

/** The set with other mappings, in a PUT: it makes no other set, which might not be deletable. */
async function byMappings(scene: Scene, mappings: object[], accepted: Value, refused: Value) {
  // A refusal is about the mappings only if others are accepted.
  await secondVersion(scene);
  return byAcceptance(await put(scene, { mappings }), accepted, refused);
}

async function put(scene: Scene, changes: object) {
  const { id, body } = await mappingSet(scene);
  return scene.workshop.call({
    method: "PUT",
    path: pathOf("mappingSets", id),
    body: { ...body, ...changes },
  });
}

function secondVersion(scene: Scene): Promise<number> {
  return scene.once("second version", async () => {
    const response = await put(scene, {});
    const version = get(response.body, ["version"]);
    if (isSuccess(response) && version !== undefined) return Number(version);
    throw new NotObserved(outcome(response));
  });
}
