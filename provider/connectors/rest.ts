import type { Params, Source } from "./connector";

/** Facts of all sources with Adobe's REST template. AEP reads their responses as JSON. */
export const rest = {
  version: "1.0",
  category: "rest",
  flowSpec: "RestStorageToAEP",
  deltaColumn: false,
  explore: { objectTypes: ["rest"], fileTypes: ["json"] },
} as const;

export function restSource(page: string, params: Params): Source {
  return { formats: ["json"], properties: {}, params, page };
}
