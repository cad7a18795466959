import type { Clock } from "../../provider/api/clock";
import { awkward } from "../emulator";
import { s3Chain } from "../wire/fixtures/aep";
import { Stack } from "../wire/stack";
import { errorProblems } from "./cell";
import type { FaultRig } from "./rig";
import { Findings, outcome, type FaultTest } from "./outcome";

/** What goes wrong with the token that all calls share. */
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

async function expiredTokens(rig: FaultRig) {
  const findings = new Findings();
  const { emulator } = rig;
  emulator.reset();
  const stack = new Stack({ provider: rig.provider(), parallel: 8 });
  let expiries = 0;
  const tokenCalls = () => emulator.requests.filter(({ path }) => path.startsWith("/ims/")).length;
  for (let round = 0; round < 3; round++) {
    emulator.revokeTokens();
    expiries++;
    const run = round === 0 ? await stack.up(s3Chain()) : await stack.refresh();
    findings.all(
      run.errors.map(({ message }) => message),
      `round ${String(round)}`,
    );
  }
  findings.check(
    tokenCalls() === expiries,
    `${String(tokenCalls())} token calls for ${String(expiries)} expiries`,
  );
  const figure = `${String(tokenCalls())} for ${String(expiries)} expiries`;
  for (const status of [500, 429]) {
    emulator.revokeTokens();
    emulator.faults.add({ path: /^\/ims\//, when: "before", act: { kind: "status", status } });
    const run = await stack.refresh();
    findings.all(
      run.errors.map(({ message }) => message),
      `IMS ${String(status)}`,
    );
  }
  emulator.revokeTokens();
  const before = tokenCalls();
  const body = {
    error: "invalid_client",
    error_description: "invalid client_secret p8e-canary-client-secret",
  };
  emulator.faults.add({
    path: /^\/ims\//,
    when: "before",
    times: Infinity,
    act: { kind: "status", status: 400, body },
  });
  const one = new Stack({ provider: rig.provider(), parallel: 1, state: stack.state });
  const refused = await one.refresh();
  findings.check(
    /the token request to Adobe IMS failed/.test(refused.errors[0]?.message ?? ""),
    "no clear error for a refused credential",
  );
  findings.all(refused.errors.flatMap(errorProblems), "a refused credential");
  findings.check(
    tokenCalls() - before === 1,
    `${String(tokenCalls() - before)} calls with a refused credential`,
  );
  return outcome(6, findings.failures, { "token calls": figure });
}

async function wrongClock(rig: FaultRig) {
  const findings = new Findings();
  const { emulator, clock } = rig;
  const tokenCalls = () => emulator.requests.filter(({ path }) => path.startsWith("/ims/")).length;
  let most = 0;
  for (const minutes of [-10, 10]) {
    emulator.reset();
    const theirs: Clock = { ...methodsOf(clock), now: () => clock.now() + minutes * 60_000 };
    const stack = new Stack({ provider: rig.provider({}, undefined, theirs), parallel: 8 });
    const { errors } = await stack.up(s3Chain());
    findings.all(
      errors.map(({ message }) => message),
      `${String(minutes)} minutes`,
    );
    most = Math.max(most, tokenCalls());
  }
  emulator.reset();
  emulator.set({ tokenSeconds: 0 });
  const body = { access_token: "taken-by-surprise", token_type: "bearer", expires_in: 0 };
  const { errors } = await new Stack({ provider: rig.provider(), parallel: 8 }).up(s3Chain());
  findings.check(tokenCalls() <= 40, `${String(tokenCalls())} token calls where no token lives`);
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

function methodsOf({ now, random, sleep }: Clock): Clock {
  return { now, random, sleep };
}
