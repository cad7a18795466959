import { ref } from "../../wire/program";
import type { Kind, Stored, Use } from "../kind";

const schemaIdOf = (type: string, name?: string) => (use: Use) => ref(use(type, name)).id;

export const profileEnablement: Kind = {
  type: "ProfileEnablement",
  attachment: {
    owner: "Schema",
    needs: ["SchemaDescriptor email"],
    removeFrom: (stored: Stored) => delete stored["meta:immutableTags"],
    body: { "meta:immutableTags": ["union"] },
    destroySwitches: { registryUnionDeletion: "allowed" },
  },
  collection: "schemas",
  path: "/data/foundation/schemaregistry/tenant/schemas",
  mark: undefined,
  examples: {
    customers: (use) => ({
      schemaId: schemaIdOf("Schema", "customers")(use),
      primaryIdentity: schemaIdOf("SchemaDescriptor")(use),
    }),
  },
  changes: [
    {
      field: "primaryIdentity",
      what: "another",
      after: { primaryIdentity: "f1d0b3a7c2e94d0f8b6a" },
      sends: undefined,
    },
    { field: "primaryIdentity", what: "removed", after: { primaryIdentity: undefined }, sends: undefined },
    {
      field: "primaryIdentity",
      what: "added",
      before: { primaryIdentity: undefined },
      after: { primaryIdentity: schemaIdOf("SchemaDescriptor") },
      sends: undefined,
    },
  ],
  replacements: [
    {
      field: "schemaId",
      after: { schemaId: schemaIdOf("Schema", "visitors"), primaryIdentity: undefined },
    },
  ],
  outsideEdits: [],
  writeOnly: ["primaryIdentity"],
  aliases: [],
  afterDeletion: ["create ProfileEnablement customers"],
};
