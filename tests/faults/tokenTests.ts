import type { Clock } from "../../provider/api/clock";
import { awkward } from "../emulator";
import { s3Chain } from "../wire/fixtures/aep";
import { Stack } from "../wire/stack";
import { errorProblems } from "./cell";
import type { FaultRig } from "./rig";
import { Findings, outcome, type FaultTest } from "./outcome";

/** Faults of the token that all calls share. */
export const tokenTests: readonly FaultTest[] = [
  {
    number: 23,
    sentence: "an expired token is fetched once, and a refused credential fails at once",
    run: expiredTokens,
  },
  {
    number: 24,
    sentence: "a wrong clock, a token that expires at once and a repeated token do no harm",
    run: wrongClock,
  },
];

function tokenCallsOf({ emulator }: FaultRig): number {
  return emulator.requests.filter(({ path }) => path.startsWith("/ims/")).length;
}

async function expiredTokens(rig: FaultRig) {
  const findings = new Findings();
  const { emulator } = rig;
  emulator.reset();
  const stack = new Stack({ provider: rig.provider(), parallel: 8 });
  const expiries = 3;
  for (let round = 0; round < expiries; round++) {
    emulator.revokeTokens();
    const run = round === 0 ? await stack.up(s3Chain()) : await stack.refresh();
    findings.noErrors(run, `round ${String(round)}`);
  }
  const calls = tokenCallsOf(rig);
  const figure = `${String(calls)} for ${String(expiries)} expiries`;
  findings.check(calls === expiries, `${String(calls)} token calls for ${String(expiries)} expiries`);
  for (const status of [500, 429]) {
    emulator.revokeTokens();
    emulator.faults.add({ path: /^\/ims\//, when: "before", act: { kind: "status", status } });
    const run = await stack.refresh();
    findings.noErrors(run, `IMS ${String(status)}`);
  }
  await refusedCredential(rig, stack, findings);
  return outcome(6, findings.failures, { "token calls": figure });
}

async function refusedCredential(rig: FaultRig, { state }: Stack, findings: Findings): Promise<void> {
  const { emulator } = rig;
  emulator.revokeTokens();
  const before = tokenCallsOf(rig);
  const body = {
    error: "invalid_client",
    error_description: "invalid client_secret p8e-canary-client-secret",
  };
  const act = { kind: "status", status: 400, body } as const;
  emulator.faults.add({ path: /^\/ims\//, when: "before", times: Infinity, act });
  const { errors } = await new Stack({ provider: rig.provider(), parallel: 1, state }).refresh();
  findings.check(
    /the token request to Adobe IMS failed/.test(errors[0]?.message ?? ""),
    "no clear error for a refused credential",
  );
  findings.all(errors.flatMap(errorProblems), "a refused credential");
  const calls = tokenCallsOf(rig) - before;
  findings.check(calls === 1, `${String(calls)} calls with a refused credential`);
}

async function wrongClock(rig: FaultRig) {
  const findings = new Findings();
  const { emulator, clock } = rig;
  let most = 0;
  for (const minutes of [-10, 10]) {
    emulator.reset();
    const wrong: Clock = { ...methodsOf(clock), now: () => clock.now() + minutes * 60_000 };
    const stack = new Stack({ provider: rig.provider({}, undefined, wrong), parallel: 8 });
    const { errors } = await stack.up(s3Chain());
    findings.noErrors({ errors }, `${String(minutes)} minutes`);
    most = Math.max(most, tokenCallsOf(rig));
  }
  emulator.reset();
  emulator.set({ tokenSeconds: 0 });
  const body = { access_token: "taken-by-surprise", token_type: "bearer", expires_in: 0 };
  const { errors } = await new Stack({ provider: rig.provider(), parallel: 8 }).up(s3Chain());
  findings.check(
    tokenCallsOf(rig) <= 40,
    `${String(tokenCallsOf(rig))} token calls with tokens that expire at once`,
  );
  findings.all(errors.flatMap(errorProblems), "expires_in 0");
  emulator.reset();
  emulator.faults.add({ path: /^\/ims\//, when: "before", act: { kind: "status", status: 200, body } });
  const echo = {
    title: "Bad token taken-by-surprise",
    errorMessage: "Bearer taken-by-surprise is not known",
  };
  emulator.faults.add({
    path: /flowservice|schemaregistry/,
    when: "before",
    times: Infinity,
    act: { kind: "status", status: 403, body: echo },
  });
  const echoed = await new Stack({ provider: rig.provider(), parallel: 1 }).up(s3Chain());
  const text = echoed.errors.map(({ message }) => message).join();
  findings.check(text !== "" && !text.includes("taken-by-surprise"), `the token is shown: ${text}`);
  findings.check(most <= 2, `${String(most)} token calls`);
  emulator.set(awkward);
  return outcome(4, findings.failures, { "token calls, at most": most });
}

function methodsOf({ now, random, sleep, timer }: Clock): Clock {
  return { now, random, sleep, timer };
}
