import { liveAuth, liveParams, type LiveParams } from "./live";

/** Why the catalogue refuses a value. The connection spec of a sandbox may be newer and allow it. */
export interface Claim {
  /** Id of the connection spec. */
  readonly id: string;
  readonly kind: ClaimKind;
  /** Absent for source parameters. */
  readonly specName?: string | undefined;
  readonly param?: string | undefined;
  /** The refused value of a parameter with allowed values, which is never secret. */
  readonly value?: unknown;
}

export type ClaimKind =
  | "unknown auth spec"
  | "unknown parameter"
  | "missing parameter"
  | "value not allowed"
  | "account not needed"
  | "account needed"
  | "unknown format";

/** Follows "The connection spec in the sandbox" if that also refuses the value. */
export const confirmations: Readonly<Record<ClaimKind, string>> = {
  "unknown auth spec": "has no such auth spec either",
  "unknown parameter": "has no such parameter either",
  "missing parameter": "requires it too",
  "value not allowed": "does not list this value either",
  "account not needed": "has no auth spec either",
  "account needed": "has auth specs too",
  "unknown format": "lists no formats",
};

/** Whether a connection spec, as `GET /connectionSpecs/{id}` returns it, allows what the catalogue refuses. */
export function isAllowedBy(spec: Record<string, unknown>, { kind, specName, param, value }: Claim): boolean {
  const authSpecs = liveAuth(spec);
  const params = specName === undefined ? sourceParams(spec) : authSpecs.get(specName);
  const live = param === undefined ? undefined : params?.get(param);
  switch (kind) {
    case "unknown auth spec":
      return params !== undefined;
    case "unknown parameter":
      return live !== undefined;
    case "missing parameter":
      return params !== undefined && params.size > 0 && live?.required !== true;
    case "value not allowed":
      return live?.choices?.includes(String(value)) === true;
    case "account not needed":
      return authSpecs.size > 0;
    case "account needed":
      return Array.isArray(spec["authSpec"]) && authSpecs.size === 0;
    case "unknown format":
      return false;
  }
}

function sourceParams(spec: Record<string, unknown>): LiveParams {
  const { sourceSpec } = spec;
  return liveParams(
    typeof sourceSpec === "object" && sourceSpec !== null && "spec" in sourceSpec
      ? sourceSpec.spec
      : undefined,
  );
}
