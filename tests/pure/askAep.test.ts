import { checkByAep } from "../../provider/lifecycle/check/askAep";
import { knownObjectsOf } from "../../provider/lifecycle/knownObjects";
import type { AnyDefinition } from "../../provider/resources/definition";
import type { CheckContext, Question } from "../../provider/resources/override";
import { Rejected } from "../../provider/api/errors";
import type { JsonObject } from "../../provider/values/propertyPath";
import type { ApiRequest } from "../../provider/api/aepClient";
import { Cache } from "../../provider/api/cache";
import type { Session } from "../../provider/api/session";
import { kind } from "./sample";

const added = { sandbox: "dev", pulumi: { project: "p", stack: "s", name: "one" } };

interface Scene {
  check(inputs: JsonObject, olds?: JsonObject): Promise<string[]>;
  calls: ApiRequest[];
  contexts: CheckContext[];
  warnings: string[];
  session: Session;
}

/** A kind with one question. It reports the body of the response as a problem. */
function scene(question: Partial<Question> = {}, response: () => unknown = () => "seen"): Scene {
  const [calls, contexts, warnings]: [ApiRequest[], CheckContext[], string[]] = [[], [], []];
  const path = ({ ref }: JsonObject) =>
    ref === undefined ? undefined : `/things/${(ref as JsonObject)["id"] as string}`;
  const definition: AnyDefinition = {
    ...kind,
    override: {
      checkByAep: {
        about: ({ ref }) => (ref as JsonObject | undefined)?.["id"],
        questions: { thing: { path, ...question } },
        problems: (_inputs, context) => {
          contexts.push(context);
          const found = context.responses["thing"];
          return found === undefined ? [] : [`ref.id was ${JSON.stringify(found)}`];
        },
      },
    },
  };
  const session = {
    config: {},
    clock: { now: () => 1_000 },
    cache: new Cache(),
    client: {
      send: (call: ApiRequest) => {
        calls.push(call);
        return Promise.resolve().then(() => ({ body: response(), headers: {} }));
      },
    },
    secrets: { redact: (text: string) => text.replaceAll("canary", "[secret]") },
    warn: (text: string) => warnings.push(text),
  } as unknown as Session;
  const check = (inputs: JsonObject, olds: JsonObject = {}) =>
    checkByAep(definition, session, { olds, written: inputs, inputs: { ...added, ...inputs } });
  return { check, calls, contexts, warnings, session };
}

test("a problem contains the kind, the name and the value of AEP, without secrets", async () => {
  const { check, calls, contexts } = scene({ accept: () => "text/x" }, () => "canary");
  expect(await check({ ref: { id: "x" } })).toEqual(['Sample "one": ref.id was "[secret]"']);
  expect(calls).toEqual([
    { method: "GET", path: "/things/x", sandbox: "dev", deadline: 11_000, accept: "text/x", body: undefined },
  ]);
  expect(contexts[0]?.written).toEqual({ ref: { id: "x" } });
});

test("unchanged inputs are not checked, in any order of their keys", async () => {
  const { check, calls, contexts } = scene();
  expect(await check({ ref: { id: "x" }, name: "a" }, { name: "a", ref: { id: "x" }, ...added })).toEqual([]);
  expect([calls, contexts]).toEqual([[], []]);
});

test("a question without a path sends no request, and the inputs are still checked", async () => {
  const { check, calls, contexts } = scene();
  expect(await check({})).toEqual([]);
  expect(calls).toEqual([]);
  expect(contexts).toHaveLength(1);
});

test("the same question is sent once, another body or id is another question", async () => {
  const { check, calls } = scene({ body: ({ name }) => ({ name }) });
  for (const [id, name] of [
    ["x", "a"],
    ["x", "a"],
    ["x", "b"],
    ["y", "b"],
  ])
    await check({ ref: { id }, name });
  expect(calls.map(({ method, path, body }) => [method, path, body])).toEqual([
    ["POST", "/things/x", { name: "a" }],
    ["POST", "/things/x", { name: "b" }],
    ["POST", "/things/y", { name: "b" }],
  ]);
});

test("a question about an object of this stack is asked only if nothing that it depends on changes", async () => {
  for (const [dependsOn, expected] of [
    [undefined, 0],
    [["Other"], 1],
    [["Sample"], 0],
  ] as const) {
    const { check, calls, session } = scene(dependsOn === undefined ? {} : { dependsOn });
    knownObjectsOf(session).record({ id: "x" });
    await check({ ref: { id: "x" } });
    expect([dependsOn, calls.length]).toEqual([dependsOn, expected]);
  }
});

test("a question of a setting is sent if the setting is live, and a failure is reported once", async () => {
  const { check, calls, warnings, session } = scene({ setting: "mappings" }, () => {
    throw new Rejected("canary may not", "HTTP 403", "Ask somebody.");
  });
  await check({ ref: { id: "x" } });
  expect(calls).toEqual([]);
  session.config.mappings = "live";
  expect(await check({ ref: { id: "x" } })).toEqual([]);
  await check({ ref: { id: "x" } });
  expect(calls).toHaveLength(1);
  expect(warnings).toEqual([
    'validate Sample "one": [secret] may not (HTTP 403). ' +
      "The request changes nothing in AEP, and the deployment continues without this check.",
  ]);
});
