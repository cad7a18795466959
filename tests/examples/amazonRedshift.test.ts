import { describeExample } from "./exampleSuite";

describe("examples/amazon-redshift", () => {
  describeExample({
    name: "amazon-redshift",
    secrets: { password: "planted-password" },
    rotated: { key: "password", path: "/auth/params/password" },
    readmeSteps: [
      {
        text: "Add a field to `loyalty`: the field group is updated in place.",
        edits: [
          [
            `tier: { type: "string", title: "Tier" },`,
            `tier: { type: "string" }, points: { type: "integer" },`,
          ],
        ],
        writes: ["PUT fieldgroups"],
      },
      {
        text: "Remove the field again: Experience Platform refuses it, because a dataset uses the schema.",
        edits: [[`points: { type: "integer" },`, ""]],
        writes: [],
        refused: /points/,
      },
      {
        text: "Change the delta column: the dataflow is replaced. The old one is deleted first, and the new one reads the whole table.",
        edits: [
          [`tier: { type: "string" },`, `tier: { type: "string" }, points: { type: "integer" },`],
          [`deltaColumn: { name: "updated_at"`, `deltaColumn: { name: "changed_at"`],
        ],
        writes: ["DELETE flows", "POST flows"],
      },
      {
        text: "Set `interval: 12`: the dataflow is updated in place.",
        edits: [["interval: 6", "interval: 12"]],
        writes: ["PATCH flows"],
      },
    ],
    kinds: [
      ...["connections", "sourceConnections", "targetConnections", "flows"],
      ...["fieldgroups", "schemas", "descriptors", "dataSets", "mappingSets"],
    ],
    programRequests: ["POST /ims/token/v3", "GET /data/foundation/schemaregistry/stats"],
  });
});
