import { AuthorizedClient, type AepClient } from "./aepClient";
import { Cache } from "./cache";
import { type Clock, RunClock, systemClock } from "./clock";
import { type Config, parseConfig } from "./config";
import { HttpClient } from "./httpClient";
import { KnownSecrets } from "./redact";
import { tokenSource } from "./auth";

/** One organisation and one credential. All kinds and look-ups of the process share its token, connections and memory. */
export interface Session {
  config: Config;
  /** An interrupt ends its sleeps at once. */
  clock: Clock;
  /** Requests to AEP. */
  client: AepClient;
  /** Results that are loaded once per process. */
  cache: Cache;
  /** Values that no text may show. */
  secrets: KnownSecrets;
  /** Prints a warning, without secrets, and goes on. */
  warn(text: string): void;
  /** The run was interrupted: requests under way finish, no new one is sent. */
  interrupt(): void;
}

/** Pulumi shows what the provider's process writes to stderr beside the resources. */
const toStderr = (text: string) => void process.stderr.write(text);

export function createSession(
  config: Config,
  systemOrTestClock: Clock = systemClock,
  write = toStderr,
): Session {
  const clock = new RunClock(systemOrTestClock);
  const secrets = new KnownSecrets();
  const http = new HttpClient(config, clock);
  const client = new AuthorizedClient(config, http, tokenSource(config, http, clock, secrets), clock);
  return {
    config,
    clock,
    client,
    cache: new Cache(),
    secrets,
    warn: (text) => write(`pulumi-aep: ${secrets.redact(text)}\n`),
    interrupt: () => clock.interrupt(),
  };
}

const sessions = new Map<string, Session>();

/** The session of this process for this stack config and environment. It sends no request until the first call. */
export function openSession(stack: Record<string, string>): Session {
  const config = parseConfig(stack, process.env);
  const key = JSON.stringify(config);
  const known = sessions.get(key);
  if (known) return known;
  const session = createSession(config);
  sessions.set(key, session);
  return session;
}
