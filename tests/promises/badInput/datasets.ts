import { type BadInputs, uuid } from "./badInputs";

export const datasets: BadInputs = {
  Dataset: [
    [
      "a uuid as the schema",
      { "schemaRef.id": uuid },
      /^schemaRef\.id is not the id of a Schema: pass that resource's `id`/,
    ],
    ["no schema", { schemaRef: undefined }, /^schemaRef is missing; add it/],
    ["a tag that is not a list", { "tags.team": "crm" }, /^tags\.team must be an array$/],
    [
      "an unknown value for Profile",
      { "tags.unifiedProfile": ["true"] },
      /^tags\.unifiedProfile\[0\] must be "enabled:true" or "enabled:false"/,
    ],
    [
      "no value for Profile",
      { "tags.unifiedProfile": [] },
      /^tags\.unifiedProfile must hold "enabled:true" or/,
    ],
    [
      "the tag of Profile in another spelling",
      { "tags.UnifiedProfile": ["enabled:true"] },
      /^tags\.UnifiedProfile is not a tag of Profile: tags are case-sensitive; write unifiedProfile$/,
    ],
    [
      "the tag of identities in another spelling",
      { "tags.unifiedidentity": ["enabled:true"] },
      /write unifiedIdentity$/,
    ],
    [
      "a string instead of a boolean",
      { enableErrorDiagnostics: "yes" },
      /^enableErrorDiagnostics must be a boolean/,
    ],
  ],
};
