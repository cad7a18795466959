import { type BadInputs, uuid } from "./badInputs";

export const datasets: BadInputs = {
  Dataset: [
    [
      "a uuid for a schema",
      { "schemaRef.id": uuid },
      /^schemaRef\.id is not the id of a Schema: pass that resource's `id`/,
    ],
    ["no schema", { schemaRef: undefined }, /^schemaRef is missing; add it/],
    ["a tag without a list", { "tags.team": "crm" }, /^tags\.team must be a(n)? (array|list)/],
    ["a text for a switch", { enableErrorDiagnostics: "yes" }, /^enableErrorDiagnostics must be a boolean/],
  ],
};
