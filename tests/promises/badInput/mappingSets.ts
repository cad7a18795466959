import { type BadInputs, schemaId, uuid } from "./badInputs";

export const mappingSets: BadInputs = {
  MappingSet: [
    [
      "a mapping without destination",
      { "mappings[0].destination": undefined },
      /^mappings\[0\]\.destination is missing; name the XDM path to fill/,
    ],
    [
      "a mapping with an empty destination",
      { "mappings[0].destination": "" },
      /^mappings\[0\]\.destination is missing/,
    ],
    ["a mapping without source", { "mappings[0].source": undefined }, /^mappings\[0\]\.source is missing/],
    [
      "two mappings to one destination",
      { "mappings[1].destination": "_id" },
      /^mappings\[1\]\.destination names _id, which mappings\[0\] fills too; remove one of them$/,
    ],
    ["no mapping at all", { mappings: [] }, /^mappings must hold at least one mapping/],
    [
      "no schema",
      { outputSchema: undefined },
      /^outputSchema is missing; set xdmSchema or outputSchema\.schemaRef\.id/,
    ],
    [
      "the schema under both names",
      { xdmSchema: schemaId },
      /^xdmSchema has the same meaning as outputSchema; keep one of them/,
    ],
    [
      "the source under both names",
      { "mappings[0].sourceAttribute": "Id" },
      /^mappings\[0\]\.sourceAttribute has the same meaning as source/,
    ],
    [
      "a uuid as the schema",
      { outputSchema: { schemaRef: { id: uuid } } },
      /^outputSchema\.schemaRef\.id is not the id of a Schema/,
    ],
    [
      "a uuid as the schema in the older form",
      { outputSchema: undefined, xdmSchema: uuid },
      /is not the id of a Schema/,
    ],
    [
      "a source that is too long",
      { "mappings[0].source": "x".repeat(4097) },
      /^mappings\[0\]\.source must have at most 4096 characters/,
    ],
  ],
};
