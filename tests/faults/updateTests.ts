import type { Call } from "../emulator/service";
import { firstName, type Kind } from "../promises/kind";
import { kinds } from "../promises/kinds";
import { alone, beforeAndAfter, sandbox } from "../promises/scene";
import type { Stack } from "../wire/stack";
import type { Run } from "../wire/steps";
import { errorProblems } from "./cell";
import { etagForms, itemOf } from "./etagForms";
import { intercepted, type Hook } from "./interception";
import type { FaultRig } from "./rig";
import { Findings, outcome, type FaultTest } from "./outcome";

/** Outside changes of the object that a run updates. */
export const updateTests: readonly FaultTest[] = [
  {
    number: 12,
    sentence: "an edit of another field between read and write is kept",
    run: editOfOtherField,
  },
  {
    number: 13,
    sentence: "an edit of the same field between read and write is an error",
    run: editOfSameField,
  },
  { number: 15, sentence: "many writers at once leave an unbroken chain of etags", run: manyWriters },
  {
    number: 16,
    sentence: "an etag in unusual places and forms is sent back correctly, or refused",
    run: unusualEtags,
  },
  { number: 28, sentence: "an outside change of a field is drift of this field only", run: everyField },
];

const kindsWithEtag = kinds.filter(({ path }) => /flowservice|dataSets/.test(path));

function changeOf(kind: Kind, field: string) {
  return kind.changes.find((one) => one.field === field && one.what === "another" && !one.before);
}

/** Runs the update. An outside edit changes the object immediately before AEP handles the write. */
async function withEditInBetween(
  rig: FaultRig,
  stack: Stack,
  kind: Kind,
  edit: (stored: never) => unknown,
  run: () => Promise<Run>,
): Promise<Run> {
  const { id } = stack.get(kind.type, firstName(kind));
  let edited = false;
  const hook: Hook = {
    before: ({ method }) => {
      if (edited || !["PATCH", "PUT"].includes(method)) return;
      edited = true;
      rig.emulator.edit(sandbox, kind.collection, id, (stored) => void edit(stored as never));
    },
  };
  return intercepted(hook, run);
}

async function editOfOtherField(rig: FaultRig) {
  const findings = new Findings();
  let cells = 0;
  for (const kind of kindsWithEtag) {
    const change = changeOf(kind, "name")!;
    for (const edit of kind.outsideEdits) {
      if (edit.before || edit.sends === "replace" || edit.field === "name") continue;
      cells++;
      const [before, after] = beforeAndAfter(kind, undefined, change.after);
      rig.emulator.reset();
      const stack = rig.stack();
      await stack.up(before);
      const where = `${kind.type}.${edit.field}`;
      const run = await withEditInBetween(rig, stack, kind, edit.edit, () => stack.up(after));
      findings.noErrors(run, where);
      const refresh = await stack.refresh({ previewOnly: true });
      const drifted = refresh.steps.flatMap(({ diff }) => diff);
      findings.check(
        drifted.join() === edit.field,
        `${where}: the edit shows as ${drifted.join() || "nothing"}`,
      );
    }
  }
  return outcome(cells, findings.failures, { "lost updates": findings.failures.length });
}

async function editOfSameField(rig: FaultRig) {
  const findings = new Findings();
  for (const kind of kindsWithEtag) {
    const edit = kind.outsideEdits.find(({ field }) => field === "name")!;
    const [before, after] = beforeAndAfter(kind, undefined, changeOf(kind, "name")!.after);
    rig.emulator.reset();
    const stack = rig.stack();
    await stack.up(before);
    rig.emulator.ledger.clear();
    const run = await withEditInBetween(rig, stack, kind, edit.edit, () => stack.up(after));
    const text = run.errors[0]?.message ?? "";
    findings.check(text.includes(": name changed outside"), `${kind.type}: ${text || "no error"}`);
    findings.check(!text.includes("on the screen"), `${kind.type}: the error shows a value`);
    findings.all(run.errors.flatMap(errorProblems), kind.type);
    const writes = rig.emulator.ledger.writes().length;
    findings.check(writes === 0, `${kind.type}: overwritten`);
  }
  return outcome(kindsWithEtag.length, findings.failures, { overwrites: findings.failures.length });
}

const writers = 8;
const rounds = 25;

/** Every writer changes one of four fields at random; the ledger shows the etags of every write. */
async function manyWriters(rig: FaultRig) {
  const findings = new Findings();
  const kind = kinds.find(({ type }) => type === "BaseConnection")!;
  rig.emulator.reset();
  const first = rig.stack();
  await first.up(alone(kind));
  const { id } = first.get(kind.type, firstName(kind));
  const fields = ["name", "description", "auth.params.bucketName", "auth.params.folderPath"];
  const stacks = Array.from({ length: writers }, () => rig.stack(structuredClone([...first.state])));
  let refused = 0;
  for (let round = 0; round < rounds; round++) {
    const runs = stacks.map((stack, writer) => {
      const field = fields[Math.floor(rig.clock.random() * fields.length)]!;
      const value = `${String(writer)} in round ${String(round)}`;
      return stack.up(alone(kind, { [field]: value }), { refresh: true });
    });
    for (const run of await Promise.all(runs)) {
      refused += run.errors.length;
      findings.all(run.errors.flatMap(errorProblems), `round ${String(round)}`);
    }
  }
  const written = rig.emulator.ledger.entries.filter((entry) => entry.id === id);
  const broken = written.slice(1).filter((entry, index) => entry.etagBefore !== written[index]!.etagAfter);
  findings.check(
    broken.length === 0,
    `${String(broken.length)} write(s) from an etag that was not the latest`,
  );
  findings.check(written.length > rounds, `only ${String(written.length)} writes`);
  findings.check(refused < writers * rounds, "no write succeeded");
  return outcome(writers * rounds, findings.failures, { "broken links": broken.length });
}

async function unusualEtags(rig: FaultRig) {
  const findings = new Findings();
  const flowService = kinds.filter(({ path }) => path.includes("flowservice"));
  let [wrong, cells] = [0, 0];
  for (const kind of flowService) {
    for (const [what, { form, refused }] of Object.entries(etagForms)) {
      cells++;
      const [before, after] = beforeAndAfter(kind, undefined, changeOf(kind, "name")!.after);
      rig.emulator.reset();
      const stack = rig.stack();
      await stack.up(before);
      const { id } = stack.get(kind.type, firstName(kind));
      const live = () => rig.emulator.objects(sandbox, kind.collection).find((one) => one["id"] === id);
      const hook: Hook = {
        before: ({ method, headers }) => {
          const sent = headers["if-match"];
          if (method === "PATCH" && sent !== undefined && sent !== live()?.["etag"]) wrong++;
        },
        after: ({ method, params }: Call, response) => {
          const item = itemOf(response);
          return method === "GET" && params["id"] === id && item ? form(item, response) : response;
        },
      };
      const where = `${kind.type}, etag ${what}`;
      const run = await intercepted(hook, () => stack.up(after));
      findings.all(run.errors.flatMap(errorProblems), where);
      const name = live()?.["name"];
      const [[, wanted]] = Object.entries(changeOf(kind, "name")!.after) as [[string, unknown]];
      if (refused || !run.ok)
        findings.check(!run.ok && name !== wanted, `${where}: written without an error`);
      else findings.check(name === wanted, `${where}: not written`);
      findings.check(run.ok || refused === true, `${where}: ${run.errors[0]?.message ?? ""}`);
    }
  }
  findings.check(wrong === 0, `${String(wrong)} write(s) with an etag that was not the live one`);
  return outcome(cells, findings.failures, { "wrong If-Match sent": wrong });
}

async function everyField(rig: FaultRig) {
  const findings = new Findings();
  let [cells, missed, extra] = [0, 0, 0];
  for (const kind of kinds) {
    for (const edit of kind.outsideEdits) {
      cells++;
      rig.emulator.reset();
      const stack = rig.stack();
      await stack.up(alone(kind, edit.before));
      const { id } = stack.get(kind.type, firstName(kind));
      rig.emulator.edit(sandbox, kind.collection, id, edit.edit);
      const { steps } = await stack.refresh({ previewOnly: true });
      const found = steps.flatMap(({ diff }) => diff);
      if (!found.includes(edit.field)) missed++;
      extra += found.filter((field) => field !== edit.field).length;
      findings.check(
        found.join() === edit.field,
        `${kind.type}.${edit.field}: shows as ${found.join() || "nothing"}`,
      );
    }
  }
  return outcome(cells, findings.failures, { missed, "false alarms": extra });
}
