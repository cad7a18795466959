import type { z } from "zod";

/** A sentence about the args at a path, for the error list of a check. It continues the path: `data.format must be ...`. */
export function problem(
  path: PropertyKey[],
  message: string,
  /** Never a value that may be secret. */
  input?: unknown,
): z.core.$ZodRawIssue {
  return { code: "custom", path, message, input };
}
