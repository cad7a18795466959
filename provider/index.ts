import { check, nameOf } from "./check";
import { settings } from "./config";
import type { AnyDefinition } from "./definition";
import { diff } from "./diff";
import { describe, InvalidInput, redact, Unfinished } from "./errors";
import { create, read, remove, update } from "./lifecycle";
import { getAt, type Json } from "./propertyPath";
import { definitions } from "./resources";
import { openSession, type Session } from "./session";

/** The methods that Pulumi's dynamic-provider process calls. */
export interface ResourceProvider {
  configure(request: { config: { get(key: string): string | undefined } }): Promise<void>;
  check(olds: Json, news: Json): Promise<{ inputs: Json; failures: { property: string; reason: string }[] }>;
  diff(id: string, olds: Json, news: Json): Promise<{ replaces: string[]; deleteBeforeReplace?: boolean }>;
  create(inputs: Json): Promise<{ id: string; outs: Json }>;
  read(id: string, props: Json): Promise<{ id?: string; props?: Json; inputs?: Json }>;
  update(id: string, olds: Json, news: Json): Promise<{ outs: Json }>;
  delete(id: string, props: Json): Promise<void>;
}

/**
 * The provider of one kind. Every state file ever written holds the text `require("pulumi-aep/provider").resource("<Kind>")`:
 * this name, its argument and the methods' names only ever grow.
 */
export function resource(type: string): ResourceProvider {
  const definition = definitions.find((known) => known.type === type);
  if (!definition) {
    throw new Error(
      `This version of pulumi-aep has no kind "${type}". Install the version that the stack was made with.`,
    );
  }
  return provider(definition);
}

function provider(definition: AnyDefinition): ResourceProvider {
  let opened: Session | InvalidInput = new InvalidInput("the provider was not configured");
  const session = (): Session => {
    if (opened instanceof InvalidInput) throw opened;
    return opened;
  };

  /** The one way out of every method: plain data, or an error without secrets that Pulumi can take. */
  const guarded = async <T>(
    verb: string,
    values: Json[],
    work: (values: Json[]) => T | Promise<T>,
  ): Promise<T> => {
    try {
      return plain(await work(values.map(withoutProvider)));
    } catch (error) {
      throw outgoing(definition, verb, values, error, opened instanceof InvalidInput ? undefined : opened);
    }
  };

  return {
    // Pulumi does not await this before the first calls, and never repeats it: nothing here may be asynchronous or throw.
    configure({ config }) {
      opened = open(config);
      return Promise.resolve();
    },
    check: (olds, news) =>
      guarded("check", [news, olds], ([inputs = {}, old = {}]) => {
        const result = check(definition, old, inputs);
        const config =
          opened instanceof InvalidInput ? [`${definition.type} "${nameOf(inputs)}": ${opened.message}`] : [];
        const secrets = secretValues(definition, [inputs, old]);
        // With a `property` the engine would print that property's value.
        const failures = [...config, ...result.problems].map((reason) => ({
          property: "",
          reason: redact(reason, secrets),
        }));
        return { inputs: result.inputs, failures };
      }),
    diff: (_id, olds, news) =>
      guarded("diff", [news, olds], ([inputs = {}, old = {}]) => diff(definition, Date.now(), old, inputs)),
    create: (inputs) => guarded("create", [inputs], ([values = {}]) => create(definition, session(), values)),
    read: (id, props) => guarded("read", [props], ([values = {}]) => read(definition, session(), id, values)),
    update: (id, olds, news) =>
      guarded("update", [news, olds], ([inputs = {}, old = {}]) =>
        update(definition, session(), id, old, inputs),
      ),
    delete: (id, props) =>
      guarded("delete", [props], ([values = {}]) => remove(definition, session(), id, values)),
  };
}

function open(config: { get(key: string): string | undefined }): Session | InvalidInput {
  const entries = Object.keys(settings).map((key) => [`aep:${key}`, config.get(`aep:${key}`)]);
  const stack = Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as Record<
    string,
    string
  >;
  try {
    return openSession(stack);
  } catch (error) {
    return error instanceof InvalidInput ? error : new InvalidInput(String(error));
  }
}

const providerKey = "__provider";

function withoutProvider(values: Json): Json {
  const { [providerKey]: _address, ...rest } = values;
  return rest;
}

/** Pulumi's runtime fails on undefined anywhere in a reply, after the work was done. */
function plain<T>(value: T): T {
  return value === undefined ? value : (JSON.parse(JSON.stringify(value)) as T);
}

function secretValues(definition: AnyDefinition, values: Json[]): string[] {
  return values.flatMap((inputs) =>
    (definition.secret?.(inputs) ?? [])
      .map((place) => getAt(inputs, place))
      .filter((value): value is string => typeof value === "string"),
  );
}

/**
 * Pulumi prints an error's message and its stack, keeps the object in state if the error has an `id`, and then shows
 * `reasons` alone. Nothing else of an error of ours may be looked at.
 */
function outgoing(
  definition: AnyDefinition,
  verb: string,
  values: Json[],
  error: unknown,
  session: Session | undefined,
): Error {
  const [inputs = {}] = values;
  const cause = error instanceof Unfinished ? error.cause : error;
  const secrets = secretValues(definition, values);
  const text = describe(verb, definition.type, nameOf(inputs), cause);
  const shown = new Error(session ? session.redact(text, secrets) : redact(text, secrets));
  shown.stack = "";
  if (!(error instanceof Unfinished)) return shown;
  const properties = plain({ ...error.state, [providerKey]: inputs[providerKey] });
  return Object.assign(shown, { id: error.objectId, properties, reasons: [shown.message] });
}
