import { describeExample } from "./exampleSuite";

describe("examples/cloud-storage-classic", () => {
  describeExample({
    name: "cloud-storage-classic",
    secrets: { servicePrincipalKey: "planted-service-principal-key" },
    rotated: { key: "servicePrincipalKey", path: "/auth/params/servicePrincipalKey" },
    readmeSteps: [
      {
        text: "The source connection and the dataflow are replaced. The old dataflow is deleted first.",
        edits: [
          [`format: "parquet_xdm",\n    schema: { id: fileSchema.id`, `format: "delimited",\n    // {`],
        ],
        writes: ["POST sourceConnections", "DELETE flows", "POST flows", "DELETE sourceConnections"],
      },
    ],
    kinds: [
      ...["connections", "connections", "sourceConnections", "targetConnections", "flows"],
      ...["classes", "schemas", "schemas", "dataSets", "mappingSets"],
    ],
  });
});
