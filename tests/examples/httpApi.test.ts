import { describeExample } from "./exampleSuite";

describe("examples/http-api", () => {
  describeExample({
    name: "http-api",
    secrets: {},
    readmeSteps: [
      {
        text: "Add a field to `newsletter`: the field group is updated in place, and the schema stays in Profile.",
        edits: [
          [
            `topic: { type: "string", title: "Topic" },`,
            `topic: { type: "string", title: "Topic" }, since: { type: "string", format: "date" },`,
          ],
        ],
        writes: ["PUT fieldgroups"],
      },
      {
        text: "Remove the tag `unifiedProfile` from the dataset: this is refused",
        edits: [[`unifiedProfile: ["enabled:true"], `, ""]],
        writes: [],
        refused: /tags\.unifiedProfile cannot be removed/,
      },
    ],
    kinds: [
      ...["connections", "sourceConnections", "targetConnections", "flows"],
      ...["fieldgroups", "schemas", "descriptors", "dataSets", "mappingSets"],
    ],
    attachedTo: ["schemas"],
    outputs: { inletUrl: /^https:\/\/dcs\.adobedc\.net\/collection\/[0-9a-f]+$/ },
    switches: { registryUnionDeletion: "allowed" },
    programRequests: ["POST /ims/token/v3", "GET /data/foundation/schemaregistry/stats"],
  });
});
