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
  /** Folder from which `__provider` texts resolve their `require`. Default: the root of this project. */
  readonly cwd?: string;
  /** Added to the environment of this process. `undefined` removes a variable. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

export interface CheckFailure {
  readonly property: string;
  readonly reason: string;
}

export interface CheckResponse {
  readonly inputs: PropertyMap;
  readonly failures: readonly CheckFailure[];
}

export interface DiffResponse {
  /** `unknown` if the provider left `changes` undefined; the engine then compares the inputs itself. */
  readonly changes: "some" | "none" | "unknown";
  readonly replaces: readonly string[];
  readonly deleteBeforeReplace: boolean;
}

export interface CreateResponse {
  readonly id: string;
  readonly outputs: PropertyMap;
}

export interface ReadResponse {
  /** Empty if the object no longer exists. */
  readonly id: string;
  readonly outputs: PropertyMap;
  readonly inputs: PropertyMap | undefined;
}

type UnaryCallback<T> = (error: ServiceError | null, response: T) => void;
type UnaryMethod<Q, T> = (
  request: Q,
  head: Metadata,
  options: CallOptions,
  response: UnaryCallback<T>,
) => ClientUnaryCall;

/** Options of Node.js that halve the processor time of a start: fewer modules, fewer collections of young objects. */
const quickStart = ["--max-semi-space-size=64", "--import", join(__dirname, "omittedModules.mjs")];

/** The real process in which Pulumi runs dynamic providers. Tests call it as the engine does. */
export class ProviderProcess {
  /** The exit code of the process, or the signal that ended it. */
  readonly exited: Promise<number | NodeJS.Signals>;
  /** Deadline of each call. Only a call that hangs reaches it. */
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
    // The command line requires the engine's address, but this provider never calls the engine.
    const child = spawn(join(root, "node_modules/.bin/node"), [...quickStart, script, "127.0.0.1:1"], {
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

  /** Everything that the process printed. The engine shows all of it to the user. */
  get output(): { readonly stdout: string; readonly stderr: string } {
    return { stdout: this.printed.stdout.replace(/^\d+\n/, ""), stderr: this.printed.stderr };
  }

  async configure(config: Readonly<Record<string, string>>): Promise<void> {
    const request = new messages.ConfigureRequest().setArgs(struct(config)).setAcceptsecrets(true);
    await this.unary("configure", request, (client) => client.configure);
  }

  async check(urn: string, olds: PropertyMap, news: PropertyMap): Promise<CheckResponse> {
    const request = new messages.CheckRequest().setUrn(urn).setOlds(struct(olds)).setNews(struct(news));
    const response = await this.unary("check", request, (client) => client.check);
    const failures = response.getFailuresList().map((failure) => failure.toObject());
    return { inputs: propertiesOf(response.getInputs()), failures };
  }

  async diff(urn: string, id: string, olds: PropertyMap, news: PropertyMap, oldInputs: PropertyMap) {
    const request = new messages.DiffRequest()
      .setUrn(urn)
      .setId(id)
      .setOlds(struct(olds))
      .setNews(struct(news));
    const response = await this.unary(
      "diff",
      request.setOldInputs(struct(oldInputs)),
      (client) => client.diff,
    );
    const changes = (["unknown", "none", "some"] as const)[response.getChanges()];
    return {
      changes,
      replaces: response.getReplacesList(),
      deleteBeforeReplace: response.getDeletebeforereplace(),
    } satisfies DiffResponse;
  }

  async create(urn: string, inputs: PropertyMap): Promise<CreateResponse> {
    const request = new messages.CreateRequest().setUrn(urn).setProperties(struct(inputs));
    const response = await this.unary("create", request, (client) => client.create);
    return { id: response.getId(), outputs: propertiesOf(response.getProperties()) };
  }

  async read(urn: string, id: string, outputs: PropertyMap, inputs: PropertyMap): Promise<ReadResponse> {
    const request = new messages.ReadRequest().setUrn(urn).setId(id);
    request.setProperties(struct(outputs)).setInputs(struct(inputs));
    const response = await this.unary("read", request, (client) => client.read);
    const live = response.getInputs();
    return {
      id: response.getId(),
      outputs: propertiesOf(response.getProperties()),
      inputs: live ? propertiesOf(live) : undefined,
    };
  }

  async update(urn: string, id: string, olds: PropertyMap, news: PropertyMap): Promise<PropertyMap> {
    const request = new messages.UpdateRequest()
      .setUrn(urn)
      .setId(id)
      .setOlds(struct(olds))
      .setNews(struct(news));
    const response = await this.unary("update", request, (client) => client.update);
    return propertiesOf(response.getProperties());
  }

  async delete(urn: string, id: string, outputs: PropertyMap): Promise<void> {
    const request = new messages.DeleteRequest().setUrn(urn).setId(id).setProperties(struct(outputs));
    await this.unary("delete", request, (client) => client.delete);
  }

  /** Sends a signal, as the engine does at the end of a command. */
  signal(name: "SIGINT" | "SIGTERM"): void {
    this.child.kill(name);
  }

  /** Ends the process as `kill -9` does: running calls fail and nothing is cleaned up. */
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
      if (event === undefined)
        throw new Error(
          `the provider process ended before it was ready. Its error output: ${this.printed.stderr}`,
        );
    }
  }

  private unary<Q, T>(
    method: string,
    request: Q,
    pick: (client: ResourceProviderClient) => UnaryMethod<Q, T>,
  ): Promise<T> {
    const client = this.client!;
    const options = { deadline: Date.now() + this.deadlineMs };
    return new Promise((resolve, reject) => {
      pick(client).call(client, request, new Metadata(), options, (error, response) => {
        if (error) reject(rpcFailureOf(method, error));
        else resolve(response);
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
