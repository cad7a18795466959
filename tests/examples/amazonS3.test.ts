import { describeExample } from "./exampleSuite";

describe("examples/amazon-s3", () => {
  describeExample({
    name: "amazon-s3",
    secrets: {
      s3AccessKey: "planted-access-key",
      s3SecretKey: "planted-secret-key",
      s3SessionToken: "planted-session-token",
    },
    rotated: { key: "s3SessionToken", path: "/auth/params/s3SessionToken" },
    kinds: [
      ...["connections", "sourceConnections", "targetConnections", "flows"],
      ...["schemas", "dataSets", "mappingSets"],
    ],
  });
});
