import { get } from "../../../../provider/values/propertyPath";
import { fieldGroup, fieldPath, profileClass, schema, shortSchema } from "../cast";
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
    meaning: "None: the provider reads them from the container global.",
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
    switch: "registryDescriptorPutStatus",
    behaviour: "The status of PUT of a descriptor",
    documented: "200 in the OpenAPI file, 201 in the guide",
    meaning: "None: both are a success.",
    observe: async (scene) => {
      const descriptor = await descriptorBody(scene);
      const { id } = await scene.workshop.create("descriptors", descriptor);
      const body = { ...descriptor, "xdm:title": { en_us: "Other note" } };
      const response = await scene.workshop.call({ method: "PUT", path: pathOf("descriptors", id), body });
      if (response.status === 200 || response.status === 201) return seen(response.status);
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
    question: "C19",
    behaviour: "Two schemas with the same title",
    documented: "refused (XDM-1521-400); duplicates have been reported",
    meaning: "If they are accepted, the title does not protect from a second object.",
    observe: async (scene) => {
      const { id } = await schema(scene);
      const title = get((await scene.workshop.get(pathOf("schemas", id), { accept: lookup })).body, [
        "title",
      ]);
      const body = { title, description: "", type: "object", allOf: [{ $ref: profileClass }] };
      return acceptance((await scene.workshop.tryCreate("schemas", body)).response);
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

async function descriptorBody(scene: Scene) {
  return {
    "@type": "xdm:alternateDisplayInfo",
    "xdm:sourceSchema": (await schema(scene)).id,
    "xdm:sourceVersion": 1,
    "xdm:sourceProperty": `/${await fieldPath(scene, "/")}`,
    "xdm:title": { en_us: "Note" },
  };
}
