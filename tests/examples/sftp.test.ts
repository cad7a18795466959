import { describeExample } from "./exampleSuite";

describe("examples/sftp", () => {
  describeExample({
    name: "sftp",
    secrets: { password: "plantedPassword" },
    rotated: { key: "password", path: "/auth/params/password" },
    tries: [
      {
        says: "the base connection and what reads through it are replaced",
        edits: [
          ["Basic Authentication for sftp", "SSH PublicKey Authentication for sftp"],
          ["password: config", "privateKeyContent: config"],
        ],
        writes: [
          ...["POST connections", "POST sourceConnections", "DELETE flows", "POST flows"],
          ...["DELETE sourceConnections", "DELETE connections"],
        ],
      },
      {
        says: '`state: "disabled"` in the dataflow: it stops, and stays as it is.',
        edits: [["scheduleParams:", `state: "disabled", scheduleParams:`]],
        writes: ["POST flows"],
      },
    ],
    kinds: [
      ...["connections", "sourceConnections", "targetConnections", "flows"],
      ...["schemas", "dataSets", "mappingSets"],
    ],
  });
});
