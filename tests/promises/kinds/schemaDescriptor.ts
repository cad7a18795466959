import { ref } from "../../wire/program";
import type { Kind, Places, Stored } from "../kind";

/** A relationship between two schemas, instead of an identity. */
const relation: Places = {
  type: "xdm:descriptorOneToOne",
  namespace: undefined,
  property: undefined,
  isPrimary: undefined,
  destinationSchema: (use) => ref(use("Schema", "second")).id,
  destinationVersion: 1,
  destinationProperty: "/personalEmail/address",
};

const referenceIdentity: Places = {
  type: "xdm:descriptorReferenceIdentity",
  namespace: undefined,
  property: undefined,
  isPrimary: undefined,
  identityNamespace: "Email",
};

export const schemaDescriptor: Kind = {
  type: "SchemaDescriptor",
  collection: "descriptors",
  path: "/data/foundation/schemaregistry/tenant/descriptors",
  mark: undefined,
  examples: {
    email: (use) => ({
      type: "xdm:descriptorIdentity",
      sourceSchema: ref(use("Schema", "customers")).id,
      sourceVersion: 1,
      sourceProperty: "/personalEmail/address",
      namespace: "Email",
      property: "xdm:code",
      isPrimary: true,
    }),
  },
  changes: [
    {
      field: "namespace",
      what: "another",
      after: { namespace: "CRMID" },
      sends: () => ({ "xdm:namespace": "CRMID", "xdm:isPrimary": true }),
    },
    {
      field: "property",
      what: "another",
      after: { property: "xdm:id" },
      sends: () => ({ "xdm:property": "xdm:id" }),
    },
    {
      field: "property",
      what: "removed",
      before: { property: "xdm:id" },
      after: { property: undefined },
      sends: () => ({ "xdm:property": "xdm:code" }),
    },
    {
      field: "property",
      what: "the default removed",
      after: { property: undefined },
      sends: undefined,
    },
    {
      field: "property",
      what: "the default added",
      before: { property: undefined },
      after: { property: "xdm:code" },
      sends: undefined,
    },
    {
      field: "isPrimary",
      what: "another",
      after: { isPrimary: false },
      sends: () => ({ "xdm:isPrimary": false }),
    },
    {
      field: "isPrimary",
      what: "removed",
      after: { isPrimary: undefined },
      sends: () => ({ "xdm:namespace": "Email" }),
    },
    {
      field: "sourceVersion",
      what: "another",
      after: { sourceVersion: 2 },
      sends: () => ({ "xdm:sourceVersion": 2 }),
    },
    {
      field: "identityNamespace",
      what: "another",
      before: referenceIdentity,
      after: { identityNamespace: "CRMID" },
      sends: () => ({ "xdm:identityNamespace": "CRMID" }),
    },
    {
      field: "destinationSchema",
      what: "another",
      before: { ...relation, destinationProperty: undefined },
      after: { destinationSchema: (use) => ref(use("Schema", "file")).id },
      sends: (id) => ({ "xdm:destinationSchema": id("Schema", "file") }),
    },
    {
      field: "destinationVersion",
      what: "another",
      before: relation,
      after: { destinationVersion: 2 },
      sends: () => ({ "xdm:destinationVersion": 2 }),
    },
    {
      field: "destinationProperty",
      what: "another",
      before: relation,
      after: { destinationProperty: "/person/name/firstName" },
      sends: () => ({ "xdm:destinationProperty": "/person/name/firstName" }),
    },
    {
      field: "destinationProperty",
      what: "removed",
      before: relation,
      after: { destinationProperty: undefined },
      sends: () => ({ "@type": "xdm:descriptorOneToOne" }),
    },
  ],
  replacements: [
    { field: "type", after: referenceIdentity },
    { field: "sourceSchema", after: { sourceSchema: (use) => ref(use("Schema", "second")).id } },
    { field: "sourceProperty", after: { sourceProperty: "/person/name/firstName" } },
  ],
  outsideEdits: [
    {
      field: "namespace",
      edit: (stored: Stored) => (stored["xdm:namespace"] = "CRMID"),
      sends: () => ({ "xdm:namespace": "Email" }),
    },
    {
      field: "property",
      edit: (stored: Stored) => (stored["xdm:property"] = "xdm:id"),
      sends: () => ({ "xdm:property": "xdm:code" }),
    },
    {
      field: "isPrimary",
      edit: (stored: Stored) => (stored["xdm:isPrimary"] = false),
      sends: () => ({ "xdm:isPrimary": true }),
    },
  ],
  writeOnly: [],
  aliases: [],
  afterDeletion: ["create SchemaDescriptor email"],
};
