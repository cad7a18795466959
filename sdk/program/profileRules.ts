import { at, called, declaredBy, isPending } from "./declared";
import { differentSchema } from "./schemaUse";

/** The identity that a ProfileEnablement names is a primary one, and that of its schema. */
export function profileProblems(args: unknown): string[] {
  const identity = declaredBy(at(args, "primaryIdentity"));
  if (identity?.kind !== "SchemaDescriptor") return [];
  const isPrimary = at(identity.args, "isPrimary");
  if (isPrimary !== true && !isPending(isPrimary)) {
    return [
      `primaryIdentity is ${called(identity)}, which is no primary identity; write isPrimary: true there`,
    ];
  }
  const [own, its] = ["schemaId is", `${called(identity)} describes`];
  const difference = differentSchema(
    { says: own, id: at(args, "schemaId"), version: undefined },
    { says: its, id: at(identity.args, "sourceSchema"), version: undefined },
  );
  return difference === undefined ? [] : [difference];
}
