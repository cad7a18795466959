import { describeExample } from "./exampleSuite";

const pipeline = ["sourceConnections", "schemas", "dataSets", "targetConnections", "mappingSets", "flows"];

describe("examples/google-cloud-storage", () => {
  describeExample({
    name: "google-cloud-storage",
    secrets: { secretAccessKey: "plantedSecretKey" },
    rotated: { key: "secretAccessKey", path: "/auth/params/secretAccessKey" },
    readmeSteps: [
      {
        text: "Change the schedule in `nightly`: both dataflows are updated in place.",
        edits: [['frequency: "day", interval: 1', 'frequency: "hour", interval: 6']],
        writes: ["PATCH flows", "PATCH flows"],
      },
    ],
    kinds: ["connections", "descriptors", ...pipeline, ...pipeline],
  });
});
