import { isPending, labelOf, linkedTo, valueAt } from "./declared";
import { differentSchema } from "./schemaUse";

/** The identity of a ProfileEnablement must be a primary one, and must describe the same schema. */
export function profileProblems(args: unknown): string[] {
  const identity = linkedTo("SchemaDescriptor", valueAt(args, "primaryIdentity"));
  if (identity === undefined) return [];
  const isPrimary = valueAt(identity.args, "isPrimary");
  if (isPrimary !== true && !isPending(isPrimary)) {
    return [
      `primaryIdentity is ${labelOf(identity)}, which is not a primary identity; set isPrimary: true on that descriptor`,
    ];
  }
  const difference = differentSchema(
    { subject: "schemaId is", id: valueAt(args, "schemaId"), version: undefined },
    {
      subject: `${labelOf(identity)} describes`,
      id: valueAt(identity.args, "sourceSchema"),
      version: undefined,
    },
  );
  return difference === undefined ? [] : [difference];
}
