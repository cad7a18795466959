import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect, start } from "../emulator";
import { plantedConnections } from "./canaries";
import { canariesIn } from "./hunt";
import { outsideConnector, serveOutsideConnector } from "./outsideConnector";
import { byName } from "../../provider/resources/shared/connectorRules";

const connections = "/data/foundation/flowservice/connections";

it("a recording shows no secret in creates, patches at any depth, responses, and errors that repeat a part", async () => {
  serveOutsideConnector();
  const folder = mkdtempSync(join(tmpdir(), "pulumi-aep-recording-"));
  const har = join(folder, "traffic.har");
  const emulator = await start({ har, switches: { secretMask: "plain" } });
  const client = connect(emulator);
  for (const { name, connectionSpec, auth } of plantedConnections(1)) {
    const made = await client.call("POST", connections, {
      name,
      connectionSpec: byName(connectionSpec),
      auth,
    });
    expect(made.status).toBe(201);
    await client.call("GET", `${connections}/${String(made.body["id"])}`);
  }
  const repeated = plantedConnections(2).flatMap(({ secrets, auth }) =>
    textsIn([...secrets.keys()].map((key) => auth.params[key])),
  );
  const outside = plantedConnections(2).find(({ connectionSpec }) => connectionSpec === outsideConnector)!;
  const [id] = emulator
    .objects("dev", "connections")
    .concat(emulator.objects("prod", "connections"))
    .filter(({ name }) => name === outside.name)
    .map((object) => String(object["id"]));
  const text = textsIn(outside.auth.params).filter((value) => value.includes("canary"));
  emulator.faults.add({
    method: "PATCH",
    nth: 2,
    when: "before",
    act: {
      kind: "status",
      status: 400,
      body: {
        errorMessage: text
          .flatMap((value) => [value, Buffer.from(`user:${value}`).toString("base64")])
          .join(" | "),
      },
    },
  });
  for (const path of [
    "/auth/params/login/client_secret",
    "/auth/params/login",
    "/auth/params/keys/0/value",
    "/auth/params/apiKey",
  ]) {
    await client.call("PATCH", `${connections}/${id}`, [{ op: "add", path, value: text[0] }]);
    await client.call("PATCH", `${connections}/${id}`, [
      { op: "add", path, value: { inner: text[1], more: [text[2]] } },
    ]);
  }
  expect(repeated.length).toBeGreaterThan(80);
  await emulator.close();
  const recorded = readFileSync(har, "utf8");
  rmSync(folder, { recursive: true });
  expect(recorded).toContain("[redacted]");
  expect(canariesIn(recorded).map(({ field }) => field)).toEqual([]);
});

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
