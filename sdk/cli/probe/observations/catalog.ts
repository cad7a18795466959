import { get, isObject } from "../../../../provider/values/propertyPath";
import { contentType, dataset, schema, shortSchema, target } from "../cast";
import { pathOf } from "../kinds";
import { isSuccess, NotObserved, outcome } from "../notObserved";
import { acceptance, byAcceptance, type Observation, seen } from "../observation";
import type { Scene } from "../scene";

/** Catalog. */
export const catalogObservations: Observation[] = [
  {
    switch: "catalogEtagHeader",
    behaviour: "The header with the etag of a dataset",
    documented: "E-Tag in prose, ETag in HTTP, none in the OpenAPI file",
    meaning: "Without it, a change at the same time can be lost.",
    observe: async (scene) => {
      const { headers } = await storedDataset(scene);
      if (headers["e-tag"] !== undefined) return seen("E-Tag");
      return headers["etag"] !== undefined ? seen("ETag") : seen("absent");
    },
  },
  {
    switch: "catalogEtagValue",
    behaviour: "The etag of a dataset",
    documented: "the version in samples, the date of the update in the OpenAPI file",
    meaning: "None: the provider sends back the etag that it read.",
    observe: async (scene) => {
      const response = await storedDataset(scene);
      const etag = (response.headers["e-tag"] ?? response.headers["etag"])?.replace(/^(?:W\/)?"(.*)"$/, "$1");
      const { version, updated } = await itemOf(scene);
      if (etag === undefined) throw new NotObserved("the response has no etag");
      if (etag === String(version)) return seen("version");
      if (etag === String(updated)) return seen("updated");
      throw new NotObserved("the etag is neither the version nor the date of the update");
    },
  },
  {
    switch: "catalogForm",
    behaviour: "fileDescription and state of a new dataset",
    documented: "empty (2025), one key and ACTIVE (2024), three keys and DRAFT (2021)",
    meaning: "None: they are no difference.",
    observe: async (scene) => {
      const { state } = await itemOf(scene);
      const form = { DRAFT: "2021", ACTIVE: "2024", none: "2025" }[String(state ?? "none")];
      if (form === undefined) throw new NotObserved("the state is another one");
      return seen(form, state === undefined ? "no state" : String(state));
    },
  },
  {
    switch: "catalogSystemSeconds",
    behaviour: "Seconds from the create of a dataset to the first write of AEP",
    documented: "not described; bodies show that AEP adds tags",
    meaning: "None: what AEP writes is no difference and no conflict.",
    observe: async (scene) => {
      const first = await itemOf(scene);
      for (let second = 1; second <= systemWriteSeconds; second++) {
        await scene.workshop.client.sleep(1000);
        const { version, created, updated } = await itemOf(scene, await read(scene));
        if (version !== first["version"]) return seen(Math.round((Number(updated) - Number(created)) / 1000));
      }
      throw new NotObserved(`AEP wrote nothing within ${systemWriteSeconds} s`);
    },
  },
  {
    question: "C14",
    behaviour: "PATCH of a dataset with a wrong If-Match",
    documented: "412",
    meaning: "If it is accepted, a change at the same time can be lost.",
    observe: async (scene) => acceptance(await patch(scene, { description: "probe" }, { ifMatch: "0.0.0" })),
  },
  {
    switch: "catalogAddedTags",
    behaviour: "A new dataset has tags that the create did not send",
    documented: "adobe/pqs/table, adobe/siphon/table/format; none in older samples",
    meaning: "None: they are no difference.",
    observe: async (scene) => {
      const { tags } = await itemOf(scene);
      return seen(Object.keys(isObject(tags) ? tags : {}).some((name) => name !== ownTag));
    },
  },
  {
    switch: "catalogContentTypeMinor",
    behaviour: "GET shows the minor version in schemaRef.contentType",
    documented: "in some samples",
    meaning: "None: both spellings are the same value.",
    observe: async (scene) =>
      seen(/version=\d+\.\d+/.test(String(get((await itemOf(scene))["schemaRef"], ["contentType"])))),
  },
  {
    switch: "catalogEmptyFields",
    behaviour: "GET shows empty values for fields that the create did not send",
    documented: "in some samples",
    meaning: "None: they are no difference.",
    observe: async (scene) => {
      const { description, observableSchema } = await itemOf(scene);
      return seen(description === "" || isEmpty(observableSchema));
    },
  },
  {
    switch: "catalogMergeDepth",
    behaviour: "PATCH of a dataset with other tags",
    documented: "not described",
    meaning: "None: the provider changes single tags by JSON Patch.",
    observe: async (scene) => {
      const { tags } = await itemOf(scene, await read(scene));
      const others = Object.entries(isObject(tags) ? tags : {}).filter(([name]) => name !== ownTag);
      const response = await patch(scene, {
        tags: { ...Object.fromEntries(others), pulumiAepProbeB: ["second"] },
      });
      if (!isSuccess(response)) throw new NotObserved(outcome(response));
      const { tags: after } = await itemOf(scene, await read(scene));
      const isThere = get(after, [ownTag]) !== undefined;
      return isThere ? seen("deep", "adds them") : seen("shallow", "replaces all tags");
    },
  },
  {
    switch: "catalogAdobeTags",
    behaviour: "A caller sets a tag whose name begins with adobe",
    documented: "reserved for Adobe",
    meaning: "If it is refused, remove such tags from the program.",
    observe: async (scene) => {
      const operations = [{ op: "add", path: "/tags/adobe~1pulumiAepProbe", value: ["probe"] }];
      const response = await patch(scene, operations, { contentType: "application/json-patch+json" });
      return byAcceptance(response, "accepted", "refused");
    },
  },
  {
    switch: "catalogSchemaChange",
    behaviour: "PATCH of a dataset with another schema",
    documented: "not described",
    meaning: "If it is accepted, the provider still replaces the dataset: its data would not conform.",
    observe: async (scene) => {
      const schemaRef = { id: (await shortSchema(scene)).id, contentType };
      const response = await patch(scene, { schemaRef });
      return byAcceptance(response, "accepted", "refused");
    },
  },
  {
    question: "C19",
    behaviour: "Two datasets with the same name",
    documented: "not described",
    meaning: "If they are refused, a replacement with the same name needs `deleteBeforeReplace`.",
    observe: async (scene) => {
      await dataset(scene);
      const schemaRef = { id: (await schema(scene)).id, contentType };
      return acceptance(
        (await scene.workshop.tryCreate("dataSets", { name: scene.name("dataset"), schemaRef })).response,
      );
    },
  },
  {
    switch: "catalogDeleteMissing",
    behaviour: "DELETE of a dataset that does not exist",
    documented: "200 with an empty list",
    meaning: "None: both mean that the dataset is gone.",
    observe: async (scene) => {
      const response = await scene.workshop.call({
        method: "DELETE",
        path: pathOf("dataSets", "0".repeat(24)),
      });
      if (response.status === 404) return seen("404", outcome(response));
      if (isSuccess(response)) return seen("empty", outcome(response));
      throw new NotObserved(outcome(response));
    },
  },
];

/** After all others: if AEP accepts such a deletion, the object is gone. */
export const deletionObservations: Observation[] = [
  {
    question: "C16",
    behaviour: "DELETE of a schema that a dataset uses",
    documented: "refused, without the error",
    meaning: "None: Pulumi deletes the dataset first.",
    observe: async (scene) => {
      await dataset(scene);
      return acceptance(await scene.workshop.remove("schemas", (await schema(scene)).id));
    },
  },
  {
    question: "C16",
    behaviour: "DELETE of a dataset that a target connection uses",
    documented: "not described",
    meaning: "None: Pulumi deletes the target connection first.",
    observe: async (scene) => {
      await target(scene);
      return acceptance(await scene.workshop.remove("dataSets", (await dataset(scene)).id));
    },
  },
];

const systemWriteSeconds = 4;

const ownTag = "pulumiAepProbe";

async function read(scene: Scene) {
  return scene.workshop.get(pathOf("dataSets", (await dataset(scene)).id));
}

/** The dataset as the first GET showed it. */
function storedDataset(scene: Scene) {
  return scene.once("stored dataset", () => read(scene));
}

async function itemOf(scene: Scene, response?: { body: unknown }): Promise<Record<string, unknown>> {
  const { body } = response ?? (await storedDataset(scene));
  const item = get(body, [(await dataset(scene)).id]);
  if (isObject(item)) return item;
  throw new NotObserved("the dataset cannot be read");
}

async function patch(scene: Scene, body: unknown, more: { ifMatch?: string; contentType?: string } = {}) {
  const { id } = await dataset(scene);
  return scene.workshop.call({ method: "PATCH", path: pathOf("dataSets", id), body, ...more });
}

function isEmpty(value: unknown): boolean {
  return isObject(value) && Object.keys(value).length === 0;
}
