import { get } from "../../../../provider/values/propertyPath";
import { fieldGroup, profileClass, schema, shortSchema } from "../cast";
import { pathOf } from "../kinds";
import { codeOf, isSuccess, NotObserved, outcome } from "../notObserved";
import { acceptance, byAcceptance, type Observation, seen } from "../observation";
import { list, lookup } from "../registryForms";
import type { Scene } from "../scene";

const tenantSchemas = "/schemaregistry/tenant/schemas";

/** Schema Registry. */
export const registryObservations: Observation[] = [
  {
    switch: "registryAcceptRefusal",
    behaviour: "A wrong Accept header",
    documented: "400 (XDM-1006 to 1009), or 406 in older documents",
    meaning: "None: the provider sends the documented headers.",
    observe: async (scene) => {
      const { status } = await refusedAccept(scene);
      if (status === 400 || status === 406) return seen(status);
      throw new NotObserved(`HTTP ${status}`);
    },
  },
  {
    switch: "registryErrorShape",
    behaviour: "Body of an error of the Schema Registry",
    documented: "a report with a code, or a generic body in older guides",
    meaning: "The provider reads both forms. Without a code, it cannot tell all errors apart.",
    observe: async ({ workshop }) => {
      const response = await workshop.get(`${tenantSchemas}/pulumi-aep-probe-none`, { accept: lookup });
      if (isSuccess(response)) throw new NotObserved("an unknown id was found");
      return codeOf(response).startsWith("XDM-")
        ? seen("current", outcome(response))
        : seen("generic", outcome(response));
    },
  },
  {
    switch: "registryMandatoryFields",
    behaviour: "A new schema without type and description",
    documented: "both are mandatory in the OpenAPI file; Adobe's Python library does not send type",
    meaning: "None: the provider sends both.",
    observe: async (scene) =>
      (await shortSchema(scene)).accepted ? seen("title", "accepted") : seen("openapi", "refused"),
  },
  {
    switch: "registryTenantSeesGlobal",
    behaviour: "Standard classes can be read from the container tenant",
    documented: "Adobe's Python library reads them there",
    meaning: "None: the look-up of a schema searches both containers.",
    observe: async ({ workshop }) => {
      const path = `/schemaregistry/tenant/classes/${encodeURIComponent(profileClass)}`;
      const response = await workshop.get(path, { accept: lookup });
      if (isSuccess(response)) return seen(true, outcome(response));
      if (response.status === 404) return seen(false, outcome(response));
      throw new NotObserved(outcome(response));
    },
  },
  {
    switch: "registryEtag",
    behaviour: "meta:registryMetadata has an eTag",
    documented: "in samples",
    meaning: "None: no document has a use for it.",
    observe: async (scene) => {
      const { stored } = await schema(scene);
      return seen(get(stored.body, ["meta:registryMetadata", "eTag"]) !== undefined);
    },
  },
  {
    switch: "registryFieldTypes",
    behaviour: "Fields of a stored field group have meta:xdmType",
    documented: "in newer samples",
    meaning: "None: it is no difference.",
    observe: async (scene) => {
      const { stored } = await fieldGroup(scene);
      const fields = get(stored.body, ["definitions", "customFields", "properties", await scene.tenant()]);
      return seen(get(fields, ["meta:xdmType"]) !== undefined);
    },
  },
  {
    switch: "registryOrderbyMandatory",
    behaviour: "A list with limit and without orderby is refused",
    documented: "orderby is mandatory in the OpenAPI file; Adobe's Python library does not send it",
    meaning: "None: the provider sends orderby.",
    observe: async ({ workshop }) =>
      byAcceptance(await workshop.get(`${tenantSchemas}?limit=1`, { accept: list }), false, true),
  },
  {
    switch: "registryLagSeconds",
    behaviour: "Seconds until a GET finds a new field group",
    documented: "not described; tools saw up to 20 s",
    meaning: "The provider waits for about 30 s.",
    observe: async (scene) => seen(Math.round((await fieldGroup(scene)).absentMs / 1000)),
  },
  {
    switch: "registryFieldGroupIds",
    behaviour: "Ids of field groups contain mixins",
    documented: "mixins in recorded bodies, fieldgroups in some guides",
    meaning: "None: both are accepted.",
    observe: async (scene) =>
      seen((await fieldGroup(scene)).id.includes("/mixins/") ? "mixins" : "fieldgroups"),
  },
  {
    switch: "registryContainerId",
    behaviour: "meta:containerId of an own schema",
    documented: "the id of the sandbox in recorded bodies, tenant in older ones",
    meaning: "None: it is no difference.",
    observe: async (scene) => {
      const container = get((await schema(scene)).stored.body, ["meta:containerId"]);
      return seen(container === "tenant" ? "tenant" : "sandbox");
    },
  },
  {
    switch: "registryAccessFlags",
    behaviour: "GET shows meta:allFieldAccess",
    documented: "in recorded bodies, in no guide",
    meaning: "None: it is no difference, and the provider does not send it.",
    observe: async (scene) =>
      seen(get((await schema(scene)).stored.body, ["meta:allFieldAccess"]) !== undefined),
  },
  {
    switch: "registryServerKeys",
    behaviour: "PUT of a schema with meta:extends",
    documented: "not described; XDM-1500-400 has been seen",
    meaning: "None: the provider does not send it.",
    observe: async (scene) => {
      const { id, stored } = await schema(scene);
      const sent = ["title", "description", "type", "allOf", "meta:extends"];
      const body = Object.fromEntries(sent.map((key) => [key, get(stored.body, [key])]));
      const response = await scene.workshop.call({ method: "PUT", path: pathOf("schemas", id), body });
      return byAcceptance(response, "ignored", "refused");
    },
  },
  {
    switch: "registryBodyType",
    behaviour: "The content type application/json-patch+json",
    documented: "415 in recorded traffic; a tool of Adobe sends it",
    meaning: "None: the provider sends application/json.",
    observe: async (scene) => {
      const path = pathOf("fieldgroups", (await fieldGroup(scene)).id);
      const body = [{ op: "replace", path: "/description", value: "probe" }];
      const contentType = "application/json-patch+json";
      const response = await scene.workshop.call({ method: "PATCH", path, body, contentType });
      if (isSuccess(response)) return seen("any", `accepted (${outcome(response)})`);
      if (response.status === 415) return seen("json", `refused (${outcome(response)})`);
      throw new NotObserved(outcome(response));
    },
  },
  {
    question: "C24",
    behaviour: "Accept application/vnd.adobe.xdm+json",
    documented: "sent by Adobe's Python library",
    meaning: "None: the provider sends the xed forms.",
    observe: async (scene) => {
      const accept = "application/vnd.adobe.xdm+json;version=1";
      return acceptance(await scene.workshop.get(pathOf("schemas", (await schema(scene)).id), { accept }));
    },
  },
  {
    question: "C28",
    behaviour: "meta:altId begins with an underscore",
    documented: "yes; the older tutorial shows none",
    meaning: "None: both are accepted.",
    observe: async (scene) => {
      const id = get((await schema(scene)).stored.body, ["meta:altId"]);
      return { text: String(id).startsWith("_") ? "yes" : "no" };
    },
  },
  {
    switch: "registryTitles",
    behaviour: "Two schemas with the same title",
    documented: "refused (XDM-1521-400); duplicates have been reported",
    meaning: "If they are accepted, the title does not protect from a second object.",
    observe: async (scene) => {
      const { id } = await schema(scene);
      const title = get((await scene.workshop.get(pathOf("schemas", id), { accept: lookup })).body, [
        "title",
      ]);
      const body = { title, description: "", type: "object", allOf: [{ $ref: profileClass }] };
      return byAcceptance((await scene.workshop.tryCreate("schemas", body)).response, "any", "unique");
    },
  },
];

/** After all others: if AEP accepts the deletion, the field group is gone. */
export const fieldGroupDeletion: Observation = {
  switch: "registryReferencedDeletion",
  behaviour: "DELETE of a field group that a schema uses",
  documented: "described for schemas only, which are refused",
  meaning: "None: Pulumi deletes the schema first.",
  observe: async (scene) => {
    await schema(scene);
    const response = await scene.workshop.remove("fieldgroups", (await fieldGroup(scene)).id);
    return byAcceptance(response, "allowed", "refused");
  },
};

function refusedAccept(scene: Scene) {
  return scene.once("refused Accept", async () => {
    const response = await scene.workshop.get(tenantSchemas, { accept: "application/vnd.adobe.probe+json" });
    if (!isSuccess(response)) return response;
    throw new NotObserved("the header was accepted");
  });
}
