import type { z } from "zod";
import type { ApiResponse } from "../api/response";
import type { JsonObject } from "../values/propertyPath";
import type { Override } from "./override";

/** What functions of a definition may use besides the args. */
export interface Context {
  /** Epoch milliseconds, by AEP's clock. */
  now: number;
  /** Old outputs; empty where there are none. */
  state: JsonObject;
}

/** An object of AEP, in the names of args and outputs. */
export interface Live {
  args: JsonObject;
  outputs: JsonObject;
}

/** How objects are listed, and how an object of an earlier, interrupted run is recognized. */
export interface Find {
  /** Path of the first page of all objects. */
  list: string;
  accept?: string;
  /** The objects of a page with their ids. */
  items: (body: unknown) => [id: string, live: JsonObject][];
  /** Path of the next page; undefined: this is the last one. */
  next: (path: string, body: unknown) => string | undefined;
  /** The text that carries our mark. Where AEP keeps no such text: whether the object is the one that the args describe. */
  by: "description" | "name" | ((live: JsonObject, args: JsonObject, apiKey: string) => boolean);
}

/** How AEP changes an object. */
export type Update =
  /** The whole body is sent. */
  | { method: "PUT" }
  /** A JSON Patch is sent. `etag`: whether AEP gives every object the etag that If-Match needs. */
  | { method: "PATCH"; etag: "always" | "sometimes" | "never"; contentType?: string };

/** The service shows writes late: reads may be old for a while, and new objects may be missing. */
export interface Lag {
  /** When the object was written last, in epoch milliseconds by the service's clock; undefined where it does not say so. */
  modified: (live: JsonObject) => number | undefined;
}

/**
 * One kind of object. A definition reads from top to bottom: what a program may write, what AEP adds, where the object lives,
 * how it changes, how it is spelled in requests and responses, and what is odd about it.
 */
export interface Definition<
  Args extends z.ZodObject = z.ZodObject,
  Outputs extends z.ZodObject = z.ZodObject,
> {
  /** Name of the kind in tokens, errors and docs. */
  type: string;
  /**
   * The inputs in their stored form, with the facts of each field (see `fields.ts`). They validate and change nothing. Every
   * kind also has `sandbox`, a change of which replaces, and `pulumi`.
   */
  args: Args;
  /** What only AEP knows. They validate and change nothing. Every kind also has `orgId`. */
  outputs: Outputs;

  /** Where POST creates an object. */
  collection: string;
  /** Where one object lives. */
  item: (id: string) => string;
  /** The `Accept` header of reads. Absent: plain JSON. */
  accept?: string;
  find: Find;
  /** The id in the response to a POST. */
  id: (body: unknown) => unknown;

  update: Update;
  /** Absent: a read shows every write that was accepted before. */
  lag?: Lag;
  /** A replacement deletes the old object before it creates the new one. */
  deleteBeforeReplace?: boolean;
  /** Why AEP would refuse the change, or lose data by it. Without a reason the change goes on, as a replacement if need be. */
  refuseChange?: (
    olds: JsonObject,
    news: JsonObject,
    replaces: readonly string[],
    context: Context,
  ) => string | undefined;

  /**
   * Converts args, without those that are kept in the state only, to the body of POST, PUT or PATCH. Absent: the args are the
   * body. `live` is the body that a PUT replaces, without args that the program removed.
   */
  encode?: (args: JsonObject, context: Context, live?: JsonObject) => JsonObject;
  /** The object in a response: undefined where the response says that there is none. Other responses are an error. */
  unwrap: (response: ApiResponse, id: string) => JsonObject | undefined;
  /** Converts an object of AEP to args and outputs. */
  decode: (live: JsonObject, response: ApiResponse) => Live;
  /** AEP still shows the object, and it counts as deleted. */
  gone?: (live: JsonObject) => boolean;
  /** What AEP still does with the object, or why it failed. Undefined: the object is ready. */
  ready?: (live: JsonObject) => { pending: string } | { failed: string } | undefined;

  override?: Override;
}

export function define<Args extends z.ZodObject, Outputs extends z.ZodObject>(
  definition: Definition<Args, Outputs>,
): Definition<Args, Outputs> {
  return definition;
}

/** A definition of any kind. */
export type AnyDefinition = Definition;
