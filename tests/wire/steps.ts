import type { Address, RpcMethod } from "./providerClient";
import { RpcFailure } from "./rpcFailure";

/** `refuse` is a resource whose check or diff failed, so that nothing was decided about it. */
export type Operation = "create" | "update" | "replace" | "delete" | "same" | "read" | "refuse";

export interface StepError {
  readonly stage: RpcMethod;
  /** The gRPC status, or `ENGINE` for an answer that the engine itself does not take. */
  readonly code: string;
  readonly message: string;
  /** What the user is told when the object was kept although the call failed. */
  readonly reasons: readonly string[];
}

export interface Step extends Address {
  readonly op: Operation;
  readonly id: string | undefined;
  /** Paths of the inputs that differ, as Pulumi prints them. */
  readonly diff: readonly string[];
  /** Paths that made it a replacement. */
  readonly replaces: readonly string[];
  /** On a replacement: the old object goes first. */
  readonly deleteBeforeReplace: boolean;
  /** On a deletion: another object takes its place. */
  readonly replacing: boolean;
  /** On a read by refresh: the object no longer exists. */
  readonly gone: boolean;
  readonly error: StepError | undefined;
}

export interface Run {
  readonly ok: boolean;
  readonly steps: readonly Step[];
  readonly errors: readonly StepError[];
  /** `create Dataset customers` and so on, in the order of completion, without what stayed the same. */
  readonly changes: readonly string[];
}

/** A resource that failed its check, with the sentence that the user reads. */
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
  // The engine shows the reasons alone: the message of such an error reaches nobody.
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
