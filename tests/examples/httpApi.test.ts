import { describeExample } from "./exampleSuite";

describe("examples/http-api", () => {
  describeExample({
    name: "http-api",
    secrets: {},
    tries: [
      {
        says: "One more field in `newsletter`: the field group changes in place, and the schema stays in Profile.",
        edits: [
          [
            `topic: { type: "string", title: "Topic" },`,
            `topic: { type: "string", title: "Topic" }, since: { type: "string", format: "date" },`,
          ],
        ],
        writes: ["PUT fieldgroups"],
      },
      {
        says: "The tag `unifiedProfile` taken from the dataset is refused",
        edits: [[`unifiedProfile: ["enabled:true"], `, ""]],
        writes: [],
        refused: /tags\.unifiedProfile cannot be removed/,
      },
    ],
    kinds: [
      ...["connections", "sourceConnections", "targetConnections", "flows"],
      ...["fieldgroups", "schemas", "descriptors", "dataSets", "mappingSets"],
    ],
    facets: ["schemas"],
    outputs: { inletUrl: /^https:\/\/dcs\.adobedc\.net\/collection\/[0-9a-f]+$/ },
    switches: { registryUnionDeletion: "allowed" },
    programLookUps: ["POST /ims/token/v3", "GET /data/foundation/schemaregistry/stats"],
  });
});
