import type { Choice } from "../service";

/** Choices of the emulated Schema Registry where Adobe's documents are silent or disagree. */
export const schemaRegistrySwitches = {
  registryAcceptRefusal: {
    default: 400 as 400 | 406,
    reason:
      "Troubleshooting guide and OpenAPI file refuse an Accept header with 400, XDM-1006 to 1009; older text: 406.",
  },
  registryMandatoryFields: {
    default: "title" as "title" | "openapi",
    reason: "The OpenAPI file demands type and description as well; Adobe's Python library leaves type out.",
  },
  registryTenantSeesGlobal: {
    default: true,
    reason: "Adobe's Python library looks standard classes and field groups up in the container tenant.",
  },
  registryEtag: {
    default: true,
    reason:
      "meta:registryMetadata.eTag stands in samples, but no guide uses it: a client must live without it.",
  },
  registryOrderbyMandatory: {
    default: false,
    reason:
      "The OpenAPI file wants orderby beside limit and start; Adobe's Python library sends limit=300 alone.",
  },
  registryDescriptorPutStatus: {
    default: 200 as 200 | 201,
    reason: "The OpenAPI file answers PUT of a descriptor with 200, the descriptors guide with 201.",
  },
  registryFieldTypes: {
    default: true,
    reason: "Newer samples show meta:xdmType in every field of a stored resource, older ones do not.",
  },
  registryReferencedDeletion: {
    default: "refused" as "refused" | "allowed",
    reason:
      "Only for schemas in use is it written that they cannot be deleted; for what they refer to nothing is said.",
  },
  registryUnionDeletion: {
    default: "refused" as "refused" | "allowed",
    reason:
      "The composition guide lets nobody delete a schema that is in use, and enabling it for Profile is a use; no guide shows the refusal.",
  },
  registryErrorShape: {
    default: "current" as "current" | "generic",
    reason: "Some guides still print the generic body of older errors, which has no code.",
  },
} satisfies Record<string, Choice>;
