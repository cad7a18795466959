import { type Clock, systemClock } from "./clock";
import { type Config, parseConfig } from "./config";
import type { ApiResponse } from "./response";
import { Interrupted, redact } from "./errors";
import { tokenSource } from "./auth";
import { createClient, Unauthorized } from "./client";

export interface ApiCall {
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Path and query below the endpoint. */
  path: string;
  sandbox: string;
  deadline: number;
  body?: unknown;
  contentType?: string | undefined;
  accept?: string | undefined;
  /** Sent as it is, with its quotes: Flow Service answers 412 to an etag without them. */
  ifMatch?: string | undefined;
}

export interface ReadOptions {
  sandbox: string;
  accept?: string;
  deadline?: number;
  /** Another object's create may ask for it by `seen`. */
  remember?: boolean;
}

/** Dates of answers have whole seconds, and answers take a while. */
const tolerableSkewMs = 10_000;

/** One organisation as seen with one credential: token, connections and look-ups shared by all kinds of the process. */
export interface Session {
  config: Config;
  clock: Clock;
  /** Epoch milliseconds by AEP's clock, as its answers show it: runners' clocks may be wrong by minutes. */
  now(): number;
  /** The client id of the credential. */
  apiKey: string;
  send(call: ApiCall): Promise<ApiResponse>;
  get(path: string, options: ReadOptions): Promise<ApiResponse>;
  /** The result of `load`, once per key and process; a failure is not kept. */
  once<T>(key: string, load: () => Promise<T>): Promise<T>;
  /** The last reply to a GET of that path, if this process has seen one. */
  seen(path: string, sandbox: string): ApiResponse | undefined;
  /** Like the clock's, but ends early when the run is interrupted. */
  pause(ms: number): Promise<void>;
  /** The run was interrupted: what is under way may finish, nothing more is sent. */
  interrupt(): void;
  /** Connector secrets that this process was told, also of objects that an error is not about. */
  secrets: Set<string>;
  /** The text without any secret that the session knows. */
  redact(text: string): string;
  /** Tells the user what fails nothing. */
  warn(text: string): void;
}

/** Pulumi shows what a provider's process writes there beside the resources. */
const toStderr = (text: string) => void process.stderr.write(text);

export function createSession(config: Config, clock: Clock = systemClock, say = toStderr): Session {
  const secrets = new Set<string>();
  let skewMs = 0;
  let interrupted = false;
  const sleepers = new Set<() => void>();
  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      if (interrupted) return resolve();
      const wake = () => {
        sleepers.delete(wake);
        resolve();
      };
      sleepers.add(wake);
      void clock.sleep(ms).then(wake);
    });
  const client = createClient({ ...config, clock, pause });
  const tokens = tokenSource(config, client, clock);
  const kept = new Map<string, Promise<unknown>>();
  const replies = new Map<string, ApiResponse>();

  const admitted = () => {
    if (interrupted) throw new Interrupted();
  };

  const attempt = async (call: ApiCall, token: string): Promise<ApiResponse> => {
    const { method, sandbox, deadline } = call;
    const body = call.body === undefined ? undefined : JSON.stringify(call.body);
    const headers: Record<string, string> = {
      authorization: `Bearer ${token}`,
      "x-api-key": tokens.apiKey,
      "x-gw-ims-org-id": config.orgId,
      "x-sandbox-name": sandbox,
      accept: call.accept ?? "application/json",
      ...(body === undefined ? {} : { "content-type": call.contentType ?? "application/json" }),
      ...(call.ifMatch === undefined ? {} : { "if-match": call.ifMatch }),
    };
    const reply = await client.send({
      method,
      url: config.endpoint + call.path,
      headers,
      body,
      sandbox,
      deadline,
      admitted,
    });
    const theirs = Date.parse(reply.headers["date"] ?? "");
    const skew = theirs - clock.now();
    if (!Number.isNaN(skew)) skewMs = Math.abs(skew) > tolerableSkewMs ? skew : 0;
    return reply;
  };

  const send = async (call: ApiCall): Promise<ApiResponse> => {
    const token = await tokens.token(call.deadline);
    try {
      return await attempt(call, token);
    } catch (error) {
      if (!(error instanceof Unauthorized) || !tokens.renewable) throw error;
      tokens.reject(token);
      return attempt(call, await tokens.token(call.deadline));
    }
  };

  const hide = (text: string) => redact(text, [...tokens.secrets(), ...secrets]);

  return {
    config,
    clock,
    now: () => clock.now() + skewMs,
    apiKey: tokens.apiKey,
    send,
    async get(path, { sandbox, accept, remember, deadline = clock.now() + config.operationTimeoutMs }) {
      const reply = await send({ method: "GET", path, sandbox, accept, deadline });
      if (remember) replies.set(`${sandbox} ${path}`, reply);
      return reply;
    },
    once(key, load) {
      const known = kept.get(key) as ReturnType<typeof load> | undefined;
      if (known) return known;
      const loading = load();
      kept.set(key, loading);
      loading.catch(() => kept.delete(key));
      return loading;
    },
    pause,
    interrupt() {
      interrupted = true;
      for (const wake of sleepers) wake();
    },
    seen: (path, sandbox) => replies.get(`${sandbox} ${path}`),
    secrets,
    redact: hide,
    warn: (text) => say(`pulumi-aep: ${hide(text)}\n`),
  };
}

const sessions = new Map<string, Session>();

/** The process-wide session for this stack config and environment. Nothing is sent until the first call. */
export function openSession(stack: Record<string, string>): Session {
  const config = parseConfig(stack, process.env);
  const key = JSON.stringify(config);
  const known = sessions.get(key);
  if (known) return known;
  const session = createSession(config);
  sessions.set(key, session);
  return session;
}
