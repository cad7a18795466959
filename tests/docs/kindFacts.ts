import { definitions } from "../../provider/resources";
import type { AnyDefinition } from "../../provider/resources/definition";
import { factsOf as placesWith } from "../../provider/resources/fields";
import { covers, fits, leadsTo, parse } from "../../provider/values/propertyPath";

/** What a definition says about one arg, for the tables of the reference pages. */
export interface ArgFacts {
  /** Changing the arg replaces the object: always, or where one of these parts changes. */
  replaces: boolean | readonly string[];
  /** What is stored where the program omits the arg; undefined: nothing. */
  default: unknown;
  /** Some keys of the arg are secret: which ones depends on the connector. */
  secret: boolean;
}

export function definitionOf(kind: string): AnyDefinition | undefined {
  return definitions.find(({ type }) => type === kind);
}

/** `path` is a path of a reference page, such as `data.schema.id` or `mappings[].source`. */
export function factsOf(definition: AnyDefinition, path: string): ArgFacts {
  const segments = parse(path.replaceAll("[]", "[any=item]"));
  const replacing = [...placesWith(definition, "replaces").keys(), "sandbox"];
  const parts = replacing.filter((pattern) => leadsTo(pattern, segments));
  const whole = replacing.some((pattern) => covers(pattern, segments));
  const replaces = whole || (parts.length > 0 && parts);
  const secret = [...placesWith(definition, "secretKeys").keys()].some((pattern) => fits(pattern, segments));
  return { replaces, default: defaultOf(definition, path), secret };
}

function defaultOf(definition: AnyDefinition, path: string): unknown {
  const segments = parse(path.replaceAll("[]", "[any=item]"));
  return [...placesWith(definition, "default")].find(([pattern]) => fits(pattern, segments))?.[1];
}
