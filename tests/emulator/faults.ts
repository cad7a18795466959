/** Fault rules: they make requests fail, before or after the world has changed. */

export type Act =
  | { kind: "status"; status: number; body?: unknown; headers?: Record<string, string> }
  /** The connection is reset without a response. */
  | { kind: "reset" }
  /** No response is ever sent. */
  | { kind: "hang" }
  | { kind: "delay"; ms: number }
  /** Waits for an event, so that a test needs no guess about durations. */
  | { kind: "wait"; until: Promise<unknown> }
  /** The response ends in the middle of its body. */
  | { kind: "truncate" }
  | { kind: "body"; text: string; contentType: string; status?: number }
  /** With `when: "before"` the request's headers are changed, with `"after"` the response's. */
  | { kind: "headers"; set?: Record<string, string>; remove?: string[] }
  /** The request takes effect twice; the second response is sent. */
  | { kind: "duplicate" }
  /** The body is sent slowly. */
  | { kind: "drip"; bytesPerSecond: number };

export interface FaultRule {
  /** Default: any method. */
  method?: string;
  /** Tested against the path with its query. Default: any path. */
  path?: RegExp;
  /** The first matching request to which the rule applies, counted from 1. Default 1. */
  nth?: number;
  /** The number of requests to which the rule applies from there on; Infinity for all. Default 1. */
  times?: number;
  /** Before or after the service has handled the request. */
  when: "before" | "after";
  act: Act;
}

export interface FaultHandle {
  /** The number of requests to which the rule was applied. */
  readonly hits: number;
  remove(): void;
}

interface Armed {
  rule: FaultRule;
  matches: number;
  hits: number;
}

export class Faults {
  private armed: Armed[] = [];

  add(rule: FaultRule): FaultHandle {
    const armed: Armed = { rule, matches: 0, hits: 0 };
    this.armed.push(armed);
    return {
      get hits() {
        return armed.hits;
      },
      remove: () => {
        this.armed = this.armed.filter((other) => other !== armed);
      },
    };
  }

  clear(): void {
    this.armed = [];
  }

  /** The rules that apply to this request. Every rule counts a request once. */
  for(method: string, path: string): FaultRule[] {
    return this.armed.filter((armed) => applies(armed, method, path)).map((armed) => armed.rule);
  }
}

function applies(armed: Armed, method: string, path: string): boolean {
  const { rule } = armed;
  if (rule.method !== undefined && rule.method.toUpperCase() !== method) return false;
  if (rule.path !== undefined && path.search(rule.path) < 0) return false;
  armed.matches += 1;
  if (armed.matches < (rule.nth ?? 1) || armed.hits >= (rule.times ?? 1)) return false;
  armed.hits += 1;
  return true;
}
