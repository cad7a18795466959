import fc from "fast-check";
import {
  Conflict,
  describe as text,
  InvalidInput,
  NotReady,
  redact,
  Rejected,
  Unfinished,
} from "../../provider/errors";

describe("the one shape of an error", () => {
  it("is verb, kind, name, what was said, evidence and remedy", () => {
    const error = new Rejected("The name is taken.", "HTTP 400, request 4f2a", "Choose another.");
    expect(text("create", "Dataset", "customers", error)).toBe(
      'create Dataset "customers": The name is taken (HTTP 400, request 4f2a). Choose another.',
    );
  });

  it("does without a name, and without evidence where AEP never answered", () => {
    const error = new Rejected("localhost did not answer (ECONNREFUSED)", "", "Check the network.");
    expect(text("read", "Dataset", "", error)).toBe(
      "read Dataset: localhost did not answer (ECONNREFUSED). Check the network.",
    );
  });

  it("cuts what AEP said, never the evidence and the remedy", () => {
    const error = new Rejected("x".repeat(5000), "HTTP 400, request 4f2a", "Choose another.");
    const shown = text("create", "Dataset", "customers", error);
    expect(shown.length).toBeLessThanOrEqual(600);
    expect(shown).toMatch(/x \.\.\. \(HTTP 400, request 4f2a\)\. Choose another\.$/);
  });

  it("stays under its limit for other errors of ours too", () => {
    expect(text("diff", "Dataset", "a", new InvalidInput("y".repeat(5000))).length).toBeLessThanOrEqual(600);
  });

  it("says of anything unexpected that it is a bug of ours", () => {
    expect(text("read", "Schema", "a", new TypeError("x is not a function"))).toBe(
      'read Schema "a": x is not a function This is a bug in pulumi-aep; please report it with this text.',
    );
    expect(text("read", "Schema", "a", null)).toContain("bug in pulumi-aep");
    expect(text("read", "Schema", "a", "plain text")).toContain("plain text");
  });

  it("names the paths of a conflict and the way to decide", () => {
    expect(new Conflict(["name"]).message).toMatch(/^name was changed outside.*`pulumi up --refresh`/);
    expect(new Conflict(["name", "description"]).message).toMatch(/^name, description were changed outside/);
  });

  it("shows the cause of what was not finished", () => {
    expect(new Unfinished("id", {}, new NotReady("still pending")).message).toBe("still pending");
    expect(new Unfinished("id", {}, "odd").message).toBe("odd");
  });
});

describe("redact", () => {
  it.each([
    ["as it is", "token=pass word/1", "token=[secret]"],
    ["in JSON", JSON.stringify({ token: "pass word/1" }), '{"token":"[secret]"}'],
    ["in a URL", `?token=${encodeURIComponent("pass word/1")}`, "?token=[secret]"],
    ["in base64", Buffer.from("pass word/1").toString("base64"), "[secret]"],
  ])("hides a value %s", (_how, shown, expected) => {
    expect(redact(shown, ["pass word/1"])).toBe(expected);
  });

  it("hides quotes and line ends as JSON spells them", () => {
    const value = 'a"b\nc\\d';
    expect(redact(JSON.stringify({ value }), [value])).toBe('{"value":"[secret]"}');
  });

  it("hides a longer value before a shorter one that it contains", () => {
    expect(redact("secret-and-more", ["secret", "secret-and-more"])).toBe("[secret]");
  });

  it("leaves very short values, which would spoil every text", () => {
    expect(redact("a cat sat", ["a", "at", ""])).toBe("a cat sat");
  });

  it("leaves nothing of any value, wherever it stands", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 4 }), fc.string(), fc.string(), (value, before, after) => {
        fc.pre(!"[secret]".includes(value) && !(before + after).includes(value));
        fc.pre(!/[[\]secrt]/.test(value));
        expect(redact(before + value + after, [value])).not.toContain(value);
      }),
    );
  });
});
