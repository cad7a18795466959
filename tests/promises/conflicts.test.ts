import { awkward } from "../emulator";
import type { Stack } from "../wire/stack";
import { firstName, type Change, type Kind, type OutsideEdit } from "./kind";
import { kinds } from "./kinds";
import { beforeAndAfter, deployed, editOutside, keyOf, succeeded, useAep } from "./scene";

const aep = useAep();

/** Whether both paths are of the same field, such as `tags.team[0]` and `tags.*[]`. */
function sameField(edit: OutsideEdit, change: Change): boolean {
  const general = (field: string) => field.replace(/\[[^\]]*\]/g, "[]").split(/[.[]/);
  const [one, other] = [general(edit.field), general(change.field)];
  return one.every((word, index) => word === other[index] || other[index] === "*" || other.length <= index);
}

function inPlace(kind: Kind): OutsideEdit[] {
  return kind.outsideEdits.filter(({ sends, before }) => sends !== "replace" && before === undefined);
}

function plainChanges(kind: Kind): Change[] {
  return kind.changes.filter(({ before, sends, switches }) => !before && sends && !switches);
}

const otherFieldCases = kinds.flatMap((kind) =>
  inPlace(kind).map((edit) => {
    const change = plainChanges(kind).find((one) => !sameField(edit, one))!;
    return [`${kind.type}.${edit.field}`, change.field, kind, edit, change] as const;
  }),
);

it.each(otherFieldCases)(
  "an outside edit of %s since the last refresh is kept by an update of %s",
  async (_title, _field, kind, edit, change) => {
    const [before, after] = beforeAndAfter(kind, undefined, change.after);
    const stack = await deployed(aep.current, before);
    editOutside(aep.current, stack, kind, edit.edit);
    expect((await succeeded(stack.up(after))).changes).toEqual([`update ${keyOf(kind)}`]);
    const run = await succeeded(stack.refresh({ previewOnly: true }));
    expect(run.steps.flatMap(({ diff }) => diff)).toEqual([edit.field]);
  },
);

/** Fields that the program and an outside edit change to different values. */
const collisions = kinds.flatMap((kind) =>
  ["name", "title", "description"]
    .map((field) => ({
      field,
      edit: inPlace(kind).find((one) => one.field === field),
      change: kind.changes.find((one) => one.field === field && one.what === "another" && !one.before),
    }))
    .filter(({ edit, change }) => edit && change)
    .map(({ field, edit, change }) => [`${kind.type}.${field}`, kind, field, edit!, change!] as const),
);

it.each(collisions)(
  "a change of %s by the program and outside is an error with the path and no value",
  async (_title, kind, field, edit, change) => {
    const [before, after] = beforeAndAfter(kind, undefined, change.after);
    const stack = await deployed(aep.current, before);
    editOutside(aep.current, stack, kind, edit.edit);
    aep.current.emulator.ledger.clear();
    const run = await stack.up(after);
    expect(run.errors).toHaveLength(1);
    const message = run.errors[0]!.message;
    expect(message).toMatch(
      new RegExp(`^update ${kind.type} "${firstName(kind)}": ${field} changed outside`),
    );
    expect(message).toContain("pulumi up --refresh");
    for (const value of Object.values(change.after)) expect(message).not.toContain(String(value));
    expect(message).not.toContain("on the screen");
    expect(aep.current.emulator.ledger.writes()).toEqual([]);
    await succeeded(stack.up(after, { refresh: true }));
    expect((await succeeded(stack.refresh())).changes).toEqual([]);
  },
);

const equalChanges = kinds.flatMap((kind) =>
  kind.changes
    .filter((one) => one.field === (kind.type === "SchemaDescriptor" ? "namespace" : "description"))
    .filter((one) => one.what === "another")
    .map((change) => [`${kind.type}.${change.field}`, kind, change] as const),
);

it.each(equalChanges)(
  "an outside change of %s to the value of the program needs no write",
  async (_title, kind, change) => {
    const [before, after] = beforeAndAfter(kind, undefined, change.after);
    const stack = await deployed(aep.current, before);
    editOutside(aep.current, stack, kind, (stored: Record<string, unknown>) => {
      const [[field, value]] = Object.entries(change.after) as [[string, unknown]];
      stored[kind.type === "SchemaDescriptor" ? `xdm:${field}` : field] = value;
    });
    aep.current.emulator.ledger.clear();
    await succeeded(stack.up(after));
    expect(aep.current.emulator.ledger.writes()).toEqual([]);
    expect((await succeeded(stack.refresh())).changes).toEqual([]);
  },
);

describe("a 412 because of an outside edit", () => {
  const kindsWithEtag = kinds.filter(({ path }) => /flowservice|dataSets/.test(path));

  it.each(kindsWithEtag.map((kind) => [kind.type, kind] as const))(
    "of a %s leads to a new GET and a second PATCH",
    async (_type, kind) => {
      const [change] = kind.changes;
      const [before, after] = beforeAndAfter(kind, undefined, change!.after);
      const stack = await deployed(aep.current, before);
      const { emulator } = aep.current;
      emulator.faults.add({
        method: "PATCH",
        when: "before",
        act: { kind: "headers", set: { "if-match": '"00000000-0000-0200-0000-000000000000"' } },
      });
      emulator.ledger.clear();
      await succeeded(stack.up(after));
      expect(emulator.ledger.writes().map(({ method }) => method)).toEqual(["PATCH"]);
      expect((await succeeded(stack.refresh())).changes).toEqual([]);
    },
  );

  it.each(kindsWithEtag.map((kind) => [kind.type, kind] as const))(
    "of another field of a %s leads to a second PATCH, and the edit is kept",
    async (_type, kind) => {
      const change = kind.changes.find(({ field, what }) => field === "name" && what === "another")!;
      const edit = kind.outsideEdits.find(({ field }) => field === "description")!;
      const [before, after] = beforeAndAfter(kind, undefined, change.after);
      const stack = await deployed(aep.current, before);
      aep.current.emulator.ledger.clear();
      await succeeded(withEditInBetween(kind, stack, edit, () => stack.up(after)));
      expect(aep.current.emulator.requests.filter(({ status }) => status === 412)).toHaveLength(1);
      expect(aep.current.emulator.ledger.writes()).toHaveLength(1);
      const run = await succeeded(stack.refresh({ previewOnly: true }));
      expect(run.steps.flatMap(({ diff }) => diff)).toEqual(["description"]);
    },
  );

  it.each(kindsWithEtag.map((kind) => [kind.type, kind] as const))(
    "of the same field of a %s is a conflict with the name of the field",
    async (_type, kind) => {
      const change = kind.changes.find(({ field, what }) => field === "name" && what === "another")!;
      const edit = kind.outsideEdits.find(({ field }) => field === "name")!;
      const [before, after] = beforeAndAfter(kind, undefined, change.after);
      const stack = await deployed(aep.current, before);
      aep.current.emulator.ledger.clear();
      const run = await withEditInBetween(kind, stack, edit, () => stack.up(after));
      expect(run.errors[0]?.message).toContain(": name changed outside of this program");
      expect(aep.current.emulator.ledger.writes()).toEqual([]);
    },
  );

  /** Delays the PATCH until the outside edit is done. */
  async function withEditInBetween<T>(kind: Kind, stack: Stack, edit: OutsideEdit, run: () => Promise<T>) {
    const { emulator } = aep.current;
    let edited = (): void => undefined;
    const until = new Promise<void>((resolve) => (edited = resolve));
    const waiting = emulator.faults.add({ method: "PATCH", when: "before", act: { kind: "wait", until } });
    const running = run();
    while (waiting.hits === 0) await new Promise(setImmediate);
    editOutside(aep.current, stack, kind, edit.edit);
    edited();
    return running;
  }

  it("that is repeated a few times is an error that says what to do", async () => {
    const kind = kinds.find(({ type }) => type === "SourceConnection")!;
    const [before, after] = beforeAndAfter(kind, undefined, kind.changes[0]!.after);
    const stack = await deployed(aep.current, before);
    aep.current.emulator.faults.add({
      method: "PATCH",
      times: Infinity,
      when: "before",
      act: { kind: "headers", set: { "if-match": '"00000000-0000-0200-0000-000000000000"' } },
    });
    const run = await stack.up(after);
    expect(run.errors[0]?.message).toMatch(
      /^update SourceConnection "customers": .*HTTP 412, request .*--refresh/,
    );
    const patches = aep.current.emulator.requests.filter(({ method }) => method === "PATCH");
    expect(patches.length).toBeGreaterThan(1);
    expect(patches.length).toBeLessThan(6);
  });
});

it("every PATCH of Flow Service has the etag with its quotes", async () => {
  aep.current.emulator.set(awkward);
  for (const kind of kinds.filter(({ path }) => path.includes("flowservice"))) {
    aep.current.emulator.reset();
    const [before, after] = beforeAndAfter(kind, undefined, kind.changes[0]!.after);
    const stack = await deployed(aep.current, before);
    const { etag } = stack.get(kind.type, firstName(kind)).outputs;
    expect(etag).toMatch(/^".*"$/);
    await succeeded(stack.up(after));
    expect(aep.current.emulator.ledger.writes(kind.collection).at(-1)).toMatchObject({
      method: "PATCH",
      etagBefore: etag,
    });
  }
});
