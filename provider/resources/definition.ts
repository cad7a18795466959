import type { z } from "zod";
import type { ApiResponse } from "../api/response";
import type { JsonObject } from "../values/propertyPath";

/** Facts outside the inputs that `encode`, `same` and `refuse` may use. */
export interface Context {
  /** Epoch milliseconds. */
  now: number;
  /** Old outputs, where there are any. */
  state: JsonObject;
  /** What the definition's look-ups found, by their names. */
  found: Record<string, unknown>;
}

/** An object as AEP holds it, in the words of args, and what only the server knows. */
export interface Live {
  args: JsonObject;
  outputs: JsonObject;
}

/** What has to be read before a verb. */
export interface Lookup {
  /** Undefined: not needed for these values. */
  path: (values: JsonObject, id: string) => string | undefined;
  /** "process": the answer is the same for all objects. "seen": a reply that this process has seen will do. */
  reuse?: "process" | "seen";
  /** The items of one page, for lists that are read to their end. */
  items?: (body: unknown) => unknown[];
}

/** What AEP is asked before a check of new inputs is over. It changes nothing, and without an answer there is no complaint. */
export interface Question {
  /** Undefined: not to be asked of these values. */
  path: (inputs: JsonObject) => string | undefined;
  accept?: (inputs: JsonObject) => string;
  /** Sent by POST; made of the args alone. */
  body?: (args: JsonObject) => JsonObject;
  /** Asked only where this setting says `live`; that it could not be answered is then said. */
  setting?: "mappings";
  /**
   * Asked about the program's own objects too, unless it changes something of these kinds: AEP would answer by what it holds
   * now. Absent: own objects are not asked about, as the program has checked what it declares.
   */
  settled?: readonly string[];
}

/** What a check knows besides the inputs. */
export interface CheckContext {
  /** The inputs in the program's own spelling. */
  written: JsonObject;
  /** What AEP answered to the questions, by their names. */
  answers: Record<string, unknown>;
  /** True for the id of an object that this stack manages. */
  owns: (id: string) => boolean;
}

export interface Find {
  /** First page of the list of all objects. */
  list: string;
  accept?: string;
  /** The objects of a page by their ids. */
  items: (body: unknown) => [id: string, live: JsonObject][];
  /** Path of the next page. */
  next: (path: string, body: unknown) => string | undefined;
  /** The text that carries the mark of the create; where AEP keeps none, what makes an object the one that args describe. */
  by: "description" | "name" | ((live: JsonObject, args: JsonObject, apiKey: string) => boolean);
}

/** One kind of object. Read top to bottom: what the user may write, where it lives, what changes it, how it is spelled on the wire. */
export interface Definition<
  Args extends z.ZodObject = z.ZodObject,
  Outputs extends z.ZodObject = z.ZodObject,
> {
  /** The kind's name in tokens, errors and docs. */
  type: string;
  /** Inputs after canonical form; validation only. `sandbox` and `pulumi` are added for every kind. */
  args: Args;
  /** What only the server knows; validation only. `orgId` is added for every kind. */
  outputs: Outputs;
  /** Converts the whole of the inputs, and of the args that AEP returns, before the conversions of the single fields. */
  coerce?: (values: JsonObject) => JsonObject;
  /** Where POST goes. */
  collection: string;
  /** Where one object lives. */
  item: (id: string) => string;
  /** `Accept` of reads, where the service asks for one. */
  accept?: string;
  /** Other kinds look these objects up. */
  remember?: boolean;
  /**
   * The resource is a fact about an object that another resource manages, and has that object's id: its create is an update
   * of that object, which its delete leaves as it is.
   */
  attachedTo?: (inputs: JsonObject) => string;
  /** How an own object is found again after a lost reply or an interrupted run. */
  find: Find;
  /** The id that a create reply gives to the new object. */
  id: (body: unknown) => unknown;
  /** The old object goes before the new one comes. */
  deleteBeforeReplace?: boolean;
  /** How AEP changes an object. */
  update: "jsonPatch" | "put" | "none";
  /** `Content-Type` of a JSON Patch where it is not plain JSON. */
  patchType?: string;
  /** A field that a call of its own changes. */
  action?: { field: string; initial: string; path: (id: string, value: string) => string };
  /** What is asked before the check of inputs that are new or have changed. */
  questions?: Record<string, Question>;
  lookups?: { create?: Record<string, Lookup>; delete?: Record<string, Lookup> };
  /**
   * Converts args, without those that are kept in the state only, to the body of POST, PUT or PATCH. Absent: the args are the
   * body. `live` is the body that a PUT replaces, without args that the program removed.
   */
  encode?: (args: JsonObject, context: Context, live?: JsonObject) => JsonObject;
  /** The object inside a reply: undefined where it says that there is none, an error where it says something else. */
  unwrap: (reply: ApiResponse, id: string) => JsonObject | undefined;
  decode: (live: JsonObject, reply: ApiResponse) => Live;
  /**
   * Where a newer version may be, given what the plain GET showed and the newest found so far; asked until it gives nothing
   * or what it gives is not found.
   */
  newer?: (shown: JsonObject, newest: JsonObject, state: JsonObject, id: string) => string | undefined;
  /** States that mean deleted although the object still answers. */
  gone?: (live: JsonObject) => boolean;
  /** Undefined: ready. */
  ready?: (live: JsonObject) => { pending: string } | { failed: string } | undefined;
  /** Sentences for changes that AEP forbids and that must not become a silent replace or loss. */
  refuse?: {
    /** Of inputs that are valid in themselves, and new or changed. */
    check?: (inputs: JsonObject, context: CheckContext) => string[];
    diff?: (
      olds: JsonObject,
      news: JsonObject,
      replaces: readonly string[],
      context: Context,
    ) => string | undefined;
    delete?: (state: JsonObject, found: Record<string, unknown>) => string | undefined;
  };
  /** An API that refuses DELETE as such keeps the object, and that counts as done. */
  deletion?: "whereSupported";
}

export function define<Args extends z.ZodObject, Outputs extends z.ZodObject>(
  definition: Definition<Args, Outputs>,
): Definition<Args, Outputs> {
  return definition;
}

/** The kind as the lifecycle sees it, whatever its args are. */
export type AnyDefinition = Definition;
