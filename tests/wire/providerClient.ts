import type {
  CheckResponse,
  CreateResponse,
  DiffResponse,
  ProviderProcess,
  ReadResponse,
} from "./providerProcess";
import {
  annotateSecrets,
  containsUnknown,
  unwrapSecretsOf,
  type PropertyMap,
  type PropertyValue,
} from "./propertyValue";
import { RpcFailure } from "./rpcFailure";

export type RpcMethod = "check" | "diff" | "create" | "read" | "update" | "delete";

/** Handles the engine's calls: the real process, or a substitute with the same methods. */
export type Provider = Pick<ProviderProcess, RpcMethod>;

/** One call to the provider, with its request and its response or error. */
export interface RpcRecord {
  readonly method: RpcMethod;
  readonly urn: string;
  readonly kind: string;
  readonly name: string;
  readonly request: Readonly<Record<string, PropertyValue>>;
  /** Position among the starts and ends of all calls; shows which calls overlapped. */
  readonly startedAt: number;
  endedAt?: number;
  response?: unknown;
  error?: unknown;
}

export interface Address {
  readonly urn: string;
  readonly kind: string;
  readonly name: string;
}

/** The result of a create or an update. */
export interface Applied {
  readonly id: string;
  readonly outputs: PropertyMap;
  /** Set when the call failed but returned an id: the engine then keeps the object, with the reasons. */
  readonly failure: RpcFailure | undefined;
}

/**
 * The engine's side of the provider protocol, for a provider that does not accept secrets. Secrets are unwrapped
 * in requests. Values in responses are marked as secret where the matching input was secret.
 */
export class ProviderClient {
  readonly log: RpcRecord[] = [];
  private clock = 0;

  constructor(public process: Provider) {}

  async check(address: Address, olds: PropertyMap | undefined, news: PropertyMap): Promise<CheckResponse> {
    const request = { olds: unwrapSecretsOf(olds ?? {}), news: unwrapSecretsOf(news) };
    const response = await this.call("check", address, request, (process) =>
      process.check(address.urn, request.olds, request.news),
    );
    return { ...response, inputs: annotateSecrets(response.inputs, news) };
  }

  async diff(
    address: Address,
    old: { readonly id: string; readonly inputs: PropertyMap; readonly outputs: PropertyMap },
    news: PropertyMap,
  ): Promise<DiffResponse> {
    const request = { id: old.id, olds: unwrapSecretsOf(old.outputs), news: unwrapSecretsOf(news) };
    return this.call("diff", address, request, (process) =>
      process.diff(address.urn, old.id, request.olds, request.news, unwrapSecretsOf(old.inputs)),
    );
  }

  async create(address: Address, inputs: PropertyMap): Promise<Applied> {
    const request = { inputs: unwrapSecretsOf(inputs) };
    const keepInitFailure = await this.applied(() =>
      this.call("create", address, request, (process) => process.create(address.urn, request.inputs)),
    );
    if (keepInitFailure.id === "") throw new Error(`create of ${address.urn} returned no id`);
    return { ...keepInitFailure, outputs: withoutUnknowns(annotateSecrets(keepInitFailure.outputs, inputs)) };
  }

  async update(address: Address, id: string, olds: PropertyMap, news: PropertyMap): Promise<Applied> {
    const request = { id, olds: unwrapSecretsOf(olds), news: unwrapSecretsOf(news) };
    const applied = await this.applied(async () => ({
      id,
      outputs: await this.call("update", address, request, (process) =>
        process.update(address.urn, id, request.olds, request.news),
      ),
    }));
    return { ...applied, id, outputs: withoutUnknowns(annotateSecrets(applied.outputs, news)) };
  }

  async read(address: Address, id: string, outputs: PropertyMap, inputs: PropertyMap): Promise<ReadResponse> {
    const request = { id, outputs: unwrapSecretsOf(outputs), inputs: unwrapSecretsOf(inputs) };
    const response = await this.call("read", address, request, (process) =>
      process.read(address.urn, id, request.outputs, request.inputs),
    );
    return {
      id: response.id,
      outputs: withoutUnknowns(annotateSecrets(response.outputs, outputs)),
      inputs: response.inputs && withoutUnknowns(annotateSecrets(response.inputs, inputs)),
    };
  }

  async delete(address: Address, id: string, outputs: PropertyMap): Promise<void> {
    const request = { id, outputs: unwrapSecretsOf(outputs) };
    await this.call("delete", address, request, (process) =>
      process.delete(address.urn, id, request.outputs),
    );
  }

  private async applied(change: () => Promise<CreateResponse>): Promise<Applied> {
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
      const response = await run(this.process);
      record.response = response;
      return response;
    } catch (error) {
      record.error = error;
      throw error;
    } finally {
      record.endedAt = this.clock++;
    }
  }
}

function withoutUnknowns(properties: PropertyMap): PropertyMap {
  if (!containsUnknown(properties)) return properties;
  throw new Error(
    "unexpected unknown property value: the provider returned the preview's placeholder as an output",
  );
}
