import { describeExample } from "./exampleSuite";

describe("examples/amazon-redshift", () => {
  describeExample({
    name: "amazon-redshift",
    secrets: { password: "planted-password" },
    rotated: { key: "password", path: "/auth/params/password" },
    tries: [
      {
        says: "One more field in `loyalty`: the field group changes in place.",
        edits: [
          [
            `tier: { type: "string", title: "Tier" },`,
            `tier: { type: "string" }, points: { type: "integer" },`,
          ],
        ],
        writes: ["PUT fieldgroups"],
      },
      {
        says: "A field that is taken away again is refused by Experience Platform once a dataset uses it.",
        edits: [[`points: { type: "integer" },`, ""]],
        writes: [],
        refused: /points/,
      },
      {
        says: "Another delta column: the dataflow is replaced, the old one first, and reads the table anew.",
        edits: [
          [`tier: { type: "string" },`, `tier: { type: "string" }, points: { type: "integer" },`],
          [`deltaColumn: { name: "updated_at"`, `deltaColumn: { name: "changed_at"`],
        ],
        writes: ["DELETE flows", "POST flows"],
      },
      {
        says: "`interval: 12`: the dataflow changes in place.",
        edits: [["interval: 6", "interval: 12"]],
        writes: ["PATCH flows"],
      },
    ],
    kinds: [
      ...["connections", "sourceConnections", "targetConnections", "flows"],
      ...["fieldgroups", "schemas", "descriptors", "dataSets", "mappingSets"],
    ],
    programLookUps: ["POST /ims/token/v3", "GET /data/foundation/schemaregistry/stats"],
  });
});
