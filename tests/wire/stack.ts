import { Deployment } from "./deployment";
import type { Naming } from "./goal";
import { declarationsOf, type Program, type ProgramInputs } from "./program";
import { ProviderClient, type Address, type Provider, type RpcRecord } from "./providerClient";
import { redactSecrets } from "./propertyValue";
import { refresh } from "./refresh";
import { Snapshot, type ResourceState } from "./resourceState";
import { Slots } from "./slots";
import { runOf, type Run, type Step } from "./steps";

export interface StackOptions {
  /** A started and configured process. Several stacks can share one. */
  readonly provider: Provider;
  readonly project?: string;
  readonly stack?: string;
  /** The number of creates, updates, deletes and reads that run in parallel. */
  readonly parallel?: number;
  readonly providerTextOf?: (kind: string) => string;
  readonly inputsOf?: (kind: string, name: string, args: ProgramInputs) => ProgramInputs;
  /** URNs of resources inside components; undefined for all others. */
  readonly urnOf?: (kind: string, name: string) => string | undefined;
  readonly state?: readonly ResourceState[];
}

export interface UpOptions {
  /** Refresh first, as `--refresh` does. */
  readonly refresh?: boolean;
  /** Logical names to replace, as `--replace` does. */
  readonly replace?: readonly string[];
}

/** A stack that applies the engine's rules to a real provider process. */
export class Stack {
  private readonly client: ProviderClient;
  private snapshot: Snapshot;

  constructor(private readonly options: StackOptions) {
    this.client = new ProviderClient(options.provider);
    this.snapshot = Snapshot.of(options.state ?? []);
  }

  get provider(): Provider {
    return this.client.process;
  }

  /** Continues with another process, as a new run of the engine does. */
  set provider(process: Provider) {
    this.client.process = process;
  }

  /** Every call so far. Clear it with `length = 0`. */
  get rpcLog(): RpcRecord[] {
    return this.client.log;
  }

  /** The current state, also during a run. */
  get state(): readonly ResourceState[] {
    return this.snapshot.resources;
  }

  /** A copy for `restoreState`. */
  saveState(): ResourceState[] {
    return structuredClone([...this.state]);
  }

  restoreState(state: readonly ResourceState[]): void {
    this.snapshot = Snapshot.of(state);
  }

  /** The readable part of the state file, without secrets. */
  plaintextOfState(): string {
    const readable = this.state.map(({ inputs, outputs, ...rest }) => {
      return { ...rest, inputs: redactSecrets(inputs), outputs: redactSecrets(outputs) };
    });
    return JSON.stringify(readable, undefined, 2);
  }

  find(kind: string, name: string): ResourceState | undefined {
    return this.snapshot.find(this.addressOf(kind, name).urn);
  }

  get(kind: string, name: string): ResourceState {
    const found = this.find(kind, name);
    if (!found) throw new Error(`no ${kind} "${name}" in state`);
    return found;
  }

  async up(program: Program, options: UpOptions = {}): Promise<Run> {
    this.snapshot = Snapshot.of(this.state);
    return this.deploy(program, this.snapshot, options, false);
  }

  async preview(program: Program, options: UpOptions = {}): Promise<Run> {
    return this.deploy(program, Snapshot.of(this.state), options, true);
  }

  async refresh({ previewOnly = false } = {}): Promise<Run> {
    const snapshot = Snapshot.of(this.state);
    if (!previewOnly) this.snapshot = snapshot;
    return runOf(await refresh(this.client, snapshot, this.slots()));
  }

  async destroy(options: Pick<UpOptions, "refresh"> = {}): Promise<Run> {
    return this.up(() => undefined, options);
  }

  private async deploy(
    program: Program,
    snapshot: Snapshot,
    options: UpOptions,
    preview: boolean,
  ): Promise<Run> {
    const declarations = declarationsOf(program);
    const reads: readonly Step[] = options.refresh ? await refresh(this.client, snapshot, this.slots()) : [];
    if (reads.some((step) => step.error)) return runOf(reads);
    const deployment = new Deployment(this.client, snapshot, this.slots(), {
      preview,
      replace: new Set(options.replace),
      naming: this.naming(),
    });
    return runOf([...reads, ...(await deployment.run(declarations))]);
  }

  private naming(): Naming {
    const { providerTextOf = referenceTo, inputsOf = this.inputsOf } = this.options;
    return {
      providerTextOf,
      inputsOf,
      addressOf: (kind, name) => this.addressOf(kind, name),
    };
  }

  private addressOf(kind: string, name: string): Address & { readonly type: string } {
    const { project, stack } = this.names;
    const type = `pulumi-nodejs:dynamic/aep:${kind}`;
    const urn = this.options.urnOf?.(kind, name) ?? `urn:pulumi:${stack}::${project}::${type}::${name}`;
    return { kind, name, type, urn };
  }

  private get names(): { readonly project: string; readonly stack: string } {
    return { project: this.options.project ?? "ingestion", stack: this.options.stack ?? "dev" };
  }

  /** The arguments that every class of the sdk adds. */
  private readonly inputsOf = (_kind: string, name: string, args: ProgramInputs): ProgramInputs => {
    return { sandbox: "dev", pulumi: { ...this.names, name }, ...args };
  };

  private slots(): Slots {
    return new Slots(this.options.parallel ?? 8);
  }
}

function referenceTo(kind: string): string {
  return `exports.handler=()=>require("pulumi-aep/provider").resource("${kind}")`;
}
