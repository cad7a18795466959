import { adoptionOf, ownerOf } from "./args";
import { nameOf } from "./check/validate";
import { checkInputs } from "./check";
import { create } from "./create";
import type { AnyDefinition } from "../resources/definition";
import { diff } from "./diff";
import { describe, InvalidInput, redact, Unfinished } from "../api/errors";
import { remove } from "./delete";
import { read } from "./read";
import { update } from "./update";
import { reportLiveConnectors } from "./check/connectorReport";
import { markOf } from "./mark";
import { getAt, type JsonObject, plain } from "../values/propertyPath";
import type { Session } from "../api/session";
import { duringCall } from "../api/signals";

/** The methods that Pulumi's dynamic-provider process calls. */
export interface ResourceProvider {
  configure(request: { config: StackConfig }): Promise<void>;
  check(
    olds: JsonObject,
    news: JsonObject,
  ): Promise<{ inputs: JsonObject; failures: { property: string; reason: string }[] }>;
  diff(
    id: string,
    olds: JsonObject,
    news: JsonObject,
  ): Promise<{ replaces: string[]; deleteBeforeReplace?: boolean }>;
  create(inputs: JsonObject): Promise<{ id: string; outs: JsonObject }>;
  read(id: string, props: JsonObject): Promise<{ id?: string; props?: JsonObject; inputs?: JsonObject }>;
  update(id: string, olds: JsonObject, news: JsonObject): Promise<{ outs: JsonObject }>;
  delete(id: string, props: JsonObject): Promise<void>;
}

/** Config as Pulumi hands it over. */
export interface StackConfig {
  get(key: string): string | undefined;
}

/** The methods of one kind; `open` gives the session for a stack's config, or says in one sentence what is wrong with it. */
export function methods(
  definition: AnyDefinition,
  open: (config: StackConfig) => Session | InvalidInput,
): ResourceProvider {
  let opened: Session | InvalidInput = new InvalidInput("the provider was not configured");
  const session = (): Session => {
    if (opened instanceof InvalidInput) throw opened;
    return opened;
  };

  /** A verb that speaks to AEP. The first one waits for the comparison of connectors that runs beside it. */
  const callAep = async <T>(values: JsonObject, verb: (session: Session) => Promise<T>): Promise<T> => {
    const current = session();
    const [result] = await Promise.allSettled([verb(current), reportLiveConnectors(current, values)]);
    if (result.status === "rejected") throw result.reason;
    return result.value;
  };

  const now = () => (opened instanceof InvalidInput ? Date.now() : opened.clock.now());

  /** The one way out of every method: plain data, or an error without secrets that Pulumi can take. */
  const guarded = <T>(
    verb: string,
    values: JsonObject[],
    work: (values: JsonObject[]) => T | Promise<T>,
  ): Promise<T> =>
    duringCall(async () => {
      try {
        const known = opened instanceof InvalidInput ? undefined : opened.secrets;
        for (const value of secretValues(definition, values)) known?.add(value);
        // Pulumi's runtime fails on undefined anywhere in a reply, after the work was done.
        return plain(await work(values.map(withoutProvider)));
      } catch (error) {
        throw outgoing(definition, verb, values, error, opened instanceof InvalidInput ? undefined : opened);
      }
    });

  /** The resources whose inputs this run has checked: those of its program. */
  const checked = new Set<string>();

  /**
   * Whatever the engine speaks of with old inputs or an id is in its state: no create may adopt it. The id tells more; that of
   * a facet is another resource's to hold.
   */
  const hold = (id: string | undefined, olds: JsonObject) => {
    if (opened instanceof InvalidInput || definition.attachedTo) return;
    const mark = markOf(definition, olds);
    if (id !== undefined) opened.held.ids.add(id);
    if (mark === undefined) return;
    if (id === undefined) opened.held.marks.add(mark);
    else opened.held.marks.delete(mark);
  };

  /** The program goes on with this object and this entry of the state. */
  const keep = (id: string, olds: JsonObject) => {
    if (opened instanceof InvalidInput || definition.attachedTo) return;
    const holder = opened.entries.get(id);
    if (typeof holder === "number" && holder !== adoptionOf(olds)) {
      throw new InvalidInput(
        `another resource of this program says the same and shares the object ${id}: declare it once`,
      );
    }
    opened.entries.set(id, adoptionOf(olds));
  };

  return {
    // Pulumi does not await this before the first calls, and never repeats it: nothing here may be asynchronous or throw.
    configure({ config }) {
      opened = open(config);
      return Promise.resolve();
    },
    check: (olds, news) =>
      guarded("check", [news, olds], async ([written = {}, old = {}]) => {
        hold(undefined, old);
        const { inputs, problems } = await checkInputs(definition, opened, old, written);
        checked.add(ownerOf(definition, inputs));
        const secrets = secretValues(definition, [written, inputs, old]);
        // With a `property` the engine would print that property's value.
        const failures = problems.map((reason) => ({ property: "", reason: redact(reason, secrets) }));
        return { inputs, failures };
      }),
    diff: (id, olds, news) =>
      guarded("diff", [news, olds], ([inputs = {}, old = {}]) => {
        hold(id, old);
        // A refresh compares without a check before: it has to show what was changed outside, not to refuse it.
        const ofProgram = checked.has(ownerOf(definition, inputs));
        const difference = diff(definition, now(), old, inputs, ofProgram);
        if (ofProgram) keep(id, old);
        return difference;
      }),
    create: (inputs) =>
      guarded("create", [inputs], ([values = {}]) =>
        callAep(values, (current) => create(definition, current, values)),
      ),
    read: (id, props) =>
      guarded("read", [props], ([values = {}]) =>
        callAep(values, (current) => read(definition, current, id, values)),
      ),
    update: (id, olds, news) =>
      guarded("update", [news, olds], ([inputs = {}, old = {}]) =>
        callAep(inputs, (current) => update(definition, current, id, old, inputs)),
      ),
    delete: (id, props) =>
      guarded("delete", [props], ([values = {}]) =>
        callAep(values, (current) => remove(definition, current, id, values)),
      ),
  };
}

const providerKey = "__provider";

function withoutProvider(values: JsonObject): JsonObject {
  const { [providerKey]: _address, ...rest } = values;
  return rest;
}

function secretValues(definition: AnyDefinition, values: JsonObject[]): string[] {
  return values.flatMap((inputs) =>
    (definition.secret?.(inputs) ?? []).flatMap((place) => textsIn(getAt(inputs, place))),
  );
}

/** A secret parameter may be an object, such as a service account's key file. */
function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** Pulumi's runtime prints some errors itself, as `${error}: ${error.stack}`: the text is divided between the two. */
function printedOnce(error: Error): void {
  const [subject = ""] = error.message.split(": ", 1);
  error.toString = () => subject;
  error.stack = error.message.slice(subject.length + ": ".length);
}

/**
 * Pulumi keeps the object in state if the error has an `id`, and then shows `reasons` alone. Nothing else of an error of
 * ours may be looked at.
 */
function outgoing(
  definition: AnyDefinition,
  verb: string,
  values: JsonObject[],
  error: unknown,
  session: Session | undefined,
): Error {
  const [inputs = {}] = values;
  const cause = error instanceof Unfinished ? error.cause : error;
  const secrets = secretValues(definition, values);
  const hide = (text: string) => redact(session ? session.redact(text) : text, secrets);
  const shown = new Error(describe(verb, definition.type, nameOf(inputs), cause, hide));
  printedOnce(shown);
  if (!(error instanceof Unfinished)) return shown;
  const properties = plain({ ...error.state, [providerKey]: inputs[providerKey] });
  return Object.assign(shown, { id: error.objectId, properties, reasons: [shown.message] });
}
