import { secretPlaces } from "./args";
import { checkInputs } from "./check";
import { nameOf } from "./check/validate";
import { create } from "./create";
import type { AnyDefinition } from "../resources/definition";
import { diff, type Difference } from "./diff";
import { describe, InvalidInput, Unfinished } from "../api/errors";
import { redact } from "../api/redact";
import { remove } from "./delete";
import { knownObjectsOf, stateEntryOf } from "./knownObjects";
import { read } from "./read";
import { update } from "./update";
import { reportLiveConnectors } from "./check/connectorReport";
import { markOf } from "./mark";
import { getAt, type JsonObject, plain } from "../values/propertyPath";
import type { Session } from "../api/session";
import { duringCall } from "../api/signals";

/** Config as Pulumi passes it. */
export interface StackConfig {
  get(key: string): string | undefined;
}

/**
 * The provider of one kind: the methods that Pulumi's dynamic-provider process calls. Each of them returns plain data, or
 * rejects with an error that contains no secret and that Pulumi can take.
 */
export class ResourceProvider {
  private session: Session | InvalidInput = new InvalidInput("the provider was not configured");

  /** `open` returns the session for a stack's config, or an error that says what is wrong with the config. */
  constructor(
    private readonly definition: AnyDefinition,
    private readonly open: (config: StackConfig) => Session | InvalidInput,
  ) {}

  /** Pulumi does not await this before the first calls, and never repeats it: it must neither wait nor throw. */
  configure({ config }: { config: StackConfig }): Promise<void> {
    this.session = this.open(config);
    return Promise.resolve();
  }

  check(
    olds: JsonObject,
    news: JsonObject,
  ): Promise<{ inputs: JsonObject; failures: { property: string; reason: string }[] }> {
    return this.run("check", [news, olds], async (written, old) => {
      const { definition, session } = this;
      this.recordInState(undefined, old);
      const { inputs, problems } = await checkInputs(definition, session, old, written);
      if (!(session instanceof InvalidInput)) knownObjectsOf(session).recordDeclaration(definition, inputs);
      const secrets = secretValues(definition, [written, inputs, old]);
      // If `property` is set, the engine prints that property's value.
      const failures = problems.map((reason) => ({ property: "", reason: redact(reason, secrets) }));
      return { inputs, failures };
    });
  }

  diff(id: string, olds: JsonObject, news: JsonObject): Promise<Difference> {
    return this.run("diff", [news, olds], (inputs, old) => {
      const { definition, session } = this;
      this.recordInState(id, old);
      if (session instanceof InvalidInput) return diff(definition, Date.now(), old, inputs);
      const knownObjects = knownObjectsOf(session);
      // A refresh calls diff without check: it shows outside changes and refuses none.
      const isDeclared = knownObjects.isDeclared(definition, inputs);
      const difference = diff(definition, session.clock.now(), old, inputs, isDeclared);
      if (isDeclared && !definition.override?.create) knownObjects.claim(id, stateEntryOf(old));
      return difference;
    });
  }

  create(inputs: JsonObject): Promise<{ id: string; outs: JsonObject }> {
    return this.run("create", [inputs], (values) =>
      this.callAep(values, (session) => create(this.definition, session, values)),
    );
  }

  read(id: string, props: JsonObject): Promise<{ id?: string; props?: JsonObject; inputs?: JsonObject }> {
    return this.run("read", [props], (values) =>
      this.callAep(values, (session) => read(this.definition, session, id, values)),
    );
  }

  update(id: string, olds: JsonObject, news: JsonObject): Promise<{ outs: JsonObject }> {
    return this.run("update", [news, olds], (inputs, old) =>
      this.callAep(inputs, (session) => update(this.definition, session, id, old, inputs)),
    );
  }

  delete(id: string, props: JsonObject): Promise<void> {
    return this.run("delete", [props], (values) =>
      this.callAep(values, (session) => remove(this.definition, session, id, values)),
    );
  }

  /** Every method goes through here, so that neither a secret nor a value that Pulumi cannot take leaves the provider. */
  private run<Values extends JsonObject[], Result>(
    method: string,
    values: [...Values],
    work: (...values: Values) => Result | Promise<Result>,
  ): Promise<Result> {
    return duringCall(async () => {
      try {
        if (!(this.session instanceof InvalidInput)) {
          for (const value of secretValues(this.definition, values)) this.session.secrets.add(value);
        }
        // Pulumi's runtime fails on `undefined` anywhere in a result, after the work was done.
        return plain(await work(...(values.map(withoutProvider) as Values)));
      } catch (error) {
        throw this.errorForPulumi(method, values, error);
      }
    });
  }

  /** Runs a verb that calls AEP. The first one also waits for the connector report, which runs beside it. */
  private async callAep<Result>(
    values: JsonObject,
    verb: (session: Session) => Promise<Result>,
  ): Promise<Result> {
    const { session } = this;
    if (session instanceof InvalidInput) throw session;
    const [result] = await Promise.allSettled([verb(session), reportLiveConnectors(session, values)]);
    if (result.status === "rejected") throw result.reason;
    return result.value;
  }

  /** The engine passed an entry of the state. The id of an attached kind is that of another resource's object. */
  private recordInState(id: string | undefined, olds: JsonObject): void {
    if (this.session instanceof InvalidInput || this.definition.override?.create) return;
    knownObjectsOf(this.session).record({ id, mark: markOf(this.definition, olds) });
  }

  /**
   * Pulumi keeps the object in the state if the error has an `id`, and then shows only `reasons`. A new error is made, so that
   * nothing else of the original one can leave.
   */
  private errorForPulumi(method: string, values: JsonObject[], error: unknown): Error {
    const { definition, session } = this;
    const [inputs = {}] = values;
    const cause = error instanceof Unfinished ? error.cause : error;
    const secrets = secretValues(definition, values);
    const hide = (text: string) =>
      redact(session instanceof InvalidInput ? text : session.secrets.redact(text), secrets);
    const shown = new Error(describe(method, definition.type, nameOf(inputs), cause, hide));
    printOnce(shown);
    if (!(error instanceof Unfinished)) return shown;
    const properties = plain({ ...error.state, [providerKey]: inputs[providerKey] });
    return Object.assign(shown, { id: error.objectId, properties, reasons: [shown.message] });
  }
}

const providerKey = "__provider";

function withoutProvider(values: JsonObject): JsonObject {
  const { [providerKey]: _address, ...rest } = values;
  return rest;
}

function secretValues(definition: AnyDefinition, values: JsonObject[]): string[] {
  return values.flatMap((inputs) =>
    secretPlaces(definition, inputs).flatMap((place) => textsIn(getAt(inputs, place))),
  );
}

/** A secret parameter may be an object, such as a service account's key file. */
function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** Pulumi's runtime prints some errors itself, as `${error}: ${error.stack}`: the message is divided between the two. */
function printOnce(error: Error): void {
  const [subject = ""] = error.message.split(": ", 1);
  error.toString = () => subject;
  error.stack = error.message.slice(subject.length + ": ".length);
}
