/** Rules by which requests fail: before or after the world has changed. */

export type Act =
  | { kind: "status"; status: number; body?: unknown; headers?: Record<string, string> }
  /** The connection breaks without an answer. */
  | { kind: "reset" }
  /** No answer, ever. */
  | { kind: "hang" }
  | { kind: "delay"; ms: number }
  /** Nothing happens before the event: a test then needs no guess at how long something takes. */
  | { kind: "wait"; until: Promise<unknown> }
  /** The answer breaks off in the middle of its body. */
  | { kind: "truncate" }
  | { kind: "body"; text: string; contentType: string; status?: number }
  /** Before the commit: the request's headers; after it: the answer's. */
  | { kind: "headers"; set?: Record<string, string>; remove?: string[] }
  /** The request takes effect twice; the second answer is sent. */
  | { kind: "duplicate" }
  | { kind: "drip"; bytesPerSecond: number };

export interface FaultRule {
  method?: string;
  /** Tested against the path with its query. */
  path?: RegExp;
  /** The first matching request that the rule applies to, counted from 1. Default 1. */
  nth?: number;
  /** How many requests the rule applies to from there on; Infinity for all. Default 1. */
  times?: number;
  when: "before" | "after";
  act: Act;
}

export interface FaultHandle {
  /** How many requests the rule was applied to. */
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

  /** The rules that apply to this request; each is counted once per request. */
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
