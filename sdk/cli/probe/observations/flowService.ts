import { get } from "../../../../provider/values/propertyPath";
import { source, specs } from "../cast";
import { kinds, pathOf } from "../kinds";
import { codeOf, NotObserved, outcome } from "../notObserved";
import { byAcceptance, type Observation, seen } from "../observation";
import type { Scene } from "../scene";

/** "Steam data with transformation" (Adobe's spelling) and "Stream data with optional transformation". */
const streamingFlowSpecs = ["c1a19761-d2c7-4702-b9fa-fe91f0613e81", "d69717ba-71b4-4313-b654-49f9cf126d7a"];

/** Flow Service: errors, lists and specifications. */
export const flowServiceObservations: Observation[] = [
  {
    switch: "flowErrorShape",
    behaviour: "Body of an error of Flow Service",
    documented: "type with a FLOW- code and a report; older samples have errorMessage and errorDetails alone",
    meaning: "The provider reads each form. Without a code, it cannot tell all errors apart.",
    observe: async (scene) => {
      const { body } = await unknownFlow(scene);
      const type = get(body, ["type"]);
      if (typeof type === "string" && type.includes("FLOW-")) return seen("real", "type with a FLOW- code");
      if (get(body, ["errorCode"]) !== undefined) return seen("code", "errorCode");
      if (get(body, ["errorMessage"]) !== undefined) return seen("bare", "errorMessage alone");
      throw new NotObserved("the body has none of the known forms");
    },
  },
  {
    switch: "notFoundCode",
    behaviour: "An unknown id in Flow Service",
    documented: "FLOW-1439-404, 1101-404 or 1439-400",
    meaning: "The provider takes each of them as a deleted object.",
    observe: async (scene) => {
      const response = await unknownFlow(scene);
      const code = codeOf(response).replace("FLOW-", "");
      if (["1439-404", "1101-404", "1439-400"].includes(code)) return seen(code, outcome(response));
      throw new NotObserved(outcome(response));
    },
  },
  {
    switch: "streamingFlowSpecs",
    behaviour: "The flow specs that list the HTTP API",
    documented: "two in the tutorial, one in older documents",
    meaning: "None: the provider prefers the one in its catalogue of connectors.",
    observe: async ({ workshop }) => {
      const lists = [];
      for (const id of streamingFlowSpecs) {
        const { body } = await workshop.get(`/flowservice/flowSpecs/${id}`);
        lists.push(get(body, ["items", 0, "sourceConnectionSpecIds"]));
      }
      const count = lists.filter((list) => Array.isArray(list) && list.includes(specs.httpApi.id)).length;
      if (count === 0) throw new NotObserved("neither flow spec lists it");
      return count === 2 ? seen("current", "both") : seen("separate", "one");
    },
  },
  {
    switch: "limitTooHigh",
    behaviour: "A list of Flow Service with limit=101",
    documented: "100 is the largest limit",
    meaning: "None: the provider sends smaller limits.",
    observe: async ({ workshop }) =>
      byAcceptance(await workshop.get(`${kinds.flows.path}?limit=101`), "cap", "refuse"),
  },
  {
    switch: "defaultPageSize",
    behaviour: "Length of a page of Flow Service without limit",
    documented: "not described",
    meaning: "None: the provider follows the links to the next page.",
    observe: async (scene) => {
      await source(scene);
      for (const kind of ["flows", "sourceConnections", "connections"] as const) {
        const { body } = await scene.workshop.get(kinds[kind].path);
        const items = get(body, ["items"]);
        const hasNext = get(body, ["_links", "next", "href"]) !== undefined;
        if (hasNext && Array.isArray(items)) return seen(items.length);
      }
      throw new NotObserved("the sandbox has no list of Flow Service with two pages");
    },
  },
];

function unknownFlow(scene: Scene) {
  return scene.once("unknown flow", () =>
    scene.workshop.get(pathOf("flows", "00000000-0000-4000-8000-000000000000")),
  );
}
