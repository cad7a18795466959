import { z } from "zod";
import { get } from "../values/propertyPath";
import { define } from "./definition";
import { field } from "./fields";
import { accept, descriptors } from "./schemaDescriptor/collection";
import { checkFieldsOfType, identity, oneToOne, referenceIdentity } from "./schemaDescriptor/types";
import { sameProperty, withProperty } from "./schemaDescriptor/property";
import { present, toNumber } from "./shared/equality";
import { reference } from "./shared/reference";
import { wholeBody } from "./shared/schemaRegistry";

/** States that a field of a schema identifies a person, or refers to another schema. Adobe: "Descriptors endpoint". */
export const schemaDescriptor = define({
  type: "SchemaDescriptor",
  args: z
    .strictObject({
      type: field(z.enum([identity, referenceIdentity, oneToOne]), { replaces: true }),
      sourceSchema: field(reference("Schema"), { replaces: true }),
      sourceVersion: field(z.number().optional(), { default: 1, coerce: toNumber }),
      sourceProperty: field(
        z.string().startsWith("/", "must begin with a slash, such as /personalEmail/address"),
        { replaces: true },
      ),
      namespace: z.string().optional(),
      property: field(z.enum(["xdm:code", "xdm:id"]).optional(), { same: sameProperty }),
      isPrimary: z.boolean().optional(),
      identityNamespace: z.string().optional(),
      destinationSchema: reference("Schema").optional(),
      destinationVersion: field(z.number().optional(), { coerce: toNumber }),
      destinationProperty: z.string().optional(),
    })
    .check(checkFieldsOfType),
  outputs: z.object({}),
  ...descriptors,
  accept,
  id: (body) => get(body, ["@id"]),
  update: { method: "PUT" },
  // A schema has one primary identity: AEP refuses the new one while the old one exists.
  deleteBeforeReplace: true,
  // AEP calls the type `@type` and writes `xdm:` before all other names.
  encode: (written) => {
    const { type, ...args } = withProperty(written);
    return {
      "@type": type,
      ...Object.fromEntries(Object.entries(args).map(([key, value]) => [`xdm:${key}`, value])),
    };
  },
  unwrap: wholeBody,
  decode: ({ "@type": type, ...live }) => {
    const fields = Object.entries(live).filter(([key]) => key.startsWith("xdm:"));
    const args = Object.fromEntries(fields.map(([key, value]) => [key.slice("xdm:".length), value]));
    return { args: present({ ...args, type }), outputs: {} };
  },
});
