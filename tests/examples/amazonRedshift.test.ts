import { describeExample } from "./exampleSuite";

describe("examples/amazon-redshift", () => {
  describeExample({
    name: "amazon-redshift",
    secrets: { password: "planted-password" },
    rotated: { key: "password", path: "/auth/params/password" },
    kinds: [
      ...["connections", "sourceConnections", "targetConnections", "flows"],
      ...["fieldgroups", "schemas", "descriptors", "dataSets", "mappingSets"],
    ],
    programLookUps: ["POST /ims/token/v3", "GET /data/foundation/schemaregistry/stats"],
  });
});
