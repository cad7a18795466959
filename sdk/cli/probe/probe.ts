import { randomBytes } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { type Clock, systemClock } from "../../../provider/api/clock";
import { type Config, parseConfig } from "../../../provider/api/config";
import { Interrupted, InvalidInput } from "../../../provider/api/errors";
import { KnownSecrets } from "../../../provider/api/redact";
import type { Output } from "../output";
import { version } from "../version";
import { factsOf, namePrefix } from "./kinds";
import { groups } from "./observations";
import { ProbeClient, Traffic } from "./probeClient";
import type { ProbeOptions } from "./probeCommand";
import { type Printer, printerFor } from "./progress";
import { removeLeftovers } from "./removal";
import { reportOf } from "./report";
import { type Findings, observeAll } from "./runner";
import { refuseProduction } from "./sandbox";
import { Scene } from "./scene";
import { stackConfig } from "./stackConfig";
import { tableOf } from "./table";
import { type Remaining, Workshop } from "./workshop";

/** What tests replace. */
export interface ProbeContext {
  environment: NodeJS.ProcessEnv;
  clock: Clock;
  /** Calls `interrupt` on Ctrl-C; returns the function that ends this. */
  onInterrupt: (interrupt: () => void) => () => void;
}

const system: ProbeContext = { environment: process.env, clock: systemClock, onInterrupt: onSignals };

/** Runs the probe. Returns the exit code of the process. */
export async function probe(options: ProbeOptions, to: Output, context = system): Promise<number> {
  const stack = options.stack === undefined ? {} : await stackConfig(options.stack);
  const config = withSandbox(parseConfig(stack, context.environment));
  const secrets = new KnownSecrets();
  const traffic = new Traffic();
  const connect = () => new ProbeClient(config, context.clock, secrets, traffic);
  const printer = printerFor(to, (text) => secrets.redact(text));
  const run = new ProbeRun(connect, printer);
  const stop = context.onInterrupt(() => run.interrupt());
  try {
    return await run.complete(options, config.sandbox);
  } catch (error) {
    if (error instanceof Interrupted) return 130;
    throw error;
  } finally {
    stop();
  }
}

const searchFailed = `The search for objects without a known id failed. The next run deletes objects named ${namePrefix}*.`;

function withSandbox(config: Config): Config & { sandbox: string } {
  const { sandbox } = config;
  if (sandbox !== undefined) return { ...config, sandbox };
  throw new InvalidInput("The probe needs a sandbox. Set aep:sandbox or AEP_SANDBOX.");
}

class ProbeRun {
  private client: ProbeClient;
  private interrupts = 0;
  private deleting = false;
  private readonly remaining: Remaining[] = [];

  constructor(
    private readonly connect: () => ProbeClient,
    private readonly printer: Printer,
  ) {
    this.client = connect();
  }

  /** The first interrupt ends the observations, the second one the deletions too. */
  interrupt(): void {
    this.interrupts++;
    if (this.interrupts === 1)
      this.printer.note("Interrupted. Deletes the objects of the probe before it ends.");
    if (this.deleting && this.interrupts === 1) return;
    this.client.interrupt();
  }

  /** Returns the exit code of the process. */
  async complete({ allowProduction, report }: ProbeOptions, sandbox: string): Promise<number> {
    await refuseProduction(this.client, sandbox, allowProduction);
    const removed = await this.removeLeftovers();
    if (removed > 0) this.printer.note(`Deleted ${removed} objects of an earlier run.`);
    const findings = await this.observe();
    this.printer.table(tableOf(findings));
    if (report !== undefined) await writeFile(report, reportOf(findings, version()));
    if (this.interrupts > 0) return 130;
    return this.remaining.length > 0 ? 1 : 0;
  }

  private async observe(): Promise<Findings> {
    const workshop = new Workshop(this.client);
    const scene = new Scene(workshop, randomBytes(4).toString("hex"));
    try {
      return await observeAll(groups, scene, this.printer.progress);
    } finally {
      await this.removeAll(workshop);
    }
  }

  /** Deletes what the run made, and names what AEP did not delete. */
  private async removeAll(workshop: Workshop): Promise<void> {
    this.deleting = true;
    // The interrupt ended the client of the observations.
    if (this.interrupts > 0) this.client = this.connect();
    this.printer.note(`Deletes ${workshop.made.length} objects.`);
    this.remaining.push(...(await workshop.removeAll(this.client)));
    if (this.client.traffic.uncertain)
      await this.removeLeftovers().catch(() => this.printer.note(searchFailed));
    for (const { kind, id, reason } of this.remaining) {
      this.printer.note(`AEP did not delete the ${factsOf(kind).title} ${id}: ${reason}. Delete it in AEP.`);
    }
    this.printer.note(`${this.client.traffic.attempts} requests.`);
  }

  private async removeLeftovers(): Promise<number> {
    const { removed, remaining, unsearched } = await removeLeftovers(this.client);
    if (unsearched.length > 0) {
      this.printer.note(
        `AEP gave no list of these kinds, so that objects of an earlier run may be left: ${unsearched.join(", ")}.`,
      );
    }
    const known = new Set(this.remaining.map(({ id }) => id));
    this.remaining.push(...remaining.filter(({ id }) => !known.has(id)));
    return removed;
  }
}

function onSignals(interrupt: () => void): () => void {
  const signals = ["SIGINT", "SIGTERM"] as const;
  for (const signal of signals) process.on(signal, interrupt);
  return () => {
    for (const signal of signals) process.off(signal, interrupt);
  };
}
