import fc from "fast-check";
import type { FaultRule } from "../emulator";
import { attachedKinds } from "../promises/kinds";
import { keyOf, kindOf } from "../promises/scene";

/** A disturbance during a command. */
export type Disturbance =
  | { readonly by: "nothing" }
  | { readonly by: "kill"; readonly call: number; readonly when: "before" | "after" }
  /** Ctrl-C: no new request is sent; requests in progress are completed. */
  | { readonly by: "signal"; readonly call: number }
  | { readonly by: "faults"; readonly rules: readonly FaultRule[] };

/** Numbers select one of the objects or variants that exist when the command runs. */
export type Command =
  | {
      readonly do: "up";
      readonly change: number | string | undefined;
      readonly refresh: boolean;
      readonly during: Disturbance;
    }
  | { readonly do: "replace"; readonly which: number; readonly during: Disturbance }
  | {
      readonly do: "preview";
      readonly change: number;
      readonly refresh: boolean;
      readonly during: Disturbance;
    }
  | { readonly do: "refresh"; readonly during: Disturbance }
  | { readonly do: "destroy"; readonly during: Disturbance }
  | { readonly do: "edit outside"; readonly which: number; readonly edit: number }
  | { readonly do: "delete outside"; readonly which: number };

export interface Sequence {
  /** Keys of examples. */
  readonly roots: readonly string[];
  readonly parallel: number;
  readonly commands: readonly Command[];
}

const callNumber = fc.integer({ min: 1, max: 12 });
const choice = fc.nat({ max: 9_999 });

const html = "<html><body>upstream connect error</body></html>";
const notYet = { title: "NotFoundError", detail: "The object was not found." };

/** All faults except a missing response, which takes real time. */
const possibleFaults: readonly Pick<FaultRule, "when" | "act">[] = [
  ...[500, 502, 503, 504, 408].flatMap((status) =>
    (["before", "after"] as const).map((when) => ({ when, act: { kind: "status" as const, status } })),
  ),
  { when: "before", act: { kind: "status", status: 429, headers: { "retry-after": "3" } } },
  { when: "before", act: { kind: "status", status: 429 } },
  { when: "before", act: { kind: "status", status: 503, headers: { "retry-after": "2" } } },
  {
    when: "before",
    act: { kind: "status", status: 401, body: { error_code: "401013", message: "Oauth token is not valid" } },
  },
  {
    when: "before",
    act: { kind: "status", status: 403, body: { error_code: "403027", message: "Forbidden" } },
  },
  { when: "before", act: { kind: "reset" } },
  { when: "after", act: { kind: "reset" } },
  { when: "after", act: { kind: "truncate" } },
  { when: "after", act: { kind: "body", text: html, contentType: "text/html" } },
  { when: "after", act: { kind: "body", text: "{}", contentType: "application/json" } },
  { when: "after", act: { kind: "body", text: "", contentType: "application/json" } },
  { when: "after", act: { kind: "headers", remove: ["etag", "e-tag"] } },
];

const rule: fc.Arbitrary<FaultRule> = fc
  .record({
    how: fc.constantFrom(...possibleFaults),
    method: fc.constantFrom("POST", "POST", "PATCH", "PUT", "DELETE", "GET", undefined),
    nth: fc.integer({ min: 1, max: 6 }),
    times: fc.constantFrom(1, 1, 1, 2, 3, 8),
  })
  .map(({ how, method, nth, times }) => {
    return { ...how, nth, times, ...(method !== undefined && { method }) };
  });

const missingResponse: fc.Arbitrary<FaultRule> = fc
  .record({ when: fc.constantFrom("before" as const, "after" as const), nth: fc.integer({ min: 1, max: 3 }) })
  .map(({ when, nth }) => ({ when, nth, method: "POST", act: { kind: "hang" } }));

/** AEP does not show a new object immediately. */
const notShownYet: fc.Arbitrary<FaultRule> = fc.constantFrom(1, 2, 3).map((times) => {
  return {
    when: "before",
    times,
    method: "GET",
    path: /[0-9a-f]{24,}|[0-9a-f-]{36}/,
    act: { kind: "status", status: 404, body: notYet },
  };
});

const faults = (rules: fc.Arbitrary<FaultRule>) =>
  fc
    .array(rules, { minLength: 1, maxLength: 2, size: "max" })
    .map((list): Disturbance => ({ by: "faults", rules: list }));

const harmless: fc.Arbitrary<Disturbance> = fc.constant({ by: "nothing" });
const kill: fc.Arbitrary<Disturbance> = fc.record({
  by: fc.constant("kill"),
  call: callNumber,
  when: fc.constantFrom("before", "after"),
});
const signal: fc.Arbitrary<Disturbance> = fc.record({ by: fc.constant("signal"), call: callNumber });

const reading = fc.oneof(
  { arbitrary: harmless, weight: 3 },
  { arbitrary: kill, weight: 2 },
  { arbitrary: signal, weight: 1 },
  { arbitrary: faults(rule), weight: 2 },
);

const writing = fc.oneof(
  { arbitrary: reading, weight: 60 },
  { arbitrary: faults(notShownYet), weight: 5 },
  { arbitrary: faults(missingResponse), weight: 1 },
);

const command: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.record({
      do: fc.constant("up" as const),
      change: fc.option(choice, { nil: undefined, freq: 4 }),
      refresh: fc.constantFrom(false, false, true),
      during: writing,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("replace" as const), which: choice, during: writing }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("preview" as const),
      change: choice,
      refresh: fc.boolean(),
      during: reading,
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("refresh" as const), during: reading }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("destroy" as const), during: writing }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant("edit outside" as const), which: choice, edit: choice }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("delete outside" as const), which: choice }) },
);

/** Mostly small programs, and sometimes the whole chain. */
const roots = fc.oneof(
  ...(
    [
      [["BaseConnection landing"], 2],
      [["SchemaClass stores"], 1],
      [["FieldGroup loyalty"], 1],
      [["SourceConnection customers"], 3],
      [["Schema customers"], 2],
      [["SchemaDescriptor email"], 3],
      [["Dataset customers"], 3],
      [["MappingSet customers"], 3],
      [["TargetConnection customers"], 2],
      [["BaseConnection lake", "SchemaClass stores"], 1],
      [["Dataflow hourly"], 1],
    ] as [string[], number][]
  ).map(([keys, weight]) => ({ arbitrary: fc.constant(keys), weight })),
);

const sequencesOf = (some: fc.Arbitrary<readonly string[]>, commands = command): fc.Arbitrary<Sequence> =>
  fc.record({
    roots: some,
    parallel: fc.constantFrom(1, 4),
    commands: fc.array(commands, { minLength: 2, maxLength: 7, size: "max" }),
  });

export const sequences = sequencesOf(roots);

/**
 * A kind that is attached to another object, and that object. The only destroy is at the end: an interrupted destroy may
 * leave the object without what the attached kind needs, and then AEP refuses every change of the object.
 */
export const attachedSequences = sequencesOf(
  fc.constantFrom(...attachedKinds.map((kind) => [keyOf(kind), keyOf(kindOf(kind.attachment!.owner))])),
  command.filter((one) => one.do !== "destroy"),
);
