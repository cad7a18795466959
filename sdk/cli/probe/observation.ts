import type { HttpResponse } from "../../../provider/api/response";
import { isAccepted, outcome } from "./notObserved";
import type { Scene } from "./scene";

export type Value = string | number | boolean;

export interface Seen {
  /** As the emulator's switch takes it. */
  value?: Value;
  /** For the table and the report: no id, no name, no message of AEP. */
  text: string;
}

interface Topic {
  /** The emulator's switch of this behaviour. */
  switch?: string;
  /** The open question of the project's notes about Adobe's API, where no switch exists. */
  question?: string;
  behaviour: string;
}

/** A behaviour of AEP that documents leave open, and how to observe it. */
export interface Observation extends Topic {
  /** What Adobe's documents say. */
  documented: string;
  /** What it means for this product. */
  meaning: string;
  /** Throws NotObserved if there is nothing to see. */
  observe: (scene: Scene) => Promise<Seen>;
}

/** A behaviour that the probe cannot show. */
export interface Unobservable extends Topic {
  reason: string;
}

export function seen(value: Value, text = String(value)): Seen {
  return { value, text };
}

/** One value for a success, another one for a refusal. */
export function byAcceptance(response: HttpResponse, accepted: Value, refused: Value): Seen {
  return isAccepted(response)
    ? seen(accepted, `accepted (${outcome(response)})`)
    : seen(refused, `refused (${outcome(response)})`);
}

/** As {@link byAcceptance}, for a behaviour without a switch. */
export function acceptance(response: HttpResponse): Seen {
  return {
    text: isAccepted(response) ? `accepted (${outcome(response)})` : `refused (${outcome(response)})`,
  };
}
