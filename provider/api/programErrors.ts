import type { ErrorEntry } from "./errorEntry";

/** Errors of a program or a stack that does not fit the objects in AEP. */
export const programErrors = {
  ownedByOther: {
    text: "it belongs to organisation <owner>, but aep:orgId is <configured>",
    cause: "The config of the stack names another organisation than at the creation of the object.",
    remedy: "Use credentials of <owner> for this stack.",
  },
  managedTwice: {
    text: "two resources of this program manage the same object <id>",
    cause: "Two resources declare or import the same object.",
    remedy: "Remove one of them from the program.",
  },
  importNotFound: {
    text: '`import` names <id>, which does not exist in sandbox "<sandbox>"',
    cause: "The id of the option `import` or the sandbox is wrong.",
    remedy: "Correct the id, or remove `import` to create a new object.",
  },
  importDiffers: {
    text: "`import` names <id>, which differs from the program at <paths>",
    cause: "An import changes nothing in AEP, so the program must be equal to the object.",
    remedy: "Write AEP's values into the program (<kind>.get reads them) and change them after the import.",
  },
  holdsData: {
    text: "it holds data",
    cause: "The dataset has batches, which AEP would delete with it.",
    remedy:
      "To delete the data with it, set forceDelete: true and run `pulumi up` first; to leave it in AEP, use retainOnDelete.",
  },
} as const satisfies Record<string, ErrorEntry>;
