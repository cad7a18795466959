import { get, type JsonObject } from "../../values/propertyPath";
import { containsUnknown } from "../../values/unknown";

/** Datasets hold data: a replacement would delete it, and Profile does not give it back. */
export function refuseDatasetChange(
  olds: JsonObject,
  news: JsonObject,
  replaces: readonly string[],
): string | undefined {
  return refuseReplacement(olds, replaces) ?? refuseWithoutProfile(olds, news);
}

function refuseReplacement(olds: JsonObject, replaces: readonly string[]): string | undefined {
  if (replaces.length === 0 || olds["forceDelete"] === true) return undefined;
  return (
    `${replaces.join(", ")} cannot change in place. A replacement would start empty, and the data of the old dataset would be deleted. ` +
    "Declare a second dataset beside it, or set forceDelete: true and run `pulumi up` before the change"
  );
}

function refuseWithoutProfile(olds: JsonObject, news: JsonObject): string | undefined {
  const [before, after] = [olds, news].map((args) => get(args, ["tags", "unifiedProfile"]));
  if (before === undefined || after !== undefined || containsUnknown(news["tags"])) return undefined;
  return "tags.unifiedProfile cannot be removed: AEP cannot disable Profile for a dataset again. Put the tag back";
}
