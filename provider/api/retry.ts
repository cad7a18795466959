/** Pure decisions about one attempt: what its failure means, whether it may be repeated, and when. */

/** `notApplied`: AEP certainly did nothing. `ambiguous`: AEP may have applied the request. `rejected`: AEP refuses it each time. */
export type FailureClass = "notApplied" | "ambiguous" | "rejected";

export interface ResponseOutcome {
  status: number;
  retryAfter?: string | undefined;
  /** 2xx without valid JSON: the body is cut, empty, or a page of a proxy. */
  malformed?: boolean;
}

/** The code of the error, and whether there was a connection. */
export interface NoResponse {
  code: string;
  connected: boolean;
}

const neverConnected = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "ENETUNREACH",
  "EHOSTUNREACH",
  "EADDRNOTAVAIL",
]);

const untrusted = /^(CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|ERR_TLS|HOSTNAME_MISMATCH|ERR_SSL)/;

export function classify(attempt: ResponseOutcome | NoResponse): FailureClass {
  if (!("status" in attempt)) {
    if (untrusted.test(attempt.code)) return "rejected";
    return neverConnected.has(attempt.code) || !attempt.connected ? "notApplied" : "ambiguous";
  }
  if (attempt.malformed) return "ambiguous";
  if (attempt.status === 429 || attempt.status === 401) return "notApplied";
  if (attempt.status === 503 && attempt.retryAfter !== undefined) return "notApplied";
  if (attempt.status === 408 || (attempt.status >= 500 && attempt.status !== 501)) return "ambiguous";
  return "rejected";
}

/** POST, PUT and PATCH are repeated only if AEP certainly did nothing. GET and DELETE may be repeated in any case. */
export function mayRepeat(method: string, failure: FailureClass): boolean {
  if (failure === "rejected") return false;
  return failure === "notApplied" || method === "GET" || method === "DELETE";
}

export const attemptLimit = 6;
const [firstDelayMs, longestDelayMs] = [500, 20_000];

/**
 * Limits the retries of the whole process while a service is down: each retry costs a part of the budget, each success adds
 * a little to it.
 */
export class RetryBudget {
  private left = 500;
  /** False if the rest of the budget is too small. */
  pay(attempt: ResponseOutcome | NoResponse): boolean {
    const cost = "status" in attempt ? 5 : 14;
    if (this.left < cost) return false;
    this.left -= cost;
    return true;
  }
  refund(): void {
    this.left = Math.min(500, this.left + 1);
  }
}

/** Full jitter: a random time between 0 and a limit that doubles with each attempt. `random` is in [0, 1). */
export function backoffMs(attempt: number, random: number): number {
  return Math.floor(random * Math.min(longestDelayMs, firstDelayMs * 2 ** attempt));
}

/** `Retry-After` in milliseconds: seconds or an HTTP date (RFC 9110, 10.2.3). */
export function retryAfterMs(header: string | undefined, now: number): number | undefined {
  if (header === undefined || header.trim() === "") return undefined;
  if (/^\s*\d+(\.\d+)?\s*$/.test(header)) return Math.ceil(Number(header) * 1000);
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
