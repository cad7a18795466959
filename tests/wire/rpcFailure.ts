import { status, type ServiceError } from "@grpc/grpc-js";
import { ErrorResourceInitFailed } from "@pulumi/pulumi/proto/provider_pb";
import { Status } from "@pulumi/pulumi/proto/status_pb";
import type { PropertyMap } from "./propertyValue";

/** The details that a provider returns for an object that exists but did not become ready. */
export interface InitFailure {
  readonly id: string;
  readonly properties: PropertyMap;
  readonly reasons: readonly string[];
}

/** A call that failed with an error of the provider or reached its deadline. */
export class RpcFailure extends Error {
  override readonly name = "RpcFailure";

  constructor(
    message: string,
    readonly method: string,
    readonly code: string,
    readonly initFailure: InitFailure | undefined,
  ) {
    super(message);
  }
}

export function rpcFailureOf(method: string, error: ServiceError): RpcFailure {
  const initFailure = error.metadata
    .get("grpc-status-details-bin")
    .map((details) => initFailureOf(details))
    .find((found) => found !== undefined);
  return new RpcFailure(error.details || error.message, method, status[error.code] ?? "UNKNOWN", initFailure);
}

function initFailureOf(details: string | Buffer): InitFailure | undefined {
  if (typeof details === "string") return undefined;
  for (const detail of Status.deserializeBinary(details).getDetailsList()) {
    if (detail.getTypeName() !== "pulumirpc.ErrorResourceInitFailed") continue;
    const failure = ErrorResourceInitFailed.deserializeBinary(detail.getValue_asU8());
    const properties = (failure.getProperties()?.toJavaScript() ?? {}) as PropertyMap;
    return { id: failure.getId(), properties, reasons: failure.getReasonsList() };
  }
  return undefined;
}
