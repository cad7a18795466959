import { describeExample } from "./exampleSuite";

describe("examples/sftp", () => {
  describeExample({
    name: "sftp",
    secrets: { password: "plantedPassword" },
    rotated: { key: "password", path: "/auth/params/password" },
    readmeSteps: [
      {
        text: "The base connection, the source connection and the dataflow are replaced.",
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
        text: 'Set `state: "disabled"` in the dataflow: it stops, and stays in Experience Platform.',
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
