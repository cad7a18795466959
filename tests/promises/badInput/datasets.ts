import { type BadInputs, uuid } from "./badInputs";

export const datasets: BadInputs = {
  Dataset: [
    [
      "a uuid for a schema",
      { "schemaRef.id": uuid },
      /^schemaRef\.id is not the id of a Schema: pass that resource's `id`/,
    ],
    ["no schema", { schemaRef: undefined }, /^schemaRef is missing; add it/],
    ["a tag without a list", { "tags.team": "crm" }, /^tags\.team must be an array$/],
    [
      "a value that Profile does not read",
      { "tags.unifiedProfile": ["true"] },
      /^tags\.unifiedProfile\[0\] must be "enabled:true" or "enabled:false"/,
    ],
    [
      "no value for Profile",
      { "tags.unifiedProfile": [] },
      /^tags\.unifiedProfile must hold "enabled:true" or/,
    ],
    [
      "Profile's tag in another spelling",
      { "tags.UnifiedProfile": ["enabled:true"] },
      /^tags\.UnifiedProfile is not a tag of Profile: tags are case-sensitive; write unifiedProfile$/,
    ],
    [
      "the identities' tag in another spelling",
      { "tags.unifiedidentity": ["enabled:true"] },
      /write unifiedIdentity$/,
    ],
    ["a text for a switch", { enableErrorDiagnostics: "yes" }, /^enableErrorDiagnostics must be a boolean/],
  ],
};
