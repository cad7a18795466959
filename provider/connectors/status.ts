/** What Adobe says about the future of a connector or of an auth spec. */
export interface Status {
  /**
   * `unlisted`: the connector is missing in Adobe's current catalogue of sources, which is no proof of its end. `replaced`: Adobe
   * offers a newer source for the same data.
   */
  readonly state: "beta" | "unlisted" | "replaced" | "deprecated" | "retired";
  /** Month of the change, as `YYYY-MM`. */
  readonly since?: string;
  /** What to use instead. */
  readonly use?: string;
}

export const beta: Status = { state: "beta" };
export const unlisted: Status = { state: "unlisted" };

export function replaced(since: string, use: string): Status {
  return { state: "replaced", since, use };
}

export function deprecated(since: string, use?: string): Status {
  return use === undefined ? { state: "deprecated", since } : { state: "deprecated", since, use };
}

export function retired(since: string, use?: string): Status {
  return use === undefined ? { state: "retired", since } : { state: "retired", since, use };
}

/** The status in one phrase: `deprecated since 2025-11`. */
export function statusText({ state, since }: Status): string {
  return since === undefined ? state : `${state} since ${since}`;
}

/** The warning about a status, after the name of its connector or auth spec. Undefined if none is needed. */
export function statusWarning(status: Status | undefined): string | undefined {
  if (status === undefined || status.state === "beta" || status.state === "unlisted") return undefined;
  const remedy = status.use === undefined ? "Adobe names no replacement" : `use ${status.use} instead`;
  return `is ${statusText(status)}; ${remedy}`;
}
