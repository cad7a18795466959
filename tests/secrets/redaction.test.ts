import fc from "fast-check";
import { describe as errorText, Rejected } from "../../provider/api/errors";
import { redact } from "../../provider/api/redact";
import { parseErrorBody } from "../../provider/api/errorBody";
import { canariesIn } from "./hunt";
import { canaries, valueOf } from "./canaries";

const value = valueOf(canaries[7]!, 1);

describe("the search for canaries finds a canary", () => {
  it.each([
    ["plain", value],
    ["in JSON", JSON.stringify({ value })],
    ["in JSON twice", JSON.stringify(JSON.stringify({ value }))],
    ["in a URL", `https://a/?b=${encodeURIComponent(value)}`],
    ["in base64", Buffer.from(value).toString("base64")],
    ["in base64url", Buffer.from(value).toString("base64url")],
    ["in base64 after one byte", Buffer.from(`:${value}`).toString("base64")],
    ["in base64 after two bytes", `/a/${Buffer.from(`u:${value}`).toString("base64")}`],
    ["cut after its number", value.slice(0, 13)],
  ])("%s", (_how, text) => {
    expect(canariesIn(`before ${text} after`).map(({ number }) => number)).toEqual([7]);
  });

  it("and finds none in other texts", () => {
    expect(canariesIn(`canary ${Buffer.from("a canary sings").toString("base64")}`)).toEqual([]);
  });
});

const key = `-----BEGIN PRIVATE KEY-----\n${"canary007gen1QUJD".repeat(3)}\ncanary007gen1canary007gen1\n-----END PRIVATE KEY-----`;

describe("no text shows a secret", () => {
  const spellings: [string, (text: string) => string][] = [
    ["unchanged", (text) => text],
    ["in JSON", JSON.stringify],
    ["in JSON twice", (text) => JSON.stringify(JSON.stringify({ text }))],
    [
      "in JSON with escapes of another language",
      (text) => JSON.stringify(text).replaceAll("/", "\\/").replaceAll("é", "\\u00e9"),
    ],
    ["in a URL", encodeURIComponent],
    ["in a form", (text) => new URLSearchParams({ text }).toString()],
    [
      "in a URL with small letters",
      (text) => encodeURIComponent(text).replace(/%../g, (part) => part.toLowerCase()),
    ],
    ["in HTML", (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;")],
    ["in base64", (text) => Buffer.from(text).toString("base64")],
    ["in base64url", (text) => Buffer.from(text).toString("base64url")],
    ["in the header of a basic login", (text) => Buffer.from(`loader:${text}`).toString("base64")],
    ["in base64 of JSON", (text) => Buffer.from(`{"a":"${text}","b":1}`).toString("base64")],
  ];

  it.each(spellings)("%s", (_how, spell) => {
    for (const secret of [value, key]) {
      expect(canariesIn(redact(`refused: ${spell(secret)}, sorry`, [secret]))).toEqual([]);
    }
  });

  it("after a response in HTML was stripped of tags and line ends", () => {
    for (const secret of [key, "canary007gen1 <b>  canary007gen1"]) {
      const { message } = parseErrorBody(`<html><p>refused:\n${secret}</p></html>`, {});
      expect(message).toContain("refused");
      expect(canariesIn(redact(message, [secret]))).toEqual([]);
    }
  });

  it("if the error is cut in the middle of a secret", () => {
    for (let length = 480; length < 620; length++) {
      const error = new Rejected(`${"x".repeat(length)}${value}`, "HTTP 400", "Correct it.");
      const shown = errorText("create", "BaseConnection", "one", error, (text) => redact(text, [value]));
      expect(shown).not.toContain("canary");
    }
  });

  it("with any text around it, and with any value", async () => {
    const texts = fc.string({ unit: "binary", maxLength: 20 });
    fc.assert(
      fc.property(texts, texts, texts, fc.constantFrom(...spellings), (before, after, tail, [, spell]) => {
        const secret = `canary007gen1${tail}`;
        expect(canariesIn(redact(`${before} ${spell(secret)} ${after}`, [secret]))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
