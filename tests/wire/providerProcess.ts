import { spawn, type ChildProcessByStdio } from "node:child_process";
import { once } from "node:events";
import { join, resolve } from "node:path";
import type { Readable } from "node:stream";
import {
  credentials,
  Metadata,
  type CallOptions,
  type ClientUnaryCall,
  type ServiceError,
} from "@grpc/grpc-js";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as messages from "@pulumi/pulumi/proto/provider_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import type { PropertyMap } from "./propertyValue";
import { rpcFailureOf } from "./rpcFailure";

const root = resolve(__dirname, "../..");

export interface ProviderProcessOptions {
  /** Folder from which `__provider` texts resolve their `require`; the root of this project if not given. */
  readonly cwd?: string;
  /** Added to the environment of this process; `undefined` removes a variable. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

export interface CheckFailure {
  readonly property: string;
  readonly reason: string;
}

export interface CheckReply {
  readonly inputs: PropertyMap;
  readonly failures: readonly CheckFailure[];
}

export interface DiffReply {
  /** `unknown` when the provider left `changes` undefined: the engine then compares inputs itself. */
  readonly changes: "some" | "none" | "unknown";
  readonly replaces: readonly string[];
  readonly deleteBeforeReplace: boolean;
}

export interface CreateReply {
  readonly id: string;
  readonly outputs: PropertyMap;
}

export interface ReadReply {
  /** Empty when the object is gone. */
  readonly id: string;
  readonly outputs: PropertyMap;
  readonly inputs: PropertyMap | undefined;
}

type Reply<T> = (error: ServiceError | null, reply: T) => void;
type Unary<Q, T> = (query: Q, head: Metadata, options: CallOptions, reply: Reply<T>) => ClientUnaryCall;

/** The real process in which Pulumi runs dynamic providers, called as the engine calls it. */
export class ProviderProcess {
  /** How the process ended: its exit code, or the signal that ended it. */
  readonly exited: Promise<number | NodeJS.Signals>;
  /** Of each call; only one that hangs takes that long. */
  deadlineMs = 600_000;
  private printed = { stdout: "", stderr: "" };

  private constructor(
    private readonly child: ChildProcessByStdio<null, Readable, Readable>,
    private client: ResourceProviderClient | undefined,
  ) {
    this.exited = once(child, "exit").then(
      ([code, signal]: (number | NodeJS.Signals | null)[]) => (code ?? signal)!,
    );
    child.stdout.on("data", (chunk: Buffer) => (this.printed.stdout += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (this.printed.stderr += chunk.toString()));
    const killChild = (): void => void child.kill("SIGKILL");
    process.once("exit", killChild);
    child.once("exit", () => process.removeListener("exit", killChild));
  }

  static async start(options: ProviderProcessOptions = {}): Promise<ProviderProcess> {
    const script = require.resolve("@pulumi/pulumi/cmd/dynamic-provider/index.js");
    // The engine's address is needed on the command line, but this provider never calls it.
    const child = spawn(join(root, "node_modules/.bin/node"), [script, "127.0.0.1:1"], {
      cwd: options.cwd ?? root,
      env: { ...process.env, ...options.env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const started = new ProviderProcess(child, undefined);
    const port = await started.readPort();
    started.client = new ResourceProviderClient(`127.0.0.1:${port}`, credentials.createInsecure(), {
      "grpc.max_receive_message_length": 400 * 1024 * 1024,
      "grpc.enable_retries": 0,
    });
    return started;
  }

  get pid(): number | undefined {
    return this.child.pid;
  }

  /** Everything that the process printed; the engine shows all of it to the user. */
  get output(): { readonly stdout: string; readonly stderr: string } {
    return { stdout: this.printed.stdout.replace(/^\d+\n/, ""), stderr: this.printed.stderr };
  }

  async configure(config: Readonly<Record<string, string>>): Promise<void> {
    const query = new messages.ConfigureRequest().setArgs(struct(config)).setAcceptsecrets(true);
    await this.unary("configure", query, (client) => client.configure);
  }

  async check(urn: string, olds: PropertyMap, news: PropertyMap): Promise<CheckReply> {
    const query = new messages.CheckRequest().setUrn(urn).setOlds(struct(olds)).setNews(struct(news));
    const reply = await this.unary("check", query, (client) => client.check);
    const failures = reply.getFailuresList().map((failure) => failure.toObject());
    return { inputs: propertiesOf(reply.getInputs()), failures };
  }

  async diff(urn: string, id: string, olds: PropertyMap, news: PropertyMap, oldInputs: PropertyMap) {
    const query = new messages.DiffRequest()
      .setUrn(urn)
      .setId(id)
      .setOlds(struct(olds))
      .setNews(struct(news));
    const reply = await this.unary("diff", query.setOldInputs(struct(oldInputs)), (client) => client.diff);
    const changes = (["unknown", "none", "some"] as const)[reply.getChanges()];
    return {
      changes,
      replaces: reply.getReplacesList(),
      deleteBeforeReplace: reply.getDeletebeforereplace(),
    } satisfies DiffReply;
  }

  async create(urn: string, inputs: PropertyMap): Promise<CreateReply> {
    const query = new messages.CreateRequest().setUrn(urn).setProperties(struct(inputs));
    const reply = await this.unary("create", query, (client) => client.create);
    return { id: reply.getId(), outputs: propertiesOf(reply.getProperties()) };
  }

  async read(urn: string, id: string, outputs: PropertyMap, inputs: PropertyMap): Promise<ReadReply> {
    const query = new messages.ReadRequest().setUrn(urn).setId(id);
    query.setProperties(struct(outputs)).setInputs(struct(inputs));
    const reply = await this.unary("read", query, (client) => client.read);
    const live = reply.getInputs();
    return {
      id: reply.getId(),
      outputs: propertiesOf(reply.getProperties()),
      inputs: live ? propertiesOf(live) : undefined,
    };
  }

  async update(urn: string, id: string, olds: PropertyMap, news: PropertyMap): Promise<PropertyMap> {
    const query = new messages.UpdateRequest()
      .setUrn(urn)
      .setId(id)
      .setOlds(struct(olds))
      .setNews(struct(news));
    const reply = await this.unary("update", query, (client) => client.update);
    return propertiesOf(reply.getProperties());
  }

  async delete(urn: string, id: string, outputs: PropertyMap): Promise<void> {
    const query = new messages.DeleteRequest().setUrn(urn).setId(id).setProperties(struct(outputs));
    await this.unary("delete", query, (client) => client.delete);
  }

  /** Sends a signal as the engine does at the end of a command. */
  signal(name: "SIGINT" | "SIGTERM"): void {
    this.child.kill(name);
  }

  /** Ends the process as `kill -9` does: calls under way fail, nothing is cleaned up. */
  async kill(): Promise<void> {
    this.child.kill("SIGKILL");
    if (this.child.exitCode === null && this.child.signalCode === null) await this.exited;
    this.client?.close();
  }

  private async readPort(): Promise<string> {
    for (;;) {
      const port = /^(\d+)\n/.exec(this.printed.stdout)?.[1];
      if (port !== undefined) return port;
      const event = await Promise.race([once(this.child.stdout, "data"), this.exited.then(() => undefined)]);
      if (event === undefined) throw new Error(`the provider process ended at start: ${this.printed.stderr}`);
    }
  }

  private unary<Q, T>(
    method: string,
    query: Q,
    pick: (client: ResourceProviderClient) => Unary<Q, T>,
  ): Promise<T> {
    const client = this.client!;
    const options = { deadline: Date.now() + this.deadlineMs };
    return new Promise((answer, refuse) => {
      pick(client).call(client, query, new Metadata(), options, (error, reply) => {
        if (error) refuse(rpcFailureOf(method, error));
        else answer(reply);
      });
    });
  }
}

function struct(properties: PropertyMap): Struct {
  return Struct.fromJavaScript(properties);
}

function propertiesOf(value: Struct | undefined): PropertyMap {
  return (value?.toJavaScript() ?? {}) as PropertyMap;
}
