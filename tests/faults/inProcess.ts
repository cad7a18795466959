import type { Clock } from "../../provider/api/clock";
import { parseConfig } from "../../provider/api/config";
import { ResourceProvider } from "../../provider/lifecycle/resourceProvider";
import { definitions } from "../../provider/resources";
import { createSession, type Session } from "../../provider/api/session";
import type { PropertyMap } from "../wire/propertyValue";
import type { Provider } from "../wire/providerClient";
import type { CheckResponse, CreateResponse, ReadResponse } from "../wire/providerProcess";
import { RpcFailure } from "../wire/rpcFailure";
import { copied, rpcFailureOf, withProvider } from "./serialization";

/** The moment of a kill: before a call to AEP is sent, or before its response arrives. Calls are counted from 1. */
export interface KillPoint {
  readonly call: number;
  readonly when: "before" | "after";
}

export interface InProcessProviderOptions {
  /** As in a stack file. */
  readonly config: Readonly<Record<string, string>>;
  readonly clock: Clock;
  readonly killAt?: KillPoint | undefined;
  /** Ctrl-C immediately before this call to AEP, counted from 1. */
  readonly interruptAt?: number | undefined;
}

/** Real milliseconds after which a call of the engine is a failure. */
const hangMs = 600_000;

/** One completed call of the engine. The duration is in the time of the clock. */
export interface FinishedCall {
  readonly method: string;
  readonly ms: number;
}

/**
 * The provider with an empty memory, as in a new process, but without the process. All values are copied. An error of an
 * object that was created is converted as the runtime converts it. A kill disconnects the provider from AEP and the engine.
 */
export class InProcessProvider implements Provider {
  /** The number of calls to AEP so far, without calls for a token. */
  calls = 0;
  killed = false;
  readonly finishedCalls: FinishedCall[] = [];
  /** Warnings for the user. */
  readonly warnings: string[] = [];
  private readonly session: Session;
  private readonly kinds = new Map<string, ResourceProvider>();
  private readonly waiting = new Set<(error: Error) => void>();
  private readonly underWay = new Set<Promise<unknown>>();

  constructor(private readonly options: InProcessProviderOptions) {
    const session = createSession(parseConfig({ ...options.config }, {}), options.clock, (text) => {
      this.warnings.push(text);
    });
    const { client, clock } = session;
    this.session = {
      ...session,
      client: {
        apiKey: client.apiKey,
        now: () => client.now(),
        send: (request) => this.callAep(() => client.send(request)),
        get: (path, settings) => this.callAep(() => client.get(path, settings)),
      },
      clock: {
        now: () => clock.now(),
        random: () => clock.random(),
        sleep: (ms) => this.unlessKilled(clock.sleep(ms)),
        timer: (ms, expired) => clock.timer(ms, expired),
      },
    };
  }

  /** Stops like `kill -9`: requests that were sent still reach AEP, and nothing else happens. Resolves when AEP has handled them. */
  async kill(): Promise<void> {
    this.disconnect();
    await Promise.all(this.underWay);
  }

  /** Behaves as after a signal: sends no new request to AEP; calls in progress are completed. */
  interrupt(): void {
    this.session.interrupt();
  }

  async check(_urn: string, olds: PropertyMap, news: PropertyMap): Promise<CheckResponse> {
    const [old, inputs] = [copied(olds), copied(news)];
    return this.call("check", news, async (provider) => {
      const result = await provider.check(old, inputs);
      return { inputs: withProvider(result.inputs, news), failures: result.failures };
    });
  }

  async diff(_urn: string, id: string, olds: PropertyMap, news: PropertyMap) {
    const [old, inputs] = [copied(olds), copied(news)];
    return this.call("diff", news, async (provider) => {
      const { replaces, deleteBeforeReplace = false } = await provider.diff(id, old, inputs);
      return { changes: "unknown" as const, replaces, deleteBeforeReplace };
    });
  }

  async create(_urn: string, inputs: PropertyMap): Promise<CreateResponse> {
    const values = copied(inputs);
    return this.call("create", inputs, async (provider) => {
      const { id, outs } = await provider.create(values);
      return { id, outputs: withProvider(outs, inputs) };
    });
  }

  async read(_urn: string, id: string, outputs: PropertyMap, inputs: PropertyMap): Promise<ReadResponse> {
    const props = Object.keys(outputs).length === 0 ? inputs : outputs;
    const values = copied(props);
    return this.call("read", props, async (provider) => {
      const live = await provider.read(id, values);
      return {
        id: live.id ?? "",
        outputs: withProvider(live.props ?? {}, props),
        inputs: live.inputs && withProvider(live.inputs, props),
      };
    });
  }

  async update(_urn: string, id: string, olds: PropertyMap, news: PropertyMap): Promise<PropertyMap> {
    const [old, inputs] = [copied(olds), copied(news)];
    return this.call("update", news, async (provider) =>
      withProvider((await provider.update(id, old, inputs)).outs, news),
    );
  }

  async delete(_urn: string, id: string, outputs: PropertyMap): Promise<void> {
    const values = copied(outputs);
    await this.call("delete", outputs, (provider) => provider.delete(id, values));
  }

  /** Counts and sends one call to AEP, unless the provider is killed here. */
  private async callAep<T>(send: () => Promise<T>): Promise<T> {
    if (this.killed) return neverResolved();
    const { killAt } = this.options;
    const here = ++this.calls === killAt?.call ? killAt.when : undefined;
    if (this.calls === this.options.interruptAt) this.interrupt();
    if (here === "before") {
      this.disconnect();
      return neverResolved();
    }
    const sent = send();
    const done = sent.then(
      () => undefined,
      () => undefined,
    );
    this.underWay.add(done);
    await done;
    this.underWay.delete(done);
    if (here === "after") this.disconnect();
    return this.unlessKilled(sent);
  }

  private async unlessKilled<T>(run: Promise<T>): Promise<T> {
    const result = await run.catch((error: unknown) => {
      if (this.killed) return neverResolved<T>();
      throw error;
    });
    return this.killed ? neverResolved() : result;
  }

  private disconnect(): void {
    if (this.killed) return;
    this.killed = true;
    // Ends retries and waits inside the session.
    this.session.interrupt();
    const waiting = [...this.waiting];
    this.waiting.clear();
    for (const reject of waiting) reject(new Error("the provider process has ended"));
  }

  private async call<T>(
    method: string,
    { __provider: text }: PropertyMap,
    run: (provider: ResourceProvider) => Promise<T>,
  ): Promise<T> {
    const unavailable = (message: string) => new RpcFailure(message, method, "UNAVAILABLE", undefined);
    if (this.killed) throw unavailable("the provider process has ended");
    const { clock } = this.options;
    const began = clock.now();
    const kind = this.kind(String(text));
    return new Promise<T>((resolve, reject) => {
      const ended = (error: Error) => {
        clearTimeout(timer);
        reject(unavailable(error.message));
      };
      const timedOut = () => {
        this.waiting.delete(ended);
        reject(new RpcFailure("no response", method, "DEADLINE_EXCEEDED", undefined));
      };
      const timer = setTimeout(timedOut, hangMs);
      this.waiting.add(ended);
      const finishOnce = (finish: () => void) => {
        if (!this.waiting.delete(ended)) return;
        clearTimeout(timer);
        this.finishedCalls.push({ method, ms: clock.now() - began });
        finish();
      };
      run(kind).then(
        (value) => finishOnce(() => resolve(value)),
        (error: unknown) => finishOnce(() => reject(rpcFailureOf(method, error))),
      );
    });
  }

  /** The runtime configures a kind before its first call. */
  private kind(text: string): ResourceProvider {
    const type = /\.resource\("(\w+)"\)/.exec(text)?.[1];
    const definition = definitions.find((known) => known.type === type);
    if (!definition) throw new Error(`there is no provider in ${text}`);
    const known = this.kinds.get(definition.type);
    if (known) return known;
    const made = new ResourceProvider(definition, () => this.session);
    this.kinds.set(definition.type, made);
    void made.configure({ config: { get: (key) => this.options.config[key] } });
    return made;
  }
}

function neverResolved<T>(): Promise<T> {
  return new Promise(() => undefined);
}
