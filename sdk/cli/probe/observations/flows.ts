import { get } from "../../../../provider/values/propertyPath";
import { flow, flowBody, source, streamingFlow } from "../cast";
import { pathOf } from "../kinds";
import { isSuccess, NotObserved, outcome } from "../notObserved";
import { acceptance, byAcceptance, type Observation, seen } from "../observation";
import type { Scene } from "../scene";

const mappingVersion = ["transformations", 0, "params", "mappingVersion"];

/** Flow Service: dataflows. */
export const flowObservations: Observation[] = [
  {
    switch: "scheduleForm",
    behaviour: "Numbers and texts of scheduleParams in a GET",
    documented: "strings in samples, mixed in the OpenAPI file",
    meaning: "None: both spellings are the same value.",
    observe: async (scene) => {
      const schedule = get((await flow(scene)).ready.item, ["scheduleParams"]);
      const form = formOf(get(schedule, ["startTime"]), get(schedule, ["interval"]));
      return seen(form);
    },
  },
  {
    switch: "mappingVersionForm",
    behaviour: "Number or text of mappingVersion in a GET",
    documented: '0 in one document, "0" in another',
    meaning: "None: both spellings are the same value.",
    observe: async (scene) => {
      const { id, ready } = await flow(scene);
      const number = get(ready.item, mappingVersion);
      const path = `/${mappingVersion.join("/")}`;
      const response = await scene.workshop.patch("flows", id, [
        { op: "replace", path, value: String(number) },
      ]);
      if (!isSuccess(response)) throw new NotObserved(outcome(response));
      const { item } = await scene.workshop.untilReady("flows", id);
      return seen(formOf(number, get(item, mappingVersion)));
    },
  },
  {
    question: "C12",
    behaviour: "options in the create of a dataflow",
    documented: "options are described for GET and PATCH only",
    meaning: "If they are lost, the first `pulumi refresh` shows a difference.",
    observe: async (scene) => {
      const options = get((await flow(scene)).ready.item, ["options"]);
      return { text: Number(get(options, ["partialIngestionPercent"])) === 5 ? "stored" : "lost" };
    },
  },
  {
    switch: "repeatedAction",
    behaviour: "Enabling an enabled dataflow",
    documented: "1422-400 may apply",
    meaning: "None: the provider reads the state first.",
    observe: async (scene) => byAcceptance(await act(scene, "enable"), "accept", "refuse"),
  },
  {
    question: "C13",
    behaviour: "An action with a wrong If-Match",
    documented: "not described",
    meaning: "If it is accepted, AEP does not protect an action from a change at the same time.",
    observe: async (scene) => acceptance(await act(scene, "disable", { ifMatch: '"pulumi-aep-probe"' })),
  },
  {
    question: "C13",
    behaviour: "An action in upper case, such as op=DISABLE",
    documented: "lower case in guides, upper case in the OpenAPI file",
    meaning: "None: the provider writes lower case.",
    observe: async (scene) => {
      const { item } = await scene.workshop.untilReady("flows", (await flow(scene)).id);
      const isEnabled = get(item, ["state"]) === "enabled";
      return acceptance(await act(scene, isEnabled ? "DISABLE" : "ENABLE"));
    },
  },
  {
    switch: "pastStartTime",
    behaviour: "A dataflow with a start time in the past",
    documented: "forbidden by 1360-400, used in samples",
    meaning: "If it is refused, a program without startTime starts a moment later.",
    observe: async (scene) => {
      const body = await changedFlow(scene, "past start");
      const scheduleParams = {
        ...(body["scheduleParams"] as object),
        startTime: 1_600_000_000,
        backfill: false,
      };
      const { response } = await scene.workshop.tryCreate("flows", { ...body, scheduleParams });
      return byAcceptance(response, "accept", "refuse");
    },
  },
  {
    switch: "copyAppendMode",
    behaviour: "The transformation Copy with mode append",
    documented: "used in the older tutorial, forbidden by 1368-400",
    meaning: "None: the provider does not add it. If it is refused, remove it from older programs.",
    observe: async (scene) => {
      const body = await changedFlow(scene, "append");
      const copy = { name: "Copy", params: { mode: "append" } };
      const transformations = [...(body["transformations"] as object[]), copy];
      const { response } = await scene.workshop.tryCreate("flows", { ...body, transformations });
      return byAcceptance(response, "accept", "refuse");
    },
  },
  {
    switch: "usedConnections",
    behaviour: "DELETE of a source connection that an active dataflow uses",
    documented: "1447-400 suggests a refusal",
    meaning: "None: Pulumi deletes the dataflow first.",
    observe: async (scene) => {
      await act(scene, "enable");
      await scene.workshop.untilReady("flows", (await flow(scene)).id);
      const { id } = await source(scene);
      return byAcceptance(await scene.workshop.remove("sourceConnections", id), "accept", "refuse");
    },
  },
  {
    question: "C21",
    behaviour: "PATCH of a streaming dataflow",
    documented: "the flow spec marks it as not supported",
    meaning: "If it is refused, change the dataflow with `pulumi up --replace`.",
    observe: async (scene) => {
      const { id } = await streamingFlow(scene);
      const operations = [{ op: "add", path: "/description", value: "probe" }];
      return acceptance(await scene.workshop.patch("flows", id, operations));
    },
  },
];

/** `number` was sent as a number, `text` as a text. */
function formOf(number: unknown, text: unknown): string {
  const types = `${typeof number} ${typeof text}`;
  if (types === "number string") return "asSent";
  if (types === "string string") return "strings";
  if (types === "string number") return "flipped";
  throw new NotObserved(`types are ${types}`);
}

async function act(scene: Scene, op: string, more: { ifMatch?: string } = {}) {
  const { id } = await flow(scene);
  await scene.workshop.untilReady("flows", id);
  return scene.workshop.call({ method: "POST", path: `${pathOf("flows", id)}/action?op=${op}`, ...more });
}

/** The body of another dataflow. A refusal is about the change only if the usual body is accepted. */
async function changedFlow(scene: Scene, what: string) {
  await flow(scene);
  return flowBody(scene, what);
}
