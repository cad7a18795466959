import { z } from "zod";
import { field } from "../fields";
import { problem } from "../shared/problem";
import { mappingWithCurrentNames } from "./names";

const fields = z.strictObject({
  // AEP does not distinguish constants from expressions.
  sourceType: field(z.enum(["ATTRIBUTE", "EXPRESSION", "STATIC"]).optional(), {
    same: (written, live) => written !== "ATTRIBUTE" && live === "EXPRESSION",
  }),
  source: z.string().max(4096, "must have at most 4096 characters").optional(),
  destination: z.string().optional(),
  name: z.string().optional(),
  description: z.string().optional(),
  sourceAttribute: z.string().optional(),
  destinationXdmPath: z.string().optional(),
});

const validatedArgs = fields.check(({ value, issues }) => {
  const { source, destination, sourceAttribute, destinationXdmPath } = value;
  if (sourceAttribute !== undefined)
    issues.push(problem(["sourceAttribute"], "has the same meaning as source; keep one of them"));
  if (destinationXdmPath !== undefined)
    issues.push(problem(["destinationXdmPath"], "has the same meaning as destination; keep one of them"));
  if (!source) issues.push(problem(["source"], "is missing; name the source field or an expression"));
  if (!destination)
    issues.push(
      problem(["destination"], "is missing; name the XDM path to fill, such as person.name.firstName"),
    );
});

/** `source` and `destination`, or the older `sourceAttribute` and `destinationXdmPath`, which are stored under the current names. */
export const mapping = field(validatedArgs, { coerce: mappingWithCurrentNames });
