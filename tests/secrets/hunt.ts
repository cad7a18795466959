import { canaries, type Canary } from "./canaries";

const recognisable = /canary(\d{3})gen\d/g;

/** "canary" in base64, for each position in a group of three bytes at which it may begin. */
const inBase64 = [0, 1, 2].map((shift) => {
  const whole = Buffer.from("-".repeat(shift) + "canary").toString("base64");
  const from = Math.ceil((shift * 8) / 6);
  return whole.slice(from, Math.floor(((shift + 6) * 8) / 6));
});

/**
 * The canaries that a text shows: plain, in JSON, in a URL, in HTML (the recognisable part has no character that these
 * spell differently), in base64 or base64url, also as a part of something longer.
 */
export function canariesIn(text: string): Canary[] {
  const numbers = new Set([...text.matchAll(recognisable)].map(([, number]) => Number(number)));
  if (inBase64.some((spelling) => text.includes(spelling))) {
    for (const [run] of text.matchAll(/[A-Za-z0-9+/_-]{12,}/g)) {
      for (const number of numbersInBase64(run)) numbers.add(number);
    }
  }
  return [...numbers].flatMap((number) => canaries[number] ?? []);
}

/** The characters before the base64 text may belong to something else, such as a path. */
function numbersInBase64(run: string): number[] {
  if (!inBase64.some((spelling) => run.includes(spelling))) return [];
  return [0, 1, 2, 3].flatMap((skip) => {
    const decoded = Buffer.from(run.slice(skip), "base64").toString("latin1");
    return [...decoded.matchAll(recognisable)].map(([, number]) => Number(number));
  });
}
