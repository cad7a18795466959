import type { RunClock } from "./clock";
import { type ApiError, type InvalidInput, Unavailable } from "./errors";
import { errorTable } from "./errorTable";
import { fill } from "./errorText";
import { apiError, isSuccess, noResponseError } from "./failure";
import { Limiter } from "./limiter";
import type { HttpResponse } from "./response";
import { attemptLimit, backoffMs, classify, mayRepeat, RetryBudget, retryAfterMs } from "./retry";
import type { FailureClass, NoResponse, ResponseOutcome } from "./retry";
import { type HttpRequest, Transport } from "./transport";

/** Is told of each attempt, also of those that are repeated. */
export type Observer = (request: HttpRequest, result: HttpResponse | NoResponse) => void;

/** Sends requests within the rate limit of each host and repeats those that may be repeated. */
export class HttpClient {
  private readonly transport: Transport;
  private readonly budget = new RetryBudget();
  /** One per host: Adobe IMS has a rate limit of its own. */
  private readonly limiters = new Map<string, Limiter>();

  constructor(
    options: { requestTimeoutMs: number; maxConnections: number },
    private readonly clock: RunClock,
    private readonly observer: Observer = () => undefined,
  ) {
    this.transport = new Transport(options, clock);
  }

  /** Any 2xx response; throws an ApiError. */
  async send(request: HttpRequest): Promise<HttpResponse> {
    const limiter = this.limiterOf(request.url);
    for (let attempt = 0; ; attempt++) {
      const tooLongMs = await limiter.admit(request.deadline);
      if (tooLongMs > 0) throw waitTooLong(tooLongMs, 429);
      this.clock.throwIfInterrupted();
      const result = await this.transport.attempt(request, request.deadline - this.clock.now());
      this.observer(request, result);
      const outcome = outcomeOf(request, result);
      if ("status" in result && succeeded(outcome)) {
        limiter.succeeded();
        this.budget.refund();
        return result;
      }
      if (isThrottled(outcome)) limiter.throttled(retryAfterMs(outcome.retryAfter, this.clock.now()));
      await this.clock.sleep(this.delayBeforeRetry(request, attempt, result, outcome));
    }
  }

  private limiterOf(url: string): Limiter {
    const { host } = new URL(url);
    const limiter = this.limiters.get(host) ?? new Limiter(this.clock);
    this.limiters.set(host, limiter);
    return limiter;
  }

  /** Milliseconds until the next attempt; throws if there is none. */
  private delayBeforeRetry(
    request: HttpRequest,
    attempt: number,
    result: HttpResponse | NoResponse,
    outcome: ResponseOutcome | NoResponse,
  ): number {
    const failure = classify(outcome);
    const now = this.clock.now();
    const requestedMs = "status" in outcome ? retryAfterMs(outcome.retryAfter, now) : undefined;
    const delayMs = Math.max(requestedMs ?? 0, backoffMs(attempt, this.clock.random()));
    // The remedy for 401 is a new token, which AuthorizedClient fetches.
    const unauthorized = "status" in result && result.status === 401;
    const mayRetry = mayRepeat(request.harmless ? "GET" : request.method, failure) && !unauthorized;
    const late = now + delayMs >= request.deadline;
    const lastAttempt = attempt + 1 >= attemptLimit && !isThrottled(outcome);
    if (mayRetry && !late && !lastAttempt && this.budget.pay(outcome)) return delayMs;
    if (mayRetry && late && "status" in outcome && outcome.retryAfter !== undefined)
      throw waitTooLong(delayMs, outcome.status);
    throw errorOf(request, result, failure);
  }
}

function outcomeOf(request: HttpRequest, result: HttpResponse | NoResponse): ResponseOutcome | NoResponse {
  if (!("status" in result)) return result;
  const { status, headers } = result;
  // The body of a response to DELETE is not used.
  const malformed = isSuccess(status) && request.method !== "DELETE" && typeof result.body !== "object";
  return { status, retryAfter: headers["retry-after"], malformed };
}

function succeeded(outcome: ResponseOutcome | NoResponse): boolean {
  return "status" in outcome && isSuccess(outcome.status) && outcome.malformed !== true;
}

function isThrottled(outcome: ResponseOutcome | NoResponse): outcome is ResponseOutcome {
  return "status" in outcome && outcome.status === 429;
}

function waitTooLong(waitMs: number, status: number): Unavailable {
  const { text, remedy } = errorTable.waitTooLong;
  return new Unavailable(fill(text, { seconds: Math.ceil(waitMs / 1000) }), `HTTP ${status}`, remedy);
}

function errorOf(
  request: HttpRequest,
  result: HttpResponse | NoResponse,
  failure: FailureClass,
): ApiError | InvalidInput {
  if (!("status" in result)) return noResponseError(request, result, failure);
  return apiError({ ...result, method: request.method, sandbox: request.sandbox, class: failure });
}
