import fc from "fast-check";
import {
  Conflict,
  describe as text,
  InvalidInput,
  NotReady,
  Rejected,
  Unfinished,
} from "../../provider/api/errors";
import { redact } from "../../provider/api/redact";

describe("an error text", () => {
  it("contains the verb, the kind, the name, the reason, the reference and the remedy", () => {
    const error = new Rejected("The name is taken.", "HTTP 400, request 4f2a", "Choose another.");
    expect(text("create", "Dataset", "customers", error)).toBe(
      'create Dataset "customers": The name is taken (HTTP 400, request 4f2a). Choose another.',
    );
  });

  it("omits a missing name, and the reference if there was no response", () => {
    const error = new Rejected("localhost did not respond (ECONNREFUSED)", "", "Check the network.");
    expect(text("read", "Dataset", "", error)).toBe(
      "read Dataset: localhost did not respond (ECONNREFUSED). Check the network.",
    );
  });

  it("cuts the reason, never the reference and the remedy", () => {
    const error = new Rejected("x".repeat(5000), "HTTP 400, request 4f2a", "Choose another.");
    const shown = text("create", "Dataset", "customers", error);
    expect(shown.length).toBeLessThanOrEqual(600);
    expect(shown).toMatch(/x \.\.\. \(HTTP 400, request 4f2a\)\. Choose another\.$/);
  });

  it("is not longer than its limit for other errors of the provider", () => {
    expect(text("diff", "Dataset", "a", new InvalidInput("y".repeat(5000))).length).toBeLessThanOrEqual(600);
  });

  it("is cut after the redaction, so that no part of a secret is left at the cut", () => {
    const value = "canary-of-some-length";
    for (let before = 480; before < 600; before += 3) {
      const error = new Rejected(`${"x".repeat(before)}${value}`, "HTTP 400", "Choose another.");
      const shown = text("create", "Dataset", "a", error, (shown) => redact(shown, [value]));
      expect(shown.length).toBeLessThanOrEqual(600);
      expect(shown).not.toMatch(/canar/);
    }
  });

  it("hides secrets in the remedy, the reference and the name too", () => {
    const error = new Rejected("reason hush-hush", "request hush-hush", "Do hush-hush.");
    expect(text("create", "Dataset", "hush-hush", error, (shown) => redact(shown, ["hush-hush"]))).toBe(
      'create Dataset "[secret]": reason [secret] (request [secret]). Do [secret].',
    );
    const hidden = (shown: string) => redact(shown, ["hush-hush"]);
    expect(text("read", "Schema", "a", new TypeError("no hush-hush"), hidden)).not.toContain("hush");
    expect(text("read", "Schema", "a", new InvalidInput("no hush-hush"), hidden)).not.toContain("hush");
  });

  it("reports any other error as a bug of the provider", () => {
    expect(text("read", "Schema", "a", new TypeError("x is not a function"))).toBe(
      'read Schema "a": x is not a function. This is a bug in pulumi-aep. Please report it with this text.',
    );
    expect(text("read", "Schema", "a", null)).toContain("bug in pulumi-aep");
    expect(text("read", "Schema", "a", "plain text")).toContain("plain text");
  });

  it("contains the paths of a conflict and the remedy", () => {
    expect(new Conflict(["name"]).message).toMatch(/^name changed outside.*`pulumi up --refresh`/);
    expect(new Conflict(["name", "description"]).message).toMatch(/^name, description changed outside/);
  });

  it("shows the cause of an unfinished operation", () => {
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

  it("hides quotes and line ends in the spelling of JSON", () => {
    const value = 'a"b\nc\\d';
    expect(redact(JSON.stringify({ value }), [value])).toBe('{"value":"[secret]"}');
  });

  it("hides a longer value before a shorter one that it contains", () => {
    expect(redact("secret-and-more", ["secret", "secret-and-more"])).toBe("[secret]");
  });

  it.each([
    ["base64 without padding", Buffer.from("pass word/12").toString("base64").replace(/=+$/, "")],
    ["base64 for URLs", Buffer.from("pass>?word~~1").toString("base64url")],
    ["a form", new URLSearchParams({ token: "pass word/12" }).toString().slice("token=".length)],
  ])("hides a value in %s", (_how, spelling) => {
    const shown = redact(`before ${spelling} after`, ["pass word/12", "pass>?word~~1"]);
    expect(shown).toBe("before [secret] after");
  });

  it("hides a value in several spellings at once", () => {
    const value = "a b&c/d+e";
    const spellings = [value, encodeURIComponent(value), Buffer.from(value).toString("base64")];
    expect(redact(spellings.join(" "), [value])).toBe("[secret] [secret] [secret]");
  });

  it.each([["secret"], ["[secret]"], ["cret"], ["ecre"]])(
    "hides the value %j, which is part of the replacement text, only once",
    (value) => {
      expect(redact(`token ${value} and other-token`, [value, "other-token"])).toBe(
        "token [secret] and [secret]",
      );
    },
  );

  it("hides all of two values that overlap in the text", () => {
    const shown = redact("abcdefgh", ["abcdef", "cdefgh"]);
    expect(shown).not.toContain("abcdef");
    expect(shown).not.toContain("cdefgh");
    // The rest of the second value would show nearly all of it.
    const values = ["pass-AAAA", "AAAA-very-long-secret"];
    expect(redact("pass-AAAA-very-long-secret", values)).not.toContain("very-long");
  });

  it("treats the characters of a pattern literally", () => {
    expect(redact("a.*b and aXXb", ["a.*b"])).toBe("[secret] and aXXb");
    expect(redact("$& (x|y) \\d{4}", ["(x|y)", "\\d{4}"])).toBe("$& [secret] [secret]");
  });

  it("keeps very short values, which occur in every text", () => {
    expect(redact("a cat sat", ["a", "at", ""])).toBe("a cat sat");
  });

  it("hides any value at any position", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 4 }), fc.string(), fc.string(), (value, before, after) => {
        fc.pre(!"[secret]".includes(value) && !(before + after).includes(value));
        fc.pre(!/[[\]secrt]/.test(value));
        expect(redact(before + value + after, [value])).not.toContain(value);
      }),
    );
  });
});
