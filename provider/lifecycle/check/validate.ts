import { z } from "zod";
import { canonical } from "../canonical";
import { sandboxPattern } from "../../api/config";
import { type Claim, nearestName } from "../../connectors";
import type { AnyDefinition } from "../../resources/definition";
import type { JsonObject } from "../../values/propertyPath";
import { get, isObject, show } from "../../values/propertyPath";
import { containsUnknown, isUnknown } from "../../values/unknown";

const added = {
  sandbox: z
    .string({
      error: "is missing: set `sandbox`, or run `pulumi config set aep:sandbox NAME`, or set AEP_SANDBOX",
    })
    .regex(sandboxPattern, "must have only lower-case letters, digits and hyphens, such as prod"),
  pulumi: z.strictObject({
    project: z.string(),
    stack: z.string(),
    name: z.string(),
    /** Types of the component resources around it, outermost first, joined by `$`. */
    parents: z.string().optional(),
    /** Id of the existing object that the create adopts: Pulumi's option `import`. */
    import: z.string().optional(),
  }),
};

const schemas = new WeakMap<AnyDefinition, z.ZodObject>();

/** The args of a kind, with the keys that every kind has. */
function schemaOf(definition: AnyDefinition): z.ZodObject {
  const known = schemas.get(definition);
  if (known) return known;
  const schema = definition.args.safeExtend(added);
  schemas.set(definition, schema);
  return schema;
}

export interface Validation {
  /** The inputs in canonical form. */
  inputs: JsonObject;
  /** One sentence for each problem. */
  problems: string[];
  /** The problems that only the catalogue of connectors has found, by their sentence. */
  claims: ReadonlyMap<string, Claimed>;
  /** One sentence for each warning. */
  warnings: string[];
}

export interface Claimed {
  claim: Claim;
  /** The field, such as `auth.params.port`. */
  field: string;
}

/** Values that are not known yet are not checked. */
export function validate(definition: AnyDefinition, olds: JsonObject, news: JsonObject): Validation {
  const inputs = canonical(definition, carryOver(olds, news));
  const result = schemaOf(definition).safeParse(inputs);
  const issues = result.success ? [] : result.error.issues.flatMap((issue) => flatten(issue, inputs));
  const open = issues.filter((issue) => !dependsOnUnknown(inputs, issue));
  const subject = describeSubject(definition, inputs);
  const all = open.map((issue) => ({
    text: `${subject}: ${describeIssue(definition, inputs, issue)}`,
    field: show(issue.path as (string | number)[]),
    ...paramsOf(issue),
  }));
  // The stored form is without this key.
  const isUnchecked = get(news, ["connectionSpec", "unchecked"]) === true;
  const found = isUnchecked ? all.filter(({ claim }) => claim === undefined) : all;
  const textsOf = (list: typeof found) => [...new Set(list.map(({ text }) => text))];
  return {
    inputs,
    problems: textsOf(found.filter(({ isWarning }) => !isWarning)),
    warnings: textsOf(found.filter(({ isWarning }) => isWarning)),
    claims: new Map(found.flatMap(({ text, field, claim }) => (claim ? [[text, { claim, field }]] : []))),
  };
}

/** What a rule passes beside the sentence. */
export interface IssueParams {
  claim?: Claim;
  isWarning?: boolean;
}

function paramsOf(issue: Issue): IssueParams {
  return issue.code === "custom" ? (issue.params ?? {}) : {};
}

/** Project, stack and name stay as they were at the create, so that renames, aliases and moved stacks make no diff. */
function carryOver(olds: JsonObject, news: JsonObject): JsonObject {
  if (!isObject(olds["pulumi"])) return news;
  const defaulted = [olds, news].every((values) => values["name"] === nameOf(values));
  return {
    ...news,
    pulumi: olds["pulumi"],
    ...(defaulted && nameOf(news) !== "" ? { name: olds["name"] } : {}),
  };
}

export function nameOf(values: JsonObject): string {
  const name = get(values, ["pulumi", "name"]);
  return typeof name === "string" && !isUnknown(name) ? name : "";
}

export function describeSubject(definition: AnyDefinition, inputs: JsonObject): string {
  const name = nameOf(inputs);
  return name === "" ? definition.type : `${definition.type} "${name}"`;
}

type Issue = z.core.$ZodIssue;

/** A union reports the issues of each option. Those of the option that matched deepest are kept. */
function flatten(issue: Issue, inputs: JsonObject, above: PropertyKey[] = []): Issue[] {
  const path = [...above, ...issue.path];
  if (issue.code !== "invalid_union" || issue.errors.length === 0) return [{ ...issue, path }];
  const depth = (issues: Issue[]) => Math.max(0, ...issues.map((inner) => inner.path.length));
  const [best] = [...issue.errors].sort(
    (one, other) => depth(other) - depth(one) || one.length - other.length,
  );
  return (best ?? []).flatMap((inner) => flatten(inner, inputs, path));
}

function dependsOnUnknown(inputs: JsonObject, issue: Issue): boolean {
  const path = issue.path as (string | number)[];
  for (let length = 0; length <= path.length; length++) {
    if (isUnknown(get(inputs, path.slice(0, length)))) return true;
  }
  const value = get(inputs, path);
  // Names of keys and lengths of lists are known, even if the values are not.
  if (issue.code === "unrecognized_keys") return false;
  if (Array.isArray(value) && (issue.code === "too_big" || issue.code === "too_small")) return false;
  return (isObject(value) || Array.isArray(value)) && containsUnknown(value);
}

function describeIssue(definition: AnyDefinition, inputs: JsonObject, issue: Issue): string {
  const path = show(issue.path as (string | number)[]);
  const missing = get(inputs, issue.path as (string | number)[]) === undefined;
  if (issue.code === "unrecognized_keys") {
    const known = knownKeys(definition, issue.path);
    return issue.keys
      .map((key) => {
        const nearest = nearestName(key, known);
        const advice = nearest === undefined ? "remove it" : `did you mean "${nearest}"?`;
        return `${path === "" ? key : `${path}.${key}`} is not a field here; ${advice}`;
      })
      .join("; ");
  }
  if (issue.code === "invalid_type" && missing && issue.message.startsWith("Invalid input")) {
    return `${path} is missing; add it (${issue.expected})`;
  }
  if (issue.code === "invalid_value" && missing && issue.message.startsWith("Invalid")) {
    return `${path} is missing; add one of ${issue.values.map((value) => `"${String(value)}"`).join(", ")}`;
  }
  const choices = choicesIn(issue);
  if (choices && issue.message.startsWith("Invalid")) {
    const value = get(inputs, issue.path as (string | number)[]);
    const nearest = typeof value === "string" ? nearestName(value, choices) : undefined;
    const hint = nearest === undefined ? "" : `; did you mean "${nearest}"?`;
    return `${path} must be one of ${choices.map((text) => `"${text}"`).join(", ")}${hint}`;
  }
  if (issue.code === "invalid_type" && issue.message.startsWith("Invalid input")) {
    const article = /^[aeiou]/.test(issue.expected) ? "an" : "a";
    return `${path} must be ${article} ${issue.expected}`;
  }
  return `${path === "" ? "" : `${path} `}${issue.message}`;
}

/** The values that an enum or the discriminator of a union may have. */
function choicesIn(issue: Issue): string[] | undefined {
  if (issue.code === "invalid_value") return issue.values.map(String);
  const options: unknown = issue.code === "invalid_union" && "options" in issue ? issue.options : undefined;
  return Array.isArray(options) ? options.map(String) : undefined;
}

function knownKeys(definition: AnyDefinition, path: readonly PropertyKey[]): string[] {
  let at: unknown = definition.args;
  for (const key of path) {
    while (at instanceof z.ZodOptional) at = at.unwrap();
    if (at instanceof z.ZodObject) at = at.shape[String(key)];
    else if (at instanceof z.ZodArray) at = at.element;
  }
  while (at instanceof z.ZodOptional) at = at.unwrap();
  return at instanceof z.ZodObject ? Object.keys(at.shape) : [];
}
