import type { Kind } from "../promises/kind";
import { firstName } from "../promises/kind";
import { kinds } from "../promises/kinds";
import { sandbox } from "../promises/scene";
import type { Call, ServiceResponse } from "../emulator/service";
import { s3Chain } from "../wire/fixtures/aep";
import { Stack } from "../wire/stack";
import { errorProblems } from "./cell";
import { intercepted, type Hook } from "./interception";
import type { FaultRig } from "./rig";
import { operationsOf, type Operation } from "./operations";
import { oddResponses } from "./oddResponses";
import { Findings, outcome, type FaultTest } from "./outcome";
import { differences, worldSnapshot } from "./worldSnapshot";

/** Faults in the creation of an object. */
export const creationTests: readonly FaultTest[] = [
  {
    number: 5,
    sentence:
      "a POST that the network sends twice and whose response is lost is an error that names both objects",
    run: duplicatedPost,
  },
  {
    number: 6,
    sentence: "the next run adopts the object of a provider that was killed between commit and response",
    run: killedAfterCommit,
  },
  {
    number: 7,
    sentence: "the next up completes an up whose provider was killed at any call",
    run: killAtEveryCall,
  },
  {
    number: 8,
    sentence: "the provider waits for an object that AEP does not show yet, and does not drop it",
    run: notShownYet,
  },
  {
    number: 9,
    sentence: "an object of someone else with the same name is an error and stays unchanged",
    run: foreignName,
  },
  {
    number: 11,
    sentence: "numeric ids, and absent, null and additional fields give plain outputs",
    run: oddResponses,
  },
];

function createOf(kind: Kind): Operation {
  return operationsOf(kind).find(({ name }) => name === "create")!;
}

/** AEP itself refuses a second descriptor and a second title. */
const countable = kinds.filter(({ path, mark }) => mark !== undefined && !path.includes("schemaregistry"));

async function duplicatedPost(rig: FaultRig) {
  const findings = new Findings();
  let made = 0;
  for (const kind of countable) {
    const operation = createOf(kind);
    const start = await operation.prepare(rig);
    rig.restore(start);
    const before = rig.emulator.objects(sandbox, kind.collection).length;
    const stack = rig.stack(start.state);
    const { faults } = rig.emulator;
    const path = new RegExp(`^${kind.path}(\\?|$)`);
    faults.add({ method: "POST", path, when: "before", act: { kind: "duplicate" } });
    faults.add({ method: "POST", path, when: "after", act: { kind: "reset" } });
    const run = await operation.run(stack);
    const live = rig.emulator.objects(sandbox, kind.collection).slice(before);
    made = Math.max(made, live.length);
    const text = run.errors.map(({ message }) => message).join();
    findings.check(live.length === 2, `${kind.type}: ${String(live.length)} objects`);
    for (const { id } of live.filter((one) => one["id"] !== undefined)) {
      findings.check(
        text.includes(String(id)),
        `${kind.type}: the error does not name ${String(id)}: ${text}`,
      );
    }
    findings.check(/2 objects/.test(text), `${kind.type}: no clear error: ${text}`);
    findings.all(run.errors.flatMap(errorProblems), kind.type);
    findings.check(!stack.find(kind.type, firstName(kind)), `${kind.type}: one of them is in state`);
  }
  return outcome(countable.length, findings.failures, { "objects created, at most": made });
}

async function killedAfterCommit(rig: FaultRig) {
  const findings = new Findings();
  for (const kind of kinds) {
    const operation = createOf(kind);
    const start = await operation.prepare(rig);
    rig.restore(start);
    const plain = rig.stack(start.state);
    await operation.run(plain);
    const expected = worldSnapshot(rig, plain);
    // The POST is the last call but one; the last call is the read.
    const call = rig.emulator.requests.filter(({ path }) => !path.startsWith("/ims/")).length - 1;
    rig.restore(start);
    const provider = rig.provider({}, { call, when: "after" });
    const stack = new Stack({ provider, parallel: 1, state: structuredClone(start.state) });
    const run = await operation.run(stack);
    findings.check(run.errors[0]?.code === "UNAVAILABLE", `${kind.type}: the provider was not killed`);
    await provider.kill();
    stack.provider = rig.provider();
    const again = await operation.run(stack);
    findings.noErrors(again, kind.type);
    findings.all(differences(expected, worldSnapshot(rig, stack)), kind.type);
  }
  return outcome(kinds.length, findings.failures, { orphans: findings.failures.length });
}

async function killAtEveryCall(rig: FaultRig) {
  const findings = new Findings();
  rig.emulator.reset();
  const plain = rig.stack();
  await plain.up(s3Chain());
  const expected = worldSnapshot(rig, plain);
  const calls = rig.emulator.requests.filter(({ path }) => !path.startsWith("/ims/")).length;
  for (let call = 1; call <= calls; call++) {
    for (const when of ["before", "after"] as const) {
      rig.emulator.reset();
      const provider = rig.provider({}, { call, when });
      const stack = new Stack({ provider, parallel: 1 });
      await stack.up(s3Chain());
      await provider.kill();
      stack.provider = rig.provider();
      const { errors } = await stack.up(s3Chain());
      const where = `killed ${when} call ${String(call)}`;
      findings.noErrors({ errors }, where);
      findings.all(differences(expected, worldSnapshot(rig, stack)), where);
    }
  }
  const points = 2 * calls;
  return outcome(points, findings.failures, { "points of a kill": points });
}

async function notShownYet(rig: FaultRig) {
  const findings = new Findings();
  let falselyGone = 0;
  for (const kind of kinds) {
    const operation = createOf(kind);
    for (const lost of [false, true]) {
      const start = await operation.prepare(rig);
      rig.restore(start);
      const stack = rig.stack(start.state);
      const where = `${kind.type}${lost ? " after a lost response" : ""}`;
      const hook = hideAfterCreate(rig, kind);
      if (lost) {
        const path = new RegExp(`^${kind.path}(\\?|$)`);
        rig.emulator.faults.add({ method: "POST", path, when: "after", act: { kind: "reset" } });
      }
      const run = await intercepted(hook, () => operation.run(stack));
      findings.noErrors(run, where);
      hook.hide();
      const refresh = await intercepted(hook, () => stack.refresh());
      const gone = refresh.steps.filter((step) => step.gone);
      falselyGone += gone.length;
      findings.all(
        gone.map(({ name }) => `a refresh dropped ${name}`),
        where,
      );
      findings.noErrors(refresh, where);
    }
  }
  return outcome(2 * kinds.length, findings.failures, { "falsely gone": falselyGone });
}

/** AEP does not show the object for 5 seconds after its POST, or after `hide`. */
function hideAfterCreate(rig: FaultRig, kind: Kind): Hook & { hide(): void } {
  let hiddenUntil = 0;
  const hide = () => {
    hiddenUntil = rig.clock.now() + 5_000;
  };
  return {
    hide,
    after: (call, response) => {
      if (!isCallTo(kind, call)) return response;
      if (call.method === "POST") hide();
      return call.method === "GET" && rig.clock.now() < hiddenUntil ? missing(call, response) : response;
    },
  };
}

/** The path of a call is relative to the base path of its service. */
function isCallTo(kind: Kind, { path }: Call): boolean {
  return kind.path.endsWith(path) || kind.path.endsWith(path.replace(/\/[^/]+$/, ""));
}

/** The response without the object: a 404, or a list that does not contain it. */
function missing(call: Call, response: ServiceResponse): ServiceResponse {
  if (Object.keys(call.params).length > 0) {
    return { status: 404, body: { title: "Not Found", errorCode: "1101-404", errorMessage: "not found" } };
  }
  const body = response.body as Record<string, unknown>;
  if (Array.isArray(body)) return { ...response, body: [] };
  const emptied = Object.entries(body).map(
    ([key, value]) => [key, Array.isArray(value) ? [] : value] as const,
  );
  return {
    ...response,
    body: "items" in body || "results" in body || "data" in body ? Object.fromEntries(emptied) : {},
  };
}

async function foreignName(rig: FaultRig) {
  const findings = new Findings();
  let writes = 0;
  for (const kind of kinds) {
    const operation = createOf(kind);
    const start = await operation.prepare(rig);
    rig.restore(start);
    const before = worldSnapshot(rig, rig.stack(start.state));
    const stack = rig.stack(start.state);
    const body = { title: "Conflict", errorMessage: "An object of this name exists already" };
    rig.emulator.faults.add({
      method: "POST",
      path: new RegExp(`^${kind.path}(\\?|$)`),
      when: "before",
      act: { kind: "status", status: 409, body },
    });
    const run = await operation.run(stack);
    findings.check(
      /exists already|Conflict/.test(run.errors[0]?.message ?? ""),
      `${kind.type}: no clear error`,
    );
    findings.all(run.errors.flatMap(errorProblems), kind.type);
    findings.all(differences(before, worldSnapshot(rig, stack)), kind.type);
    writes += rig.emulator.ledger.writes().length;
  }
  findings.check(writes === 0, `${String(writes)} write(s)`);
  return outcome(kinds.length, findings.failures, { "foreign objects written": writes });
}
