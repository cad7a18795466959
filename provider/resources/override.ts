import type { ApiResponse } from "../api/response";
import type { JsonObject } from "../values/propertyPath";

/** An object as AEP returned it. */
export interface ReadObject {
  raw: JsonObject;
  response: ApiResponse;
}

/** What a kind's own functions may read from AEP during one verb. */
export interface Reader {
  /** Throws `NotFound` where AEP has no such object. */
  get: (path: string) => Promise<ApiResponse>;
  /** All items of a list of Flow Service. Each list is read once per process. */
  listOnce: (path: string, items: (body: unknown) => JsonObject[]) => Promise<JsonObject[]>;
}

/** One operation of RFC 6902. */
export interface PatchOperation {
  op: "add" | "replace" | "remove";
  path: string;
  value?: unknown;
}

/** What create offers to a kind that replaces it. */
export interface Creation {
  /** Updates an object that another resource manages; the new resource has its id. */
  updateExisting: (id: string) => Promise<{ id: string; outs: JsonObject }>;
}

/** What delete offers to a kind that replaces it. */
export interface Deletion {
  id: string;
  /** Outputs of the resource. */
  state: JsonObject;
  reader: Reader;
  /** The usual deletion: a request, and then a wait until AEP no longer shows the object. */
  deleteObject: () => Promise<void>;
  /** DELETE, repeated while the object is in use or busy. */
  requestDelete: () => Promise<void>;
  isShown: () => Promise<boolean>;
}

/** A field that is not in the body: a request of its own changes it. */
export interface Action {
  field: string;
  /** The value that a new object has. */
  initial: string;
  /** Where POST sets the value. */
  path: (id: string, value: string) => string;
}

/** A question to AEP during the check of inputs. It changes nothing, and no problem is reported without a response. */
export interface Question {
  /** Undefined: these inputs need no question. */
  path: (inputs: JsonObject) => string | undefined;
  accept?: (inputs: JsonObject) => string;
  /** The body of a POST, from the args alone. Absent: the question is a GET. */
  body?: (args: JsonObject) => JsonObject;
  /** The question is asked only if this setting is `live`. A missing response is then a warning. */
  setting?: "mappings";
  /**
   * The question is also asked about an object of this stack, unless the program changes an object of these kinds: AEP would
   * judge the state before the run. Absent: it is not asked about objects of this stack, which the program has checked.
   */
  dependsOn?: readonly string[];
}

/** What a check by AEP knows besides the inputs. */
export interface CheckContext {
  /** The inputs as the program wrote them. */
  written: JsonObject;
  /** The bodies of the responses, by the names of the questions. */
  responses: Record<string, unknown>;
  /** True for the id of an object that this stack manages. */
  owns: (id: string) => boolean;
}

/** Questions to AEP about new or changed inputs that are valid in themselves. */
export interface CheckByAep {
  /** The id of the object that the questions are about. */
  about: (inputs: JsonObject) => unknown;
  questions: Record<string, Question>;
  /** One sentence for each thing that AEP would refuse. */
  problems: (inputs: JsonObject, context: CheckContext) => string[];
}

/**
 * Functions of one kind, for what AEP does with no other kind. Each one replaces or completes one step of the lifecycle, and
 * the definition says why in a comment. A function that two kinds need is a key of the definition instead.
 */
export interface Override {
  /** Converts all args, of a program or from AEP, before the conversions of the single fields. */
  coerce?: (args: JsonObject) => JsonObject;
  checkByAep?: CheckByAep;
  /** Adds to the args of a new object what only AEP can tell. */
  complete?: (args: JsonObject, reader: Reader) => Promise<JsonObject>;
  /** Replaces create. The resource then has no object of its own. */
  create?: (inputs: JsonObject, creation: Creation) => Promise<{ id: string; outs: JsonObject }>;
  /** Replaces the GET of one object. `get` gives undefined where AEP has no such object; `state` may be empty. */
  read?: (
    get: (path: string) => Promise<ReadObject | undefined>,
    id: string,
    state: JsonObject,
  ) => Promise<ReadObject | undefined>;
  /**
   * A JSON Patch of the values that the object has, for a kind that AEP hides from credentials without an access label. It is
   * sent with an If-Match that matches no version: the refusal tells a hidden object from a deleted one.
   */
  harmlessPatch?: (state: JsonObject) => JsonObject[];
  /** One sentence about an object that a refresh read: an outside change whose cause the program must know. */
  remark?: (live: JsonObject, state: JsonObject) => string | undefined;
  action?: Action;
  /** Replaces the JSON Patch of an update, for a kind whose args are not those of the body. */
  patch?: (live: JsonObject) => PatchOperation[];
  /** Replaces delete. */
  delete?: (deletion: Deletion) => Promise<void>;
}
