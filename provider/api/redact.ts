/** Secret values of the session: tokens, the client secret and the connector secrets that the process has met so far. */
export class KnownSecrets {
  private readonly values = new Set<string>();

  add(value: string): void {
    this.values.add(value);
  }

  /** The text without any of the values. */
  redact(text: string): string {
    return redact(text, this.values);
  }
}

/** The text without any of the values: also in the spelling of JSON, HTML, URLs and base64, and inside other text. */
export function redact(text: string, values: Iterable<string>): string {
  const long = [...values].filter((value) => value.length >= shortest);
  const forms = new Set(
    long
      .flatMap(partsOf)
      .flatMap(formsOf)
      .filter((form) => form.length >= shortest),
  );
  const places = [...forms].flatMap((form) => placesOf(text, form)).sort(([one], [other]) => one - other);
  let shown = "";
  let at = 0;
  for (const [from, to] of places) {
    if (from >= at) shown += `${text.slice(at, from)}[secret]`;
    at = Math.max(at, to);
  }
  return shown + text.slice(at);
}

function placesOf(text: string, form: string): [from: number, to: number][] {
  const places: [number, number][] = [];
  for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1))
    places.push([at, at + form.length]);
  return places;
}

/** Shorter values occur in too many other texts. */
const shortest = 4;

/** The value itself, the value without tags and line ends (as in a response in HTML), and the lines of a key in PEM form. */
function partsOf(value: string): string[] {
  const flat = value
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  const lines = value.split(/\s*[\r\n]+\s*/).filter((line) => line.length >= 16 && !line.startsWith("-----"));
  return [value, flat, ...lines];
}

function formsOf(value: string): string[] {
  const json = JSON.stringify(value).slice(1, -1);
  const slashed = json.replaceAll("/", "\\/");
  const url = encodeURIComponent(value);
  return [
    value,
    ...[json, slashed].flatMap((text) => [text, inAscii(text)]),
    JSON.stringify(json).slice(1, -1),
    value.replace(/[&<>"']/g, (letter) => entities[letter] ?? letter),
    url,
    url.replace(/%../g, (octet) => octet.toLowerCase()),
    new URLSearchParams({ v: value }).toString().slice(2),
    ...inBase64(value),
  ];
}

function inAscii(json: string): string {
  return json.replace(
    /[^\x20-\x7e]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** A basic `Authorization` header is base64 of `user:value`: the value may begin at any of the three bytes of a group. */
function inBase64(value: string): string[] {
  const bytes = Buffer.from(value);
  const inside = [0, 1, 2].map((shift) => {
    const longer = Buffer.concat([Buffer.alloc(shift), bytes]).toString("base64");
    return longer.slice(Math.ceil((shift * 8) / 6), Math.floor(((shift + bytes.length) * 8) / 6));
  });
  const whole = bytes.toString("base64");
  const forms = [whole, whole.replace(/=+$/, ""), ...inside.filter((form) => form.length >= 8)];
  return forms.flatMap((form) => [form, form.replaceAll("+", "-").replaceAll("/", "_")]);
}
