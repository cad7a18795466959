import { get, isObject } from "../../../../provider/values/propertyPath";
import { httpConnection, source, specs } from "../cast";
import { isSuccess, NotObserved, outcome } from "../notObserved";
import { acceptance, byAcceptance, type Observation, seen } from "../observation";
import type { Scene } from "../scene";

const secret = "probe-value-of-no-account";

/** Flow Service: connections. */
export const connectionObservations: Observation[] = [
  {
    switch: "secretMask",
    behaviour: "A secret in a GET",
    documented: "a partial view of the credentials",
    meaning:
      "None for a mask: the provider does not compare secrets with what AEP shows. Plain secrets would be a leak.",
    observe: async (scene) => {
      const { ready } = await scene.flowService(
        "connections",
        draftConnection(scene, specs.sftp),
        "?mode=draft",
      );
      const mask = get(ready.item, ["auth", "params", "password"]);
      return seen(maskForm(mask));
    },
  },
  {
    switch: "missingSpecVersion",
    behaviour: "A connectionSpec without version",
    documented: "422, or the newest version is used",
    meaning: "None: the provider sends 1.0 if the program has no version.",
    observe: async (scene) => {
      const body = draftConnection(scene, { id: specs.sftp.id });
      const { response } = await scene.workshop.tryCreate("connections", body, "?mode=draft");
      return byAcceptance(response, "newest", "refuse");
    },
  },
  {
    switch: "unknownAuthParams",
    behaviour: "An auth parameter that the specification lacks",
    documented: "not described; the specifications do not forbid it",
    meaning: "If AEP refuses it, so does `pulumi up`, after a preview without an error.",
    observe: async (scene) =>
      (await httpConnection(scene)).acceptsUnknown ? seen("accept", "accepted") : seen("refuse", "refused"),
  },
  {
    switch: "addedAuthParams",
    behaviour: "GET shows auth parameters that the create did not send",
    documented: "authorizedDate and orgId for some connectors",
    meaning: "None: they are no difference.",
    observe: async (scene) => {
      const params = get((await httpConnection(scene)).ready.item, ["auth", "params"]);
      return seen(["authorizedDate", "orgId"].some((name) => get(params, [name]) !== undefined));
    },
  },
  {
    question: "C22",
    behaviour: "A connection without providerId",
    documented: "providerId is in samples of streaming connectors, not in the schema",
    meaning: "The provider does not send it.",
    observe: async (scene) => acceptance((await httpConnection(scene)).created),
  },
  {
    switch: "asyncPolls",
    behaviour: "GETs of a new connection that show a transitional state (1 s, 2 s, 4 s ... apart)",
    documented: "samples show up to 90 s",
    meaning: "`pulumi up` waits for the final state.",
    observe: async (scene) => {
      const { pending, waitedMs } = (await httpConnection(scene)).ready;
      return seen(pending.length, `${pending.length} in ${Math.round(waitedMs / 1000)} s`);
    },
  },
  {
    switch: "initializingWithoutEtag",
    behaviour: "A connection in the state initializing has no etag",
    documented: "one sample shows none",
    meaning: "None: the provider waits before it changes such a connection.",
    observe: async (scene) => {
      const { pending } = (await httpConnection(scene)).ready;
      const item = pending
        .map(({ body }) => get(body, ["items", 0]))
        .find((one) => get(one, ["state"]) === "initializing");
      if (item === undefined) throw new NotObserved("no connection was seen in the state initializing");
      return seen(get(item, ["etag"]) === undefined);
    },
  },
  {
    switch: "missingData",
    behaviour: "A streaming source connection without data",
    documented: "mandatory; a tutorial sends none",
    meaning: "If it is refused, the program must set data.format.",
    observe: async (scene) => {
      const baseConnectionId = (await httpConnection(scene)).id;
      const body = { name: scene.name("without data"), baseConnectionId, connectionSpec: specs.httpApi };
      const { response } = await scene.workshop.tryCreate("sourceConnections", body);
      return byAcceptance(response, "accept", "refuse");
    },
  },
  {
    question: "C25",
    behaviour: "The response to a create has an etag",
    documented: "yes; the older tutorial shows none",
    meaning: "None: the provider reads the object.",
    observe: async (scene) => ({
      text: typeof get((await source(scene)).created.body, ["etag"]) === "string" ? "yes" : "no",
    }),
  },
  {
    switch: "nullsForAbsent",
    behaviour: "GET shows null or empty values for fields that the create did not send",
    documented: "in some samples",
    meaning: "None: they are no difference.",
    observe: async (scene) => {
      const { item } = (await source(scene)).ready;
      const added = [
        get(item, ["data", "schema"]),
        get(item, ["data", "properties"]),
        get(item, ["params", "columns"]),
      ];
      return seen(added.some((value) => value !== undefined));
    },
  },
  {
    switch: "pairPatchReply",
    behaviour: "The response to PATCH of a source connection",
    documented: "a list of one item, or id and etag",
    meaning: "None: the provider reads the object.",
    observe: async (scene) => {
      const { id } = await source(scene);
      const operations = [{ op: "add", path: "/description", value: scene.name("description") }];
      const response = await scene.workshop.patch("sourceConnections", id, operations);
      await scene.workshop.untilReady("sourceConnections", id);
      if (!isSuccess(response)) throw new NotObserved(outcome(response));
      return Array.isArray(get(response.body, ["items"]))
        ? seen("envelope", "a list")
        : seen("etag", "id and etag");
    },
  },
  {
    question: "C19",
    behaviour: "Two source connections with the same name",
    documented: "not described",
    meaning: "If they are refused, a replacement with the same name needs `deleteBeforeReplace`.",
    observe: async (scene) => {
      await source(scene);
      return acceptance((await namesake(scene)).response);
    },
  },
  {
    switch: "deleteStatus",
    behaviour: "The status of a DELETE in Flow Service",
    documented: "204 for sources, 202 for destinations",
    meaning: "None: after each, the provider waits until the object is gone.",
    observe: async (scene) => {
      const { status } = await deletedDraft(scene);
      if (status === 204 || status === 202) return seen(status);
      throw new NotObserved(`HTTP ${status}`);
    },
  },
];

function draftConnection(scene: Scene, connectionSpec: object) {
  const params = { host: "pulumi-aep-probe.invalid", port: 22, userName: "probe", password: secret };
  const auth = { specName: "Basic Authentication for sftp", params };
  return { name: scene.name("draft"), connectionSpec, auth };
}

/** A draft with the name of the source. */
function namesake(scene: Scene) {
  return scene.once("namesake", () => tryDraft(scene, "source"));
}

function tryDraft(scene: Scene, what: string) {
  const body = { name: scene.name(what), connectionSpec: specs.landingZone };
  return scene.workshop.tryCreate("sourceConnections", body, "?mode=draft");
}

/** The response to DELETE of a source connection that no flow uses. */
async function deletedDraft(scene: Scene) {
  const first = await namesake(scene);
  const { id, response } = isSuccess(first.response) ? first : await tryDraft(scene, "to delete");
  if (!isSuccess(response)) throw new NotObserved(`no draft could be made: ${outcome(response)}`);
  return scene.workshop.remove("sourceConnections", id);
}

function maskForm(mask: unknown): string {
  if (mask === undefined || mask === null) return "absent";
  if (mask === secret) return "plain";
  if (mask === "") return "empty";
  const text = isObject(mask) ? "" : String(mask);
  if (/^\*+$/.test(text)) return "stars";
  return text.startsWith(secret.slice(0, 2)) || text.endsWith(secret.slice(-2)) ? "partial" : "fixed";
}
