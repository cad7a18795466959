import { get } from "../../../../provider/values/propertyPath";
import { flow, mappingSet } from "../cast";
import { pathOf } from "../kinds";
import { isSuccess, NotObserved, outcome } from "../notObserved";
import { byAcceptance, type Observation, seen } from "../observation";
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
    observe: async (scene) => byAcceptance(await put(scene, "pulumiAepProbe.none"), "free", "checked"),
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

async function put(scene: Scene, destination?: string) {
  const { id, body } = await mappingSet(scene);
  const mappings = [{ sourceType: "ATTRIBUTE", source: "note", destination }];
  const changed = destination === undefined ? body : { ...body, mappings };
  return scene.workshop.call({ method: "PUT", path: pathOf("mappingSets", id), body: changed });
}

function secondVersion(scene: Scene): Promise<number> {
  return scene.once("second version", async () => {
    const response = await put(scene);
    const version = get(response.body, ["version"]);
    if (isSuccess(response) && version !== undefined) return Number(version);
    throw new NotObserved(outcome(response));
  });
}
