import { connectionSpecs, type ConnectionSpec } from "../emulator/flowService/connectionSpecs";

/** A connector of AEP that is not in the catalogue. */
export const outsideConnector = { id: "0f1d4a7e-2f5c-4c1b-9d56-3f2b8c7a6e10", version: "1.0" };

/** Adds it to the emulated AEP of this process. */
export function serveOutsideConnector(): void {
  const text = { type: "string" } as const;
  const schema = { $schema: "", type: "object", description: "", required: [] } as const;
  const spec: ConnectionSpec = {
    ...outsideConnector,
    name: "in-house-crm",
    providerId: "0ed90a81-07f4-4586-8190-b40eccef1c5a",
    authSpec: [
      {
        name: "Custom",
        type: "KeyBased",
        spec: {
          ...schema,
          required: ["host"],
          properties: { host: text, apiKey: { ...text, format: "password" } },
        },
      },
    ],
    attributes: {},
    permissionsInfo: {},
  };
  (connectionSpecs as Map<string, ConnectionSpec>).set(spec.id, spec);
}
