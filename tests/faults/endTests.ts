import type { Call, ServiceResponse } from "../emulator/service";
import { firstName, type Kind } from "../promises/kind";
import { kinds } from "../promises/kinds";
import { allTypes, alone, programOf, sandbox } from "../promises/scene";
import { s3Chain } from "../wire/fixtures/aep";
import { Stack } from "../wire/stack";
import type { Run } from "../wire/steps";
import { errorProblems } from "./cell";
import { intercepted } from "./interception";
import type { FaultRig } from "./rig";
import { Findings, outcome, type FaultTest } from "./outcome";
import { differences, worldSnapshot } from "./worldSnapshot";

/** Faults in deletions, between runs, and in interrupted runs. */
export const endTests: readonly FaultTest[] = [
  {
    number: 25,
    sentence: "a destroy deletes everything, whatever the responses to the deletions are",
    run: destroyWithFaults,
  },
  {
    number: 26,
    sentence: "values that AEP adds, reorders or spells differently are no change",
    run: reorderValues,
  },
  { number: 27, sentence: "an object that was deleted outside is created again", run: deleteOutside },
  { number: 29, sentence: "no text that leaves the provider contains a secret", run: searchForSecrets },
  {
    number: 30,
    sentence: "the next run completes an interrupted run, and no token is sent to another host",
    run: interruptEverywhere,
  },
];

const deletions: Readonly<Record<string, (rig: FaultRig) => void>> = {
  "404 after the commit": ({ emulator }) =>
    void emulator.faults.add({
      method: "DELETE",
      times: Infinity,
      when: "after",
      act: { kind: "status", status: 404, body: { title: "Not Found" } },
    }),
  "a lost response": ({ emulator }) => {
    for (const nth of [1, 3, 5, 7, 9, 11])
      emulator.faults.add({ method: "DELETE", nth, when: "after", act: { kind: "reset" } });
  },
  "202 and still shown": ({ emulator }) => emulator.set({ deleteStatus: 202, asyncPolls: 3 }),
  "in use at first": ({ emulator }) => {
    const body = {
      title: "Bad Request",
      errorCode: "1447-400",
      errorMessage: "The connection is in use by a flow",
    };
    for (const nth of [1, 4, 7])
      emulator.faults.add({
        method: "DELETE",
        nth,
        when: "before",
        act: { kind: "status", status: 400, body },
      });
  },
};

async function destroyWithFaults(rig: FaultRig) {
  const findings = new Findings();
  let left = 0;
  for (const [what, prepare] of Object.entries(deletions)) {
    rig.emulator.reset();
    const stack = new Stack({ provider: rig.provider(), parallel: 4 });
    await stack.up(programOf(allTypes));
    prepare(rig);
    const run = await stack.destroy();
    findings.noErrors(run, what);
    const live = kinds.flatMap(({ collection }) => rig.emulator.objects(sandbox, collection));
    left += live.length;
    findings.check(live.length === 0, `${what}: ${String(live.length)} objects are left`);
    findings.check(
      stack.state.length === 0,
      `${what}: ${String(stack.state.length)} objects are left in state`,
    );
  }
  return outcome(Object.keys(deletions).length * kinds.length, findings.failures, { leftovers: left });
}

async function reorderValues(rig: FaultRig) {
  const findings = new Findings();
  for (const kind of kinds) {
    rig.emulator.reset();
    const stack = rig.stack();
    const hook = {
      after: (_call: Call, response: ServiceResponse): ServiceResponse => ({
        ...response,
        body: reversed(response.body),
      }),
    };
    await intercepted(hook, async () => {
      const runs = [
        await stack.up(alone(kind)),
        await stack.preview(alone(kind)),
        await stack.refresh(),
        await stack.preview(alone(kind)),
      ];
      findings.all(
        runs.flatMap(({ errors }) => errors.map(({ message }) => message)),
        kind.type,
      );
      findings.all(
        runs.slice(1).flatMap(({ changes }) => changes),
        `${kind.type}: a second run would`,
      );
    });
  }
  return outcome(kinds.length, findings.failures, { "plans that are not empty": findings.failures.length });
}

/** The value with its keys, and the items of lists without an order, in another order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(
    ([key, entry]) =>
      [
        key,
        setLike.has(key) && Array.isArray(entry) ? [...(entry as unknown[])].reverse() : reversed(entry),
      ] as const,
  );
  return Object.fromEntries(entries.reverse());
}

const setLike = new Set(["meta:intendedToExtend", "meta:immutableTags"]);

async function deleteOutside(rig: FaultRig) {
  const findings = new Findings();
  for (const kind of kinds) {
    rig.emulator.reset();
    const stack = rig.stack();
    await stack.up(alone(kind));
    rig.clock.advance(3_600_000);
    rig.emulator.remove(sandbox, kind.collection, stack.get(kind.type, firstName(kind)).id);
    stack.provider = rig.provider();
    await stack.refresh();
    const preview = await stack.preview(alone(kind));
    const expected = `create ${kind.type} ${firstName(kind)}`;
    findings.check(
      preview.changes.join() === expected,
      `${kind.type}: ${preview.changes.join() || "nothing"}`,
    );
    const up = await stack.up(alone(kind));
    findings.noErrors(up, kind.type);
    const live = rig.emulator.objects(sandbox, kind.collection).length;
    const inState = stack.state.filter((one) => one.kind === kind.type).length;
    findings.check(live === inState, `${kind.type}: ${String(live)} live, ${String(inState)} in state`);
  }
  return outcome(kinds.length, findings.failures, {
    "created again": kinds.length - findings.failures.length,
  });
}

const secretTexts = /canary|eyJ/;

const methods = ["POST", "GET", "PATCH", "PUT", "DELETE"] as const;
type Method = (typeof methods)[number];

/** AEP repeats the request in its errors and in place of its responses. */
async function searchForSecrets(rig: FaultRig) {
  const findings = new Findings();
  let [texts, leaks] = [0, 0];
  const search = (text: string, where: string) => {
    texts++;
    if (!secretTexts.test(text)) return;
    leaks++;
    findings.check(false, `${where}: ${text.slice(0, 300)}`);
  };
  for (const kind of kinds) {
    for (const status of [400, 403, 409, 412, 422, 500]) {
      for (const method of methods) {
        rig.emulator.reset();
        const stack = rig.stack();
        const where = `${kind.type}, ${method} ${String(status)}`;
        const first = method === "POST" ? undefined : await stack.up(alone(kind));
        const echo = { after: echoOf(method, status) };
        const run = await intercepted(echo, () => runThatSends(method, stack, kind));
        for (const { message, reasons } of [...(first?.errors ?? []), ...run.errors])
          search([message, ...reasons].join(), where);
        findings.all(run.errors.flatMap(errorProblems), where);
        search(stack.plaintextOfState(), `${kind.type}: state`);
      }
    }
  }
  return outcome(texts, findings.failures, { leaks });
}

function echoOf(method: Method, status: number) {
  return (call: Call, response: ServiceResponse): ServiceResponse => {
    if (call.method !== method) return response;
    const detail = JSON.stringify(call.body ?? call.headers);
    const errorMessage = String(call.headers["authorization"]);
    return { status, body: { title: "Refused", detail, errorMessage } };
  };
}

function runThatSends(method: Method, stack: Stack, kind: Kind): Promise<Run> {
  if (method === "GET") return stack.refresh();
  if (method === "DELETE") return stack.destroy();
  return stack.up(alone(kind, method === "POST" ? undefined : kind.changes[0]!.after));
}

async function interruptEverywhere(rig: FaultRig) {
  const findings = new Findings();
  rig.emulator.reset();
  const plain = rig.stack();
  await plain.up(s3Chain());
  const expected = worldSnapshot(rig, plain);
  const calls = rig.emulator.requests.length;
  for (let call = 1; call <= calls; call++) {
    rig.emulator.reset();
    const provider = rig.provider();
    const stack = new Stack({ provider, parallel: 4 });
    let count = 0;
    const hook = { before: () => void (++count === call && provider.interrupt()) };
    const run = await intercepted(hook, () => stack.up(s3Chain()));
    const where = `interrupted at call ${String(call)}`;
    findings.all(run.errors.flatMap(errorProblems), where);
    stack.provider = rig.provider();
    findings.noErrors(await stack.up(s3Chain()), `after an interruption at call ${String(call)}`);
    findings.all(differences(expected, worldSnapshot(rig, stack)), where);
  }
  await redirectEverything(rig, findings);
  return outcome(calls + redirects.length, findings.failures, { "calls to another host": rig.strayCalls });
}

const redirects = [301, 302, 303, 307, 308];

async function redirectEverything(rig: FaultRig, findings: Findings): Promise<void> {
  rig.strayCalls = 0;
  const headers = { location: `${rig.elsewhereUrl}/taken` };
  for (const status of redirects) {
    rig.emulator.reset();
    rig.emulator.faults.add({ times: Infinity, when: "before", act: { kind: "status", status, headers } });
    const run = await rig.stack().up(s3Chain());
    findings.check(
      /Redirects are not followed|the token request to Adobe IMS failed/.test(run.errors[0]?.message ?? ""),
      `redirect ${String(status)}: no clear error`,
    );
  }
  findings.check(rig.strayCalls === 0, `${String(rig.strayCalls)} call(s) to another host`);
}
