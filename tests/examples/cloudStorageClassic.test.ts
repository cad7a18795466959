import { describeExample } from "./exampleSuite";

describe("examples/cloud-storage-classic", () => {
  describeExample({
    name: "cloud-storage-classic",
    secrets: { servicePrincipalKey: "planted-service-principal-key" },
    rotated: { key: "servicePrincipalKey", path: "/auth/params/servicePrincipalKey" },
    kinds: [
      ...["connections", "connections", "sourceConnections", "targetConnections", "flows"],
      ...["classes", "schemas", "schemas", "dataSets", "mappingSets"],
    ],
  });
});
