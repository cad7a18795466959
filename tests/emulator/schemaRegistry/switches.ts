import type { SwitchDefinition } from "../service";

/** Switches of the emulated Schema Registry, where Adobe's documents are silent or disagree. */
export const schemaRegistrySwitches = {
  registryAcceptRefusal: {
    default: 400 as 400 | 406,
    reason:
      "An invalid Accept header is a 400 (XDM-1006 to 1009) in the troubleshooting guide and OpenAPI file, a 406 in older documents.",
  },
  registryMandatoryFields: {
    default: "title" as "title" | "openapi",
    reason: "The OpenAPI file also requires type and description. Adobe's Python library does not send type.",
  },
  registryTenantSeesGlobal: {
    default: true,
    reason: "Adobe's Python library reads standard classes and field groups from the container tenant.",
  },
  registryEtag: {
    default: true,
    reason: "Samples show meta:registryMetadata.eTag, but no guide uses it. A client must work without it.",
  },
  registryOrderbyMandatory: {
    default: false,
    reason:
      "The OpenAPI file requires orderby with limit and start. Adobe's Python library sends limit=300 alone.",
  },
  registryIdentityProperty: {
    default: "required" as "required" | "optional",
    older: "optional",
    reason:
      "Recorded errors and Adobe's schema of descriptors require xdm:property. No guide says so, and clients omit it.",
  },
  registryNamespaces: {
    default: "checked" as "checked" | "unchecked",
    older: "unchecked",
    reason: "Field notes show XDM-1810-400 for an unknown identity namespace. No recorded body shows it.",
  },
  registryDuplicateDescriptors: {
    default: "refused" as "refused" | "accepted",
    older: "accepted",
    reason:
      "Working tools expect an error if the descriptor exists. No document says which descriptors are the same.",
  },
  registryLagSeconds: {
    default: 0,
    reason:
      "Tools saw old bodies for 2 s after a write, and 404 for a new schema for up to 20 s. A GET is this old, a list a third.",
  },
  registryBodyType: {
    default: "json" as "json" | "any",
    older: "any",
    reason:
      "Recorded traffic shows 415 for JSON Patch's media type and Adobe's own. A tool of Adobe sends JSON Patch's.",
  },
  registryTitles: {
    default: "unique" as "unique" | "any",
    reason:
      "The troubleshooting guide has XDM-1521-400. Two teams report duplicate titles after repeated creates.",
  },
  registryFieldGroupIds: {
    default: "mixins" as "mixins" | "fieldgroups",
    older: "fieldgroups",
    reason: "Recorded ids and meta:resourceType have the former name mixins. Some guides show fieldgroups.",
  },
  registryContainerId: {
    default: "sandbox" as "sandbox" | "tenant",
    older: "tenant",
    reason: "meta:containerId is the id of the sandbox in newer recorded bodies, and tenant in older ones.",
  },
  registryAccessFlags: {
    default: true,
    older: false,
    reason:
      "Recorded reads have meta:allFieldAccess, and those of schemas meta:descriptorStatus. The guides show neither.",
  },
  registryServerKeys: {
    default: "refused" as "refused" | "ignored",
    older: "ignored",
    reason:
      "Field notes show XDM-1500-400 for a PUT with meta:extends. Adobe's guide to PUT says nothing about it.",
  },
  registryDescriptorPutStatus: {
    default: 200 as 200 | 201,
    reason: "PUT of a descriptor returns 200 in the OpenAPI file, and 201 in the descriptors guide.",
  },
  registryFieldTypes: {
    default: true,
    reason: "Newer samples show meta:xdmType in every field of a stored resource; older samples do not.",
  },
  registryReferencedDeletion: {
    default: "refused" as "refused" | "allowed",
    reason:
      "Adobe documents that a schema in use cannot be deleted. For the resources that it refers to, no document says so.",
  },
  registryUnionDeletion: {
    default: "refused" as "refused" | "allowed",
    reason:
      "In the composition guide a schema in use cannot be deleted, and enabling it for Profile is a use. No guide shows the error.",
  },
  registryErrorShape: {
    default: "current" as "current" | "generic",
    older: "generic",
    reason:
      "All recorded errors have a code in type and a report. Some guides still show the generic body without them.",
  },
} satisfies Record<string, SwitchDefinition>;
