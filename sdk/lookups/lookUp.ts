import { createRequire } from "node:module";
import * as pulumi from "@pulumi/pulumi";
import { describe, InvalidInput, NotFound } from "../../provider/api/errors";
import { listAll, type Listing } from "../../provider/api/listAll";
import type { JsonObject } from "../../provider/values/propertyPath";
import type * as sessions from "../../provider/api/session";
import { sandboxOf } from "../resources/resource";
import type * as objects from "./objects";

/**
 * Args of every look-up.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sandbox/home
 */
export interface LookUpArgs {
  /** Sandbox to read from; default: `aep:sandbox` in the config of the stack, or AEP_SANDBOX. */
  sandbox?: string | undefined;
}

/** The args of a look-up as Inputs. */
export type LookUpInputs<Args> = { [Key in keyof Args]: pulumi.Input<Args[Key]> };

/** A look-up can only read. */
export interface Reader {
  sandbox: string;
  /** The body of the response; undefined if AEP has no such object. */
  get(path: string, accept?: string): Promise<unknown>;
  list(path: string, listing: Listing, most?: number): Promise<JsonObject[]>;
  /** Objects that programs can also declare. */
  readonly objects: objects.ObjectReader;
  /** The result of `load`, cached for the process. For responses that cannot change during a run. */
  once<T>(key: string, load: () => Promise<T>): Promise<T>;
}

/** The name of a look-up and of the object that it reads, for error texts. */
export interface Subject {
  /** Name of the function that programs call. */
  call: string;
  kind: string;
  name?: unknown;
}

/**
 * Runs a look-up of a program. Every failure becomes one error without a stack, in the form of the provider's errors. In a unit
 * test, the mocks return the result, as with the functions of other Pulumi packages.
 */
export async function lookUp<T>(
  { call, kind, name }: Subject,
  args: LookUpArgs,
  read: (reader: Reader) => Promise<T>,
): Promise<T> {
  if (isMocked()) return (await mocked(`aep:index:${call}`, args)) as T;
  let hide = (text: string) => text;
  try {
    const sandbox = sandboxArg(args.sandbox);
    const session = openSession();
    hide = (text) => session.secrets.redact(text);
    return await read(readerOf(session, sandbox));
  } catch (error) {
    throw new pulumi.RunError(describe("look up", kind, typeof name === "string" ? name : "", error, hide));
  }
}

/** A look-up for args that are Inputs. It sends no request while one of them is unknown. */
export function lookUpOutput<Args, Result>(
  look: (args: Args) => Promise<Result>,
  args: LookUpInputs<Args>,
): pulumi.Output<Result> {
  // `output` waits for Inputs at any depth. Its type cannot express this for a type parameter.
  return pulumi.output(args as pulumi.Input<object>).apply((known) => look(known as Args));
}

/** Whether `pulumi.runtime.setMocks` replaced the engine. */
function isMocked(): boolean {
  const monitor: object | undefined = pulumi.runtime.getMonitor();
  return monitor !== undefined && "mocks" in monitor;
}

/** Pulumi drops the message of an error that mocks throw. */
async function mocked(token: string, args: LookUpArgs): Promise<unknown> {
  try {
    return await pulumi.runtime.invoke(token, { ...args });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const text = message === "" ? "`call` of its mocks threw an error" : message;
    throw new pulumi.RunError(`the mocks of this test have no result for ${token}: ${text}.`);
  }
}

function sandboxArg(given: unknown): string {
  const sandbox = sandboxOf(given as string | undefined);
  if (sandbox === undefined || sandbox === "") {
    throw new InvalidInput(
      "no sandbox is set. Pass { sandbox }, or run `pulumi config set aep:sandbox NAME`, or set AEP_SANDBOX.",
    );
  }
  return textArg("sandbox", sandbox);
}

/** In plain JavaScript, or with a cast, an arg may have any type. */
export function textArg(arg: string, value: unknown): string {
  if (typeof value === "string" && value !== "") return value;
  if (pulumi.Output.isInstance(value)) {
    throw new InvalidInput(`${arg} is an Output. Use the look-up whose name ends in Output.`);
  }
  throw new InvalidInput(`${arg} must be a non-empty string.`);
}

/** Exactly one of two args must be given. */
export function eitherOf<One extends string, Other extends string>(
  args: { [Key in One | Other]?: string | undefined },
  one: One,
  other: Other,
): { by: One | Other; value: string } {
  const given = [one, other].filter((key) => args[key] !== undefined);
  const [by] = given;
  if (by !== undefined && given.length === 1) return { by, value: textArg(by, args[by]) };
  const message =
    given.length === 0 ? `neither ${one} nor ${other} is given` : `${one} and ${other} are both given`;
  throw new InvalidInput(`${message}. Pass one of them.`);
}

function readerOf(session: sessions.Session, sandbox: string): Reader {
  const place = { sandbox, deadline: session.clock.now() + session.config.operationTimeoutMs };
  return {
    sandbox,
    async get(path, accept) {
      try {
        return (await session.client.get(path, accept === undefined ? place : { ...place, accept })).body;
      } catch (error) {
        if (error instanceof NotFound) return undefined;
        throw error;
      }
    },
    get objects() {
      const { ObjectReader } = load("./objects") as typeof objects;
      return new ObjectReader(session, sandbox);
    },
    list: (path, listing, most) =>
      listAll(session.client, path, listing, most === undefined ? place : { ...place, most }),
    once: (key, load) => session.cache.once(`look-up of ${key} in ${sandbox}`, load),
  };
}

/** Loads code of the provider at the first look-up. Programs without look-ups start without zod and got. */
const load = createRequire(__filename);

function openSession(): sessions.Session {
  const { openSession: open } = load("../../provider/api/session") as typeof sessions;
  return open(pulumi.runtime.allConfig());
}
