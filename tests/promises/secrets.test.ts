import { awkward, type Switches } from "../emulator";
import { secret } from "../wire/program";
import { kinds } from "./kinds";
import { alone, allTypes, deployed, kindOf, programOf, succeeded, useAep } from "./scene";

const aep = useAep();
const connection = kindOf("BaseConnection");
const masks: Switches["secretMask"][] = ["stars", "fixed", "partial", "empty", "absent", "plain"];
const token = "auth.params.s3SessionToken";
const pointer = "/auth/params/s3SessionToken";

describe.each(masks.map((mask) => [mask]))("if AEP shows secrets as %s", (secretMask) => {
  beforeEach(() => aep.current.emulator.set({ ...awkward, secretMask }));

  it("a mask is no change and is never written to AEP", async () => {
    const stack = await deployed(aep.current, alone(connection));
    expect((await succeeded(stack.refresh())).changes).toEqual([]);
    const after = alone(connection, { name: "Landing zone" });
    aep.current.emulator.ledger.clear();
    await succeeded(stack.up(after));
    expect(aep.current.emulator.ledger.writes()).toMatchObject([
      { body: [{ op: "replace", path: "/name", value: "Landing zone" }] },
    ]);
    expect(aep.current.emulator.objects("dev", "connections")).toMatchObject([
      { auth: { params: { s3SecretKey: "canary-secret-key", s3SessionToken: "canary-session-token" } } },
    ]);
    expect((await succeeded(stack.refresh())).changes).toEqual([]);
  });

  it("a rotated session token is exactly one PATCH of that path", async () => {
    const all = [allTypes, { "BaseConnection landing": { [token]: secret("canary-rotated") } }] as const;
    const stack = await deployed(aep.current, programOf(allTypes));
    await succeeded(stack.refresh());
    aep.current.emulator.ledger.clear();
    const run = await succeeded(stack.up(programOf(...all)));
    expect(run.changes).toEqual(["update BaseConnection landing"]);
    expect(run.steps.flatMap(({ diff }) => diff)).toEqual([token]);
    // If AEP shows no token, "add" is also correct: it sets the value in both cases (RFC 6902, 4.1).
    const op = secretMask === "absent" ? (expect.stringMatching(/^(add|replace)$/) as string) : "replace";
    const body = [{ op, path: pointer, value: "canary-rotated" }];
    expect(aep.current.emulator.ledger.writes().map((write) => write.body)).toEqual([body]);
    expect(aep.current.emulator.ledger.writes()).toMatchObject([{ method: "PATCH", kind: "connections" }]);
    expect((await succeeded(stack.preview(programOf(...all)))).changes).toEqual([]);
  });

  it("an added session token is one PATCH with add", async () => {
    const stack = await deployed(aep.current, alone(connection, { [token]: undefined }));
    aep.current.emulator.ledger.clear();
    await succeeded(stack.up(alone(connection)));
    expect(aep.current.emulator.ledger.writes().map((write) => write.body)).toEqual([
      [{ op: "add", path: pointer, value: "canary-session-token" }],
    ]);
  });

  it("a removed session token is one PATCH with remove", async () => {
    const stack = await deployed(aep.current, alone(connection));
    aep.current.emulator.ledger.clear();
    await succeeded(stack.up(alone(connection, { [token]: undefined })));
    expect(aep.current.emulator.ledger.writes().map((write) => write.body)).toEqual([
      [{ op: "remove", path: pointer }],
    ]);
    const [stored] = aep.current.emulator.objects("dev", "connections");
    expect(stored).not.toHaveProperty(["auth", "params", "s3SessionToken"]);
  });
});

it("no secret is in plain text in the state, in printed text or in other outputs", async () => {
  const stack = await deployed(aep.current, programOf(allTypes));
  await succeeded(stack.refresh());
  const readable = stack.plaintextOfState() + JSON.stringify(aep.current.provider.output);
  expect(readable).toContain("Landing bucket");
  expect(readable).not.toContain("canary");
});

describe("an error never contains a write-only value", () => {
  const planted = { [token]: secret("canary-in-error") };
  const writeOnly = kinds.filter((kind) => kind.writeOnly.some((place) => place !== "forceDelete"));

  it("only base connections have secrets, so they are tested here", () => {
    expect(writeOnly.map(({ type }) => type)).toEqual(["BaseConnection"]);
  });

  it("if AEP repeats it in the response to a create, also as JSON, URL and base64", async () => {
    const value = 'canary "quoted"/in error';
    const forms = [
      value,
      JSON.stringify(value),
      encodeURIComponent(value),
      Buffer.from(value).toString("base64"),
    ];
    aep.current.emulator.faults.add({
      method: "POST",
      path: /flowservice\/connections/,
      when: "before",
      act: { kind: "status", status: 400, body: { errorMessage: `refused: ${forms.join(" ")}` } },
    });
    const run = await aep.current.stack().up(alone(connection, { [token]: secret(value) }));
    expect(run.errors[0]?.message).toMatch(/^create BaseConnection "landing": refused: .*\(HTTP 400/);
    for (const form of forms) expect(JSON.stringify(run.errors)).not.toContain(form);
    expect(JSON.stringify(run.errors)).not.toContain("canary");
    expect(JSON.stringify(aep.current.provider.output)).not.toContain("canary");
  });

  it("if AEP repeats it in the response to an update", async () => {
    const stack = await deployed(aep.current, alone(connection));
    aep.current.emulator.faults.add({
      method: "PATCH",
      when: "before",
      act: {
        kind: "status",
        status: 400,
        body: { errorMessage: "no: canary-in-error, canary-session-token" },
      },
    });
    const run = await stack.up(alone(connection, planted));
    expect(run.errors[0]?.message).toContain("no: [secret], [secret]");
  });

  it("if an asynchronous create fails with it", async () => {
    aep.current.emulator.failNext("connections", "cannot log in with canary-in-error");
    const stack = aep.current.stack();
    const run = await stack.up(alone(connection, planted));
    expect(run.errors).toHaveLength(1);
    expect(JSON.stringify(run.errors)).not.toContain("canary");
    expect(stack.plaintextOfState()).not.toContain("canary");
  });

  it("if check refuses it", async () => {
    const wrong = { "auth.params.s3SessionToken": secret({ token: "canary-object" }) };
    const run = await aep.current.stack().preview(alone(connection, wrong));
    expect(run.errors[0]?.message).toContain("auth.params.s3SessionToken must be a string");
    expect(JSON.stringify(run.errors)).not.toContain("canary");
  });
});

it("a process uses one token for all calls, and renews a refused token once", async () => {
  const { emulator } = aep.current;
  const stack = await deployed(aep.current, programOf(allTypes));
  emulator.revokeTokens();
  const before = emulator.requests.length;
  await succeeded(stack.refresh());
  const tokens = emulator.requests.slice(before).filter(({ path }) => path.includes("/ims/"));
  expect(tokens).toHaveLength(1);
});
