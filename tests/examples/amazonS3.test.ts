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
    readmeSteps: [
      {
        text: "Add a column to `mappings`: the mapping set gets a new version, and the dataflow is moved to it.",
        edits: [
          [
            `destination: "personalEmail.address" },`,
            `destination: "personalEmail.address" },\n{ source: "Birthday", destination: "person.birthDate" },`,
          ],
        ],
        writes: ["PUT mappingSets", "PATCH flows"],
      },
      {
        text: "Change the schedule in the stack file: the dataflow is updated in place.",
        edits: [[`config.requireObject<Schedule>("schedule")`, `{ frequency: "hour", interval: 12 }`]],
        writes: ["PATCH flows"],
      },
      {
        text: "Change the path: the source connection and the dataflow are replaced. The old dataflow is deleted before the new one is created.",
        edits: [[`config.require("path")`, `"/exports/2026/customers.csv"`]],
        writes: ["POST sourceConnections", "DELETE flows", "POST flows", "DELETE sourceConnections"],
      },
    ],
    kinds: [
      ...["connections", "sourceConnections", "targetConnections", "flows"],
      ...["schemas", "dataSets", "mappingSets"],
    ],
  });
});
