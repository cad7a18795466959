/** A token bucket in front of all services. It holds the requests of one second. */

import type { ServiceResponse, World } from "./service";

export class RateLimit {
  private tokens: number | undefined;
  private filledAt = 0;

  constructor(private readonly world: World) {}

  /** The response to a request above the limit; undefined if the request is allowed. */
  refuse(): ServiceResponse | undefined {
    const { requestsPerSecond, retryAfter, retryAfterSeconds, tooManyRequestsBody } = this.world.switches;
    if (requestsPerSecond <= 0) return undefined;
    const now = this.world.now();
    const grown = (this.tokens ?? requestsPerSecond) + ((now - this.filledAt) / 1000) * requestsPerSecond;
    this.tokens = Math.min(requestsPerSecond, grown);
    this.filledAt = now;
    if (this.tokens >= 1) {
      this.tokens -= 1;
      return undefined;
    }
    const headers: Record<string, string> = {};
    if (retryAfter === "seconds") headers["retry-after"] = String(retryAfterSeconds);
    if (retryAfter === "date")
      headers["retry-after"] = new Date(now + retryAfterSeconds * 1000).toUTCString();
    if (tooManyRequestsBody === "empty") return { status: 429, headers };
    return { status: 429, headers, body: { error_code: "429050", message: "Too many requests" } };
  }
}
