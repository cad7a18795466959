import { kinds } from "../promises/kinds";
import { alone } from "../promises/scene";
import type { Program } from "../wire/program";
import { Stack } from "../wire/stack";
import { errorProblems } from "./cell";
import type { FaultRig } from "./rig";
import { Findings, outcome, type FaultTest } from "./outcome";

/** Faults on the way to AEP: limits, outages and slow responses. */
export const trafficTests: readonly FaultTest[] = [
  { number: 17, sentence: "a 429 is obeyed in every form, up to the deadline", run: retryAfter },
  { number: 18, sentence: "two hundred objects are deployed at the rate that AEP allows", run: rateLimited },
  { number: 19, sentence: "a service that is down gets few requests", run: outage },
  {
    number: 21,
    sentence: "a response of one byte per second is cut, and a slow one is accepted",
    run: slowResponses,
  },
];

async function retryAfter(rig: FaultRig) {
  const findings = new Findings();
  let early = 0;
  const forms: readonly [string, (now: number) => Record<string, string>, number][] = [
    ["2 s", () => ({ "retry-after": "2" }), 2_000],
    ["a date", (now) => ({ "retry-after": new Date(now + 3_000).toUTCString() }), 2_000],
    ["no header", () => ({}), 0],
  ];
  for (const kind of kinds) {
    for (const [what, headers, waitMs] of forms) {
      rig.emulator.reset();
      const path = new RegExp(`^${kind.path}(\\?|$)`);
      const act = { kind: "status" as const, status: 429, headers: headers(rig.clock.now()) };
      rig.emulator.faults.add({ method: "POST", path, when: "before", act, times: 2 });
      const { errors } = await rig.stack().up(alone(kind));
      findings.noErrors({ errors }, `${kind.type}, ${what}`);
      const posts = rig.emulator.requests.filter((one) => one.method === "POST" && path.test(one.path));
      const tooSoon = posts.slice(1).filter(({ at }, index) => at < posts[index]!.at + waitMs);
      // The date has whole seconds and is fixed: it has passed when the second 429 arrives.
      early += what === "a date" ? Math.max(0, tooSoon.length - 1) : tooSoon.length;
    }
    rig.emulator.reset();
    const path = new RegExp(`^${kind.path}(\\?|$)`);
    const act = { kind: "status" as const, status: 429, headers: { "retry-after": "2000" } };
    rig.emulator.faults.add({ method: "POST", path, when: "before", act, times: Infinity });
    const began = rig.clock.now();
    const { errors } = await rig.stack().up(alone(kind));
    findings.check(
      /next request only in (1999|2000) s/.test(errors[0]?.message ?? ""),
      `${kind.type}: ${errors[0]?.message ?? "no error"}`,
    );
    findings.all(errors.flatMap(errorProblems), kind.type);
    findings.check(rig.clock.now() - began < 60_000, `${kind.type}: waited before it failed`);
  }
  findings.check(early === 0, `${String(early)} early retries`);
  return outcome(4 * kinds.length, findings.failures, { "early retries": early });
}

const many = 200;

const connections: Program = (declare) => {
  for (let index = 0; index < many; index++) {
    const name = `bucket-${String(index)}`;
    const auth = { specName: "IAMRole Based", params: { bucketName: name } };
    declare("BaseConnection", name, { name, connectionSpec: "amazon-s3", auth });
  }
};

async function rateLimited(rig: FaultRig) {
  const findings = new Findings();
  rig.emulator.reset();
  rig.emulator.set({ requestsPerSecond: 10 });
  const stack = new Stack({ provider: rig.provider(), parallel: 32 });
  const began = rig.clock.now();
  const { errors } = await stack.up(connections);
  const seconds = (rig.clock.now() - began) / 1000;
  const calls = rig.emulator.requests.filter(({ path }) => !path.startsWith("/ims/"));
  const useful = calls.filter(({ status }) => status !== 429).length;
  findings.noErrors({ errors }, "up");
  const goodput = useful / seconds / 10;
  findings.check(goodput >= 0.9, `only ${goodput.toFixed(2)} of the rate was used`);
  findings.check(calls.length / useful <= 1.2, `${(calls.length / useful).toFixed(2)} calls per needed call`);
  return outcome(many, findings.failures, {
    "share of the rate used": goodput >= 0.9 ? "at least 0.9" : goodput.toFixed(2),
    "calls per needed call":
      calls.length / useful <= 1.2 ? "at most 1.2" : (calls.length / useful).toFixed(2),
  });
}

async function outage(rig: FaultRig) {
  const findings = new Findings();
  rig.emulator.reset();
  const act = { kind: "status" as const, status: 503 };
  rig.emulator.faults.add({ path: /flowservice/, when: "before", act, nth: 200, times: Infinity });
  const stack = new Stack({ provider: rig.provider(), parallel: 32 });
  const { errors } = await stack.up(connections);
  const failed = rig.emulator.requests.filter(({ status }) => status === 503).length;
  findings.check(errors.length > 0, "no error");
  findings.all(errors.flatMap(errorProblems), "outage");
  findings.check(failed <= 32 * 7 + 100, `${String(failed)} calls to a service that is down`);
  rig.emulator.faults.clear();
  stack.provider = rig.provider();
  const again = await stack.up(connections);
  findings.noErrors(again, "the second run");
  const live = rig.emulator.objects("dev", "connections").length;
  findings.check(live === many, `${String(live)} objects`);
  return outcome(many, findings.failures, {
    duplicates: live - many,
    "left after the second run": again.errors.length,
  });
}

async function slowResponses(rig: FaultRig) {
  const findings = new Findings();
  const kind = kinds.find(({ type }) => type === "SchemaClass")!;
  const fields = Array.from({ length: 2_000 }, (_, index) => [
    `field${String(index)}`,
    { type: "string", title: `Field ${String(index)} of many` },
  ]);
  const big = alone(kind, {
    properties: { _acme: { type: "object", properties: Object.fromEntries(fields) as never } },
  });
  rig.emulator.reset();
  const patient = rig.stack([], { "aep:requestTimeoutSeconds": "20" });
  rig.emulator.faults.add({
    method: "GET",
    path: /classes\//,
    when: "after",
    act: { kind: "drip", bytesPerSecond: 400_000 },
  });
  const slow = await patient.up(big);
  findings.noErrors(slow, "a slow response");
  rig.emulator.faults.add({
    method: "GET",
    path: /classes\//,
    when: "after",
    times: Infinity,
    act: { kind: "drip", bytesPerSecond: 1 },
  });
  patient.provider = rig.provider({ "aep:requestTimeoutSeconds": "0.2" });
  const cut = await patient.refresh();
  findings.check(
    /did not respond/.test(cut.errors[0]?.message ?? ""),
    `a drip: ${cut.errors[0]?.message ?? "no error"}`,
  );
  findings.all(cut.errors.flatMap(errorProblems), "a drip");
  findings.check(patient.state.length === 1, "a drip dropped the object");
  return outcome(2, findings.failures, {});
}
