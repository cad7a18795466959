import type { RequestRecord } from "../emulator";
import type { Stack } from "../wire/stack";
import type { Run, StepError } from "../wire/steps";
import { foreignId } from "./foreign";
import { limitOf } from "./limits";
import type { FaultRig, StartingPoint } from "./rig";
import type { Operation } from "./operations";
import { differences, worldSnapshot, lastSegment, type WorldSnapshot } from "./worldSnapshot";
import type { SingleFault } from "./singleFaults";

/** The run of an operation without a fault. */
export interface FaultFreeRun {
  readonly operation: Operation;
  readonly start: StartingPoint;
  readonly requests: readonly RequestRecord[];
  readonly snapshot: WorldSnapshot;
  readonly writes: number;
}

export interface CellResult {
  readonly title: string;
  /** The known limit that explains the failures, if there is one. */
  readonly limit: string | undefined;
  /** The run succeeded in spite of the fault. */
  readonly sameRun: boolean;
  /** The fault was applied to a request. */
  readonly applied: boolean;
  readonly extraCalls: number;
  readonly extraWrites: number;
  readonly failures: readonly string[];
  readonly errors: readonly string[];
}

export async function runWithoutFault(rig: FaultRig, operation: Operation): Promise<FaultFreeRun> {
  const start = await operation.prepare(rig);
  rig.restore(start);
  const stack = rig.stack(structuredClone(start.state));
  let run: Run | undefined;
  const requests = await rig.requestsDuring(async () => {
    run = await operation.run(stack);
  });
  if (!run?.ok) throw new Error(`the run without a fault failed: ${run?.errors[0]?.message ?? ""}`);
  if (operation.name === "read") await operation.finish(stack, start);
  const writes = rig.emulator.ledger.writes().length;
  return {
    operation,
    start,
    requests: structuredClone(requests),
    snapshot: worldSnapshot(rig, stack),
    writes,
  };
}

const shortTimeout = { "aep:requestTimeoutSeconds": "0.1" };

export async function runCell(
  rig: FaultRig,
  { operation, start, requests, snapshot, writes }: FaultFreeRun,
  nth: number,
  fault: SingleFault,
  times = 1,
): Promise<CellResult> {
  const { method, path } = requests[nth - 1]!;
  const title = `${operation.kind.type} ${operation.name}, ${method} ${path.split("?")[0]} (${String(nth)}): ${fault.name}`;
  rig.restore(start);
  const stack = rig.stack(structuredClone(start.state), fault.slow ? shortTimeout : {});
  const armed = rig.emulator.faults.add({ nth, times, ...fault.rule });
  let run: Run | undefined;
  const calls = await rig.requestsDuring(async () => {
    run = await operation.run(stack);
  });
  rig.emulator.faults.clear();
  const failures = run!.errors.flatMap((error) => errorProblems(error));
  const extraCalls = await runAgain(rig, stack, operation, start, run!, failures);
  failures.push(...differences(snapshot, worldSnapshot(rig, stack)));
  failures.push(...(await unfinishedWork(rig, stack, operation)));
  failures.push(...lateCalls(rig), ...foreignWrites(rig, stack, operation, start));
  return {
    title,
    limit: failures.length > 0 ? limitOf(operation, method, path, fault) : undefined,
    sameRun: run!.ok,
    applied: armed.hits > 0,
    extraCalls: calls.length + extraCalls - requests.length,
    extraWrites: rig.emulator.ledger.writes().length - writes,
    failures,
    errors: run!.errors.map((error) => error.message),
  };
}

/** After a failed run: one more run with a new provider and without a fault. Returns the number of its calls. */
async function runAgain(
  rig: FaultRig,
  stack: Stack,
  operation: Operation,
  start: StartingPoint,
  run: Run,
  failures: string[],
): Promise<number> {
  if (run.ok && operation.name !== "read") return 0;
  stack.provider = rig.provider();
  const calls = await rig.requestsDuring(async () => {
    const again = await operation.finish(stack, start);
    failures.push(...again.errors.map((error) => `the second run failed: ${error.message}`));
  });
  return run.ok ? 0 : calls.length;
}

/** Problems in the state, and changes that a preview still shows. */
async function unfinishedWork(rig: FaultRig, stack: Stack, operation: Operation): Promise<string[]> {
  const problems = stack.state.flatMap((one) => {
    const flags = [
      one.delete ? "marked for deletion" : "",
      one.initErrors.length > 0 ? "unfinished" : "",
    ].filter(Boolean);
    return flags.map((flag) => `${one.kind} ${one.name} is still ${flag} in state`);
  });
  if (operation.program === undefined) return problems;
  stack.provider = rig.provider();
  const calls = await rig.requestsDuring(async () => {
    const { changes } = await stack.preview(operation.program!);
    problems.push(...changes.map((change) => `a preview would still ${change}`));
  });
  return [...problems, ...calls.map(({ method, path }) => `a preview called ${method} ${path}`)];
}

const longestCallMs = 300_000 + 65_000;

function lateCalls(rig: FaultRig): string[] {
  const late = rig.providers.flatMap(({ finishedCalls }) =>
    finishedCalls.filter(({ ms }) => ms > longestCallMs),
  );
  const stray = rig.strayCalls > 0 ? [`${String(rig.strayCalls)} call(s) to another host`] : [];
  return [...late.map(({ method, ms }) => `${method} took ${String(ms)} ms`), ...stray];
}

function foreignWrites(rig: FaultRig, stack: Stack, { kind }: Operation, start: StartingPoint): string[] {
  const [own] = [...stack.state, ...start.state].filter((one) => one.kind === kind.type);
  const foreign = own && lastSegment(foreignId(own.id));
  const touched = rig.emulator.ledger.writes().filter(({ id }) => id.split("/").at(-1) === foreign);
  return touched.map(({ method, path }) => `${method} ${path} wrote to a foreign object`);
}

const errorFormat = /^(check|diff|create|read|update|delete) \w+( "[^"]+")?: .+[.)] .+[^\s]$/s;
const secrets = /canary|Bearer (?!\[secret\])|eyJ/;

export function errorProblems({ code, message }: StepError): string[] {
  return [
    code === "DEADLINE_EXCEEDED" ? "no response before the deadline" : "",
    errorFormat.test(message) ? "" : `an error in another format: ${message}`,
    message.length <= 600 ? "" : `an error with ${String(message.length)} characters`,
    secrets.test(message) ? `a secret in an error: ${message}` : "",
    /undefined|\[object|is a bug|NaN/.test(message)
      ? `an error that users cannot understand: ${message}`
      : "",
  ].filter((problem) => problem !== "");
}
