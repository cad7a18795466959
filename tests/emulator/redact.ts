/** Keeps credentials out of recorded traffic: fields that are known to be secret, and their values everywhere else. */

import { isSecretName } from "./flowService/connectionSpecs";

export const redacted = "[redacted]";

/** Shorter values may occur in a text by chance. */
const shortestValue = 6;

const credentialNames = new Set(["client_secret", "access_token", "refresh_token"]);
const credentialHeaders = new Set(["authorization", "proxy-authorization", "cookie"]);

export class Redactor {
  /** Each credential seen so far, with the spellings in which a text may hold it. */
  private readonly spellings = new Map<string, readonly string[]>();

  header(name: string, value: string): string {
    if (!credentialHeaders.has(name.toLowerCase())) return this.text(value);
    this.learn(value.replace(/^Bearer +/i, ""));
    return redacted;
  }

  body(text: string, contentType: string): string {
    if (text === "") return text;
    if (contentType.includes("x-www-form-urlencoded")) return this.text(this.form(text));
    try {
      return this.text(JSON.stringify(this.json(JSON.parse(text), false)));
    } catch {
      // A body that is not JSON may hold credentials anywhere.
      return /auth|secret|token|password|key/i.test(text) ? redacted : this.text(text);
    }
  }

  url(url: URL): string {
    const copy = new URL(url);
    for (const name of credentialNames) {
      if (copy.searchParams.has(name)) copy.searchParams.set(name, this.hide(copy.searchParams.get(name)));
    }
    return this.text(copy.toString());
  }

  /** Replaces every credential seen so far. */
  text(text: string): string {
    let result = text;
    for (const spellings of this.spellings.values()) {
      for (const spelling of spellings) result = result.replaceAll(spelling, redacted);
    }
    return result;
  }

  private form(text: string): string {
    const form = new URLSearchParams(text);
    for (const name of credentialNames) if (form.has(name)) form.set(name, this.hide(form.get(name)));
    return form.toString();
  }

  private json(value: unknown, inParams: boolean): unknown {
    if (Array.isArray(value)) return value.map((item) => this.json(item, inParams));
    if (typeof value !== "object" || value === null) return value;
    const record = value as Record<string, unknown>;
    const patched = typeof record["path"] === "string" && /^\/auth(\/|$)/.test(record["path"]);
    return Object.fromEntries(
      Object.entries(record).map(([key, item]) => {
        if (patched && key === "value") return [key, this.patchValue(String(record["path"]), item)];
        if (credentialNames.has(key) || (inParams && isSecretName(key))) return [key, this.hide(item)];
        return [key, this.json(item, inParams || key === "auth")];
      }),
    );
  }

  /** A patch may change a part of a parameter; `-` and numbers are positions in lists. */
  private patchValue(path: string, value: unknown): unknown {
    const names = path.split("/").slice(2);
    return names.some((name) => name !== "params" && !/^(-|\d+)$/.test(name) && isSecretName(name))
      ? this.hide(value)
      : this.json(value, true);
  }

  /** Every text in a secret object is a secret of its own: an error may repeat a single one. */
  private hide(value: unknown): string {
    if (typeof value === "string") this.learn(value);
    else if (typeof value === "object" && value !== null)
      Object.values(value).forEach((item) => this.hide(item));
    return redacted;
  }

  private learn(value: string): void {
    if (value.length < shortestValue || value === redacted || this.spellings.has(value)) return;
    this.spellings.set(value, spellingsOf(value));
  }
}

function spellingsOf(value: string): string[] {
  const bytes = Buffer.from(value);
  // Inside a longer base64 text the value has one of three forms, without the characters shared with its neighbours.
  const inside = [0, 1, 2].map((shift) => {
    const longer = Buffer.concat([Buffer.alloc(shift), bytes]).toString("base64");
    return longer.slice(Math.ceil((shift * 8) / 6), Math.floor(((shift + bytes.length) * 8) / 6));
  });
  const base64 = [bytes.toString("base64"), ...inside.filter((text) => text.length >= 8)];
  const url = base64.map((text) => text.replaceAll("+", "-").replaceAll("/", "_"));
  return [
    ...new Set([value, JSON.stringify(value).slice(1, -1), encodeURIComponent(value), ...base64, ...url]),
  ];
}
