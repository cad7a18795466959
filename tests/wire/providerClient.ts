import type { CheckReply, CreateReply, DiffReply, ProviderProcess, ReadReply } from "./providerProcess";
import {
  annotateSecrets,
  containsUnknown,
  unwrapSecretsOf,
  type PropertyMap,
  type PropertyValue,
} from "./propertyValue";
import { RpcFailure } from "./rpcFailure";

export type RpcMethod = "check" | "diff" | "create" | "read" | "update" | "delete";

/** What answers the engine's calls: the real process, or whatever behaves like it. */
export type Provider = Pick<ProviderProcess, RpcMethod>;

/** One call, as the provider got it and answered it. */
export interface RpcRecord {
  readonly method: RpcMethod;
  readonly urn: string;
  readonly kind: string;
  readonly name: string;
  readonly request: Readonly<Record<string, PropertyValue>>;
  /** Position among all starts and ends of calls: shows which calls overlapped. */
  readonly startedAt: number;
  endedAt?: number;
  reply?: unknown;
  error?: unknown;
}

export interface Address {
  readonly urn: string;
  readonly kind: string;
  readonly name: string;
}

/** What a creation or an update left behind. */
export interface Applied {
  readonly id: string;
  readonly outputs: PropertyMap;
  /** Set when the call failed but named the object: the engine keeps it, with the reasons. */
  readonly failure: RpcFailure | undefined;
}

/**
 * The engine's side of the provider protocol for a provider that accepts no secrets: values go out
 * unwrapped and come back marked where the counterpart was secret.
 */
export class ProviderClient {
  readonly log: RpcRecord[] = [];
  private clock = 0;

  constructor(public process: Provider) {}

  async check(address: Address, olds: PropertyMap | undefined, news: PropertyMap): Promise<CheckReply> {
    const request = { olds: unwrapSecretsOf(olds ?? {}), news: unwrapSecretsOf(news) };
    const reply = await this.call("check", address, request, (process) =>
      process.check(address.urn, request.olds, request.news),
    );
    return { ...reply, inputs: annotateSecrets(reply.inputs, news) };
  }

  async diff(
    address: Address,
    old: { readonly id: string; readonly inputs: PropertyMap; readonly outputs: PropertyMap },
    news: PropertyMap,
  ): Promise<DiffReply> {
    const request = { id: old.id, olds: unwrapSecretsOf(old.outputs), news: unwrapSecretsOf(news) };
    return this.call("diff", address, request, (process) =>
      process.diff(address.urn, old.id, request.olds, request.news, unwrapSecretsOf(old.inputs)),
    );
  }

  async create(address: Address, inputs: PropertyMap): Promise<Applied> {
    const request = { inputs: unwrapSecretsOf(inputs) };
    const applied = await this.applied(() =>
      this.call("create", address, request, (process) => process.create(address.urn, request.inputs)),
    );
    if (applied.id === "") throw new Error(`create of ${address.urn} answered without an id`);
    return { ...applied, outputs: known(annotateSecrets(applied.outputs, inputs)) };
  }

  async update(address: Address, id: string, olds: PropertyMap, news: PropertyMap): Promise<Applied> {
    const request = { id, olds: unwrapSecretsOf(olds), news: unwrapSecretsOf(news) };
    const applied = await this.applied(async () => ({
      id,
      outputs: await this.call("update", address, request, (process) =>
        process.update(address.urn, id, request.olds, request.news),
      ),
    }));
    return { ...applied, id, outputs: known(annotateSecrets(applied.outputs, news)) };
  }

  async read(address: Address, id: string, outputs: PropertyMap, inputs: PropertyMap): Promise<ReadReply> {
    const request = { id, outputs: unwrapSecretsOf(outputs), inputs: unwrapSecretsOf(inputs) };
    const reply = await this.call("read", address, request, (process) =>
      process.read(address.urn, id, request.outputs, request.inputs),
    );
    return {
      id: reply.id,
      outputs: known(annotateSecrets(reply.outputs, outputs)),
      inputs: reply.inputs && known(annotateSecrets(reply.inputs, inputs)),
    };
  }

  async delete(address: Address, id: string, outputs: PropertyMap): Promise<void> {
    const request = { id, outputs: unwrapSecretsOf(outputs) };
    await this.call("delete", address, request, (process) =>
      process.delete(address.urn, id, request.outputs),
    );
  }

  private async applied(change: () => Promise<CreateReply>): Promise<Applied> {
    try {
      return { ...(await change()), failure: undefined };
    } catch (error) {
      if (!(error instanceof RpcFailure) || !error.initFailure) throw error;
      const { id, properties } = error.initFailure;
      return { id, outputs: properties, failure: error };
    }
  }

  private async call<T>(
    method: RpcMethod,
    { urn, kind, name }: Address,
    request: Readonly<Record<string, PropertyValue>>,
    run: (process: Provider) => Promise<T>,
  ): Promise<T> {
    const record: RpcRecord = { method, urn, kind, name, request, startedAt: this.clock++ };
    this.log.push(record);
    try {
      const reply = await run(this.process);
      record.reply = reply;
      return reply;
    } catch (error) {
      record.error = error;
      throw error;
    } finally {
      record.endedAt = this.clock++;
    }
  }
}

function known(properties: PropertyMap): PropertyMap {
  if (!containsUnknown(properties)) return properties;
  throw new Error("unexpected unknown property value: the provider put the preview's placeholder into state");
}
