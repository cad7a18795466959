import { canaries, type Canary } from "./canaries";
import type { EngineRun } from "./engineRun";
import { canariesIn } from "./hunt";

export interface Finding {
  readonly canary: Canary;
  readonly place: string;
}

export interface Findings {
  readonly places: readonly string[];
  readonly hits: readonly Finding[];
  /** Texts that contain a bearer token of the run. */
  readonly tokenPlaces: readonly string[];
  /** Canaries that were never sent to AEP: the run does not test them. */
  readonly unused: readonly Canary[];
  readonly inPulumisOwnLog: number;
}

export function findingsOf({ places, sent, tokens, pulumisOwnLog }: EngineRun): Findings {
  const used = new Set(canariesIn(sent).map(({ number }) => number));
  return {
    places: places.map(({ name }) => name),
    hits: places.flatMap(({ name, text }) => canariesIn(text).map((canary) => ({ canary, place: name }))),
    tokenPlaces: places
      .filter(({ text }) => tokens.some((token) => text.includes(token)))
      .map(({ name }) => name),
    unused: canaries.filter(({ number }) => !used.has(number)),
    inPulumisOwnLog: canariesIn(pulumisOwnLog).length,
  };
}

/** A row for each field, a column for each text by number. A dot is a text without the canary. */
export function tableOf({ places, hits, unused, tokenPlaces, inPulumisOwnLog }: Findings): string {
  const found = new Set(hits.map(({ canary, place }) => `${canary.number} ${place}`));
  const absent = new Set(unused);
  const width = Math.max(...canaries.map(({ field }) => field.length));
  const rows = canaries.map((canary) => {
    const cells = places.map((place) => (found.has(`${canary.number} ${place}`) ? "X" : "."));
    return `${canary.field.padEnd(width)}  ${absent.has(canary) ? "was never sent" : cells.join("")}`;
  });
  const legend = places.map((place, index) => `${String(index + 1).padStart(3)}  ${place}`);
  return [
    "Places, from left to right:",
    ...legend,
    "",
    ...rows,
    "",
    `${canaries.length} secrets x ${places.length} places: ${hits.length} hits; bearer tokens in ${tokenPlaces.length} places.`,
    `Pulumi's own log at -v=11 and the debug events of its SDK show ${inPulumisOwnLog} of the secrets: no provider can change that.`,
  ].join("\n");
}
