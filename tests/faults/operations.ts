import type { Change, Kind, OutsideEdit } from "../promises/kind";
import { firstName } from "../promises/kind";
import { alone, beforeAndAfter, keyOf, sandbox } from "../promises/scene";
import type { Program } from "../wire/program";
import type { ResourceState } from "../wire/resourceState";
import type { Stack } from "../wire/stack";
import type { Run } from "../wire/steps";
import { foreignOf } from "./foreign";
import type { FaultRig, StartingPoint } from "./rig";

export type OperationName = "create" | "adopt" | "update" | "act" | "replace" | "delete" | "read";

/** One operation of a user on one kind, and how a second run completes it after a fault. */
export interface Operation {
  readonly kind: Kind;
  readonly name: OperationName;
  /** Prepares AEP and the state. */
  prepare(rig: FaultRig): Promise<StartingPoint>;
  run(stack: Stack): Promise<Run>;
  /** The second run, with all resources of the stack. */
  finish(stack: Stack, start: StartingPoint): Promise<Run>;
  /** The program after the operation; undefined after a destroy. */
  readonly program: Program | undefined;
}

export function operationsOf(kind: Kind): Operation[] {
  return [
    createOperation(kind),
    adoptOperation(kind),
    ...updateOperations(kind),
    ...replaceOperations(kind),
    readOperation(kind),
    deleteOperation(kind),
  ];
}

function createOperation(kind: Kind): Operation {
  const program = alone(kind);
  const prepare = async (rig: FaultRig) => {
    const foreign = await foreignOf(rig, kind);
    const start = await prepareStart(rig, without(kind, program), () => foreign.put());
    return start;
  };
  const run = (stack: Stack) => stack.up(program);
  return { kind, name: "create", prepare, run, finish: run, program };
}

/** A create whose object an interrupted run has created already, and which no state contains. */
function adoptOperation(kind: Kind): Operation {
  const program = alone(kind);
  const prepare = async (rig: FaultRig) => {
    const foreign = await foreignOf(rig, kind);
    return prepareStart(rig, program, (stack) => {
      foreign.put();
      stack.restoreState(othersState(kind, stack.state));
    });
  };
  const run = (stack: Stack) => stack.up(program);
  return { kind, name: "adopt", prepare, run, finish: run, program };
}

function updateOperations(kind: Kind): Operation[] {
  const change = kind.changes.find((one) => isPlain(one) && typeof one.sends?.(() => "") !== "string");
  if (!change) return [];
  const edit = kind.outsideEdits.find((one) => changesOtherField(one, change));
  const acted = kind.changes.find((one) => isPlain(one) && sendsAction(one));
  return [
    updateOperation(kind, "update", change, edit),
    ...(acted ? [updateOperation(kind, "act", acted, edit)] : []),
  ];
}

function isPlain(change: Change): boolean {
  return !change.before && !change.switches && change.sends !== undefined;
}

function sendsAction({ field }: Change): boolean {
  return field === "state";
}

function changesOtherField({ field, before, sends }: OutsideEdit, change: Change): boolean {
  const first = (place: string) => place.split(/[.[]/)[0];
  return before === undefined && sends !== "replace" && first(field) !== first(change.field);
}

/** Somebody else has edited another field: both changes must be kept. */
function updateOperation(
  kind: Kind,
  name: OperationName,
  change: Change,
  edit: OutsideEdit | undefined,
): Operation {
  const [before, after] = beforeAndAfter(kind, undefined, change.after);
  const prepare = async (rig: FaultRig) => {
    const foreign = await foreignOf(rig, kind);
    return prepareStart(rig, before, (stack) => {
      foreign.put();
      if (edit) editOwn(rig, stack, kind, edit);
    });
  };
  const run = (stack: Stack) => stack.up(after);
  return { kind, name, prepare, run, finish: run, program: after };
}

function replaceOperations(kind: Kind): Operation[] {
  const replacement = kind.replacements.find((one) => !one.refused && !one.previewOnly);
  if (!replacement) return [];
  const [before, after] = beforeAndAfter(kind, replacement.before, replacement.after);
  const prepare = async (rig: FaultRig) => {
    const foreign = await foreignOf(rig, kind);
    return prepareStart(rig, before, () => foreign.put());
  };
  const run = (stack: Stack) => stack.up(after);
  return [{ kind, name: "replace", prepare, run, finish: run, program: after }];
}

/** Reads only the object of the kind, which somebody else has edited. The `up` after it reverts the edit. */
function readOperation(kind: Kind): Operation {
  const program = alone(kind);
  const edit = kind.outsideEdits.find((one) => keepsMark(kind, one));
  const prepare = async (rig: FaultRig) => {
    const foreign = await foreignOf(rig, kind);
    return prepareStart(rig, program, (stack) => {
      foreign.put();
      if (edit) editOwn(rig, stack, kind, edit);
    });
  };
  const run = (stack: Stack) => {
    stack.restoreState(ownState(kind, stack.state));
    return stack.refresh();
  };
  const finish = async (stack: Stack, start: StartingPoint) => {
    const again = await run(stack);
    if (!again.ok) return again;
    stack.restoreState([...othersState(kind, start.state), ...stack.state]);
    return stack.up(program);
  };
  return { kind, name: "read", prepare, run, finish, program };
}

/** An object without its mark could not be found again. */
function keepsMark({ mark }: Kind, { field, before, sends }: OutsideEdit): boolean {
  return before === undefined && sends !== "replace" && mark !== undefined && field !== mark;
}

/** Deletes only the object of the kind, not the objects that it needs. */
function deleteOperation(kind: Kind): Operation {
  const program = alone(kind);
  const prepare = async (rig: FaultRig) => {
    const foreign = await foreignOf(rig, kind);
    return prepareStart(rig, program, () => foreign.put());
  };
  const run = (stack: Stack) => {
    stack.restoreState(ownState(kind, stack.state));
    return stack.destroy();
  };
  return { kind, name: "delete", prepare, run, finish: run, program: undefined };
}

/** The program with all objects that the kind's first example needs, but without the example. */
function without(kind: Kind, program: Program): Program {
  return (declare) =>
    program((type, name, inputs = {}, options = {}) =>
      `${type} ${name}` === keyOf(kind)
        ? { kind: type, name, inputs, options }
        : declare(type, name, inputs, options),
    );
}

const hourMs = 3_600_000;

async function prepareStart(
  rig: FaultRig,
  program: Program,
  change: (stack: Stack) => void,
): Promise<StartingPoint> {
  rig.emulator.reset();
  const stack = rig.stack();
  const { errors } = await stack.up(program);
  if (errors.length > 0) throw new Error(`the run without a fault failed: ${errors[0]!.message}`);
  change(stack);
  rig.clock.advance(hourMs);
  return rig.startingPoint(stack);
}

function editOwn(rig: FaultRig, stack: Stack, kind: Kind, { edit }: OutsideEdit): void {
  const { id } = stack.get(kind.type, firstName(kind));
  rig.emulator.edit(sandbox, kind.collection, id, edit);
}

export function ownState(kind: Kind, state: readonly ResourceState[]): ResourceState[] {
  return state.filter((one) => one.kind === kind.type && one.name === firstName(kind));
}

function othersState(kind: Kind, state: readonly ResourceState[]): ResourceState[] {
  return state.filter((one) => one.kind !== kind.type || one.name !== firstName(kind));
}
