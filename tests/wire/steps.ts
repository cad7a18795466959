import type { Address, RpcMethod } from "./providerClient";
import { RpcFailure } from "./rpcFailure";

/** `refuse`: the check or diff of the resource failed, so no operation was planned. */
export type Operation = "create" | "update" | "replace" | "delete" | "same" | "read" | "refuse";

export interface StepError {
  readonly stage: RpcMethod;
  /** The gRPC status, or `ENGINE` for a response that the engine rejects. */
  readonly code: string;
  readonly message: string;
  /** The reasons shown to the user if the call failed but the object stays in state. */
  readonly reasons: readonly string[];
}

export interface Step extends Address {
  readonly op: Operation;
  readonly id: string | undefined;
  /** Paths of the inputs that differ, as Pulumi prints them. */
  readonly diff: readonly string[];
  /** Paths that caused the replacement. */
  readonly replaces: readonly string[];
  /** On a replacement: the old object is deleted first. */
  readonly deleteBeforeReplace: boolean;
  /** On a deletion: the object is replaced by another one. */
  readonly replacing: boolean;
  /** On a read by refresh: the object no longer exists. */
  readonly gone: boolean;
  readonly error: StepError | undefined;
}

export interface Run {
  readonly ok: boolean;
  readonly steps: readonly Step[];
  readonly errors: readonly StepError[];
  /** `create Dataset customers` and so on, in order of completion, without unchanged resources. */
  readonly changes: readonly string[];
}

/** A resource whose check failed, with the message shown to the user. */
export class CheckRefusal extends Error {
  override readonly name = "CheckRefusal";
}

export function stepOf(op: Operation, address: Address, rest: Partial<Step> = {}): Step {
  const { urn, kind, name } = address;
  const plain = { id: undefined, diff: [], replaces: [], error: undefined };
  const flags = { deleteBeforeReplace: false, replacing: false, gone: false };
  return { op, urn, kind, name, ...plain, ...flags, ...rest };
}

export function stepErrorOf(stage: RpcMethod, error: unknown): StepError {
  const message = error instanceof Error ? error.message : String(error);
  if (!(error instanceof RpcFailure)) return { stage, code: "ENGINE", message, reasons: [] };
  const reasons = error.initFailure?.reasons ?? [];
  // The engine shows only the reasons of such an error, not its message.
  return { stage, code: error.code, message: error.initFailure ? reasons.join("; ") : message, reasons };
}

export function runOf(steps: readonly Step[]): Run {
  const errors = steps.flatMap((step) => (step.error ? [step.error] : []));
  const changed = steps.filter(({ op, diff, gone, error }) => {
    if (error) return true;
    return op === "read" ? gone || diff.length > 0 : op !== "same";
  });
  return {
    ok: errors.length === 0,
    steps,
    errors,
    changes: changed.map(({ op, kind, name }) => `${op} ${kind} ${name}`),
  };
}
