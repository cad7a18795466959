import { describeExample } from "./exampleSuite";

describe("examples/sftp", () => {
  describeExample({
    name: "sftp",
    secrets: { password: "planted-password" },
    rotated: { key: "password", path: "/auth/params/password" },
    kinds: [
      ...["connections", "sourceConnections", "targetConnections", "flows"],
      ...["schemas", "dataSets", "mappingSets"],
    ],
  });
});
