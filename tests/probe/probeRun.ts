import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Clock, systemClock } from "../../provider/api/clock";
import { probe } from "../../sdk/cli/probe/probe";
import type { Value } from "../../sdk/cli/probe/observation";
import { type Emulator, start, type Switches } from "../emulator";

export const credentials = { clientId: "probe-test", clientSecret: "canary-secret-of-the-probe" };

export interface Report {
  observations: { switch: string; value: Value; seen: string }[];
  questions: { question: string; seen: string }[];
  notObserved: { switch?: string; question?: string; behaviour: string; reason: string }[];
}

export interface Run {
  code: number;
  stdout: string;
  stderr: string;
  /** The file as text. */
  file: string;
  report: Report;
}

/** A clock whose time passes in sleeps only, so that no test waits. Server and client share it. */
export class SkippingClock implements Clock {
  private skippedMs = 0;
  random = (): number => 0.5;
  timer = systemClock.timer;

  /** Is called whenever the time is read: before and after each request. */
  onRead = (): void => undefined;

  now = (): number => {
    this.onRead();
    return Date.now() + this.skippedMs;
  };

  sleep = (ms: number): Promise<void> => {
    this.skippedMs += ms;
    return new Promise((resolve) => setImmediate(resolve));
  };
}

export interface World {
  emulator: Emulator;
  clock: SkippingClock;
}

export async function startWorld(switches: Partial<Switches> = {}): Promise<World> {
  const clock = new SkippingClock();
  return { emulator: await start({ switches, now: clock.now }), clock };
}

export interface RunOptions {
  sandbox?: string;
  allowProduction?: boolean;
  /** Gets the function that a Ctrl-C calls. */
  interruptible?: (interrupt: () => void) => void;
}

export async function runProbe({ emulator, clock }: World, options: RunOptions = {}): Promise<Run> {
  const folder = await mkdtemp(join(tmpdir(), "probe-"));
  const path = join(folder, "report.json");
  const texts = { stdout: "", stderr: "" };
  const to = (name: "stdout" | "stderr") => ({ write: (text: string) => (texts[name] += text) });
  const context = {
    environment: environmentOf(emulator, options.sandbox ?? "dev"),
    clock,
    onInterrupt: (interrupt: () => void) => {
      options.interruptible?.(interrupt);
      return () => undefined;
    },
  };
  try {
    const arguments_ = { report: path, allowProduction: options.allowProduction ?? false };
    const code = await probe(arguments_, { stdout: to("stdout"), stderr: to("stderr") }, context);
    const file = await readFile(path, "utf8");
    return { code, ...texts, file, report: JSON.parse(file) as Report };
  } finally {
    await rm(folder, { recursive: true });
  }
}

function environmentOf(emulator: Emulator, sandbox: string): NodeJS.ProcessEnv {
  return {
    AEP_ENDPOINT: emulator.url,
    AEP_IMS_ENDPOINT: emulator.url,
    AEP_ORG_ID: emulator.world.orgId,
    AEP_CLIENT_ID: credentials.clientId,
    AEP_CLIENT_SECRET: credentials.clientSecret,
    AEP_SANDBOX: sandbox,
  };
}

const collections = [
  "connections",
  "sourceConnections",
  "targetConnections",
  "flows",
  "mappingSets",
  "dataSets",
  "descriptors",
  "schemas",
  "fieldgroups",
];

/** All objects in the sandbox, by collection. */
export function objectsIn(emulator: Emulator, sandbox = "dev"): Record<string, number> {
  const counts = collections.map((name) => [name, emulator.objects(sandbox, name).length] as const);
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}
