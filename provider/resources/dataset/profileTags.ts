import type { z } from "zod";
import { parseProfileTag } from "../../values/profileTag";

const profileTags = ["unifiedProfile", "unifiedIdentity"];

type Problem = [path: (string | number)[], message: string];

/** AEP adds `enabledAt:2024-11-05 12:33:59` to `unifiedProfile`. A program may copy it: it has no effect. */
const timeOfEnablement = /^enabledAt:/;

export function isTimeOfEnablement(value: unknown, path: readonly unknown[]): boolean {
  return path.at(-1) === "unifiedProfile" && timeOfEnablement.test(String(value));
}

/** AEP accepts any tag and any value. Profile ignores a misspelled one without a message. */
export function checkTags({ value, issues }: z.core.ParsePayload<Record<string, string[]>>): void {
  for (const [path, message] of tagProblems(value)) {
    issues.push({ code: "custom", path, message, input: undefined });
  }
}

function tagProblems(tags: Record<string, string[]>): Problem[] {
  return Object.entries(tags).flatMap(([name, values]) => {
    const tag = profileTags.find((known) => known.toLowerCase() === name.toLowerCase());
    if (tag === undefined) return [];
    if (tag !== name) return [[[name], `is not a tag of Profile: tags are case-sensitive; write ${tag}`]];
    if (values.length === 0) return [[[name], 'must hold "enabled:true" or "enabled:false"']];
    return values.flatMap((value, index) => valueProblems(name, value, index));
  });
}

function valueProblems(name: string, value: string, index: number): Problem[] {
  if (parseProfileTag(value) || isTimeOfEnablement(value, [name])) return [];
  return [
    [
      [name, index],
      'must be "enabled:true" or "enabled:false", or "isUpsert:true" beside one of them for upserts',
    ],
  ];
}
