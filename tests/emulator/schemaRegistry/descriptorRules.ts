import { badRequest, invalidBody, refusedDescriptor, type Violation } from "./errors";
import { libraryOf, type Descriptor, type Library } from "./library";
import { fieldAt, fullView } from "./view";
import { namespacesOf } from "../identityService/namespaces";
import { ServiceError, type Sandbox, type Switches, type World } from "../service";

/** Types of Adobe's descriptors guide and of the descriptor schemas in Adobe XDM. */
const TYPES = new Set(
  [
    "alternateDisplayInfo",
    "descriptorIdentity",
    "descriptorReferenceIdentity",
    "descriptorOneToOne",
    "descriptorOneToMany",
    "descriptorManyToOne",
    "descriptorManyToMany",
    "descriptorRelationship",
    "descriptorPrimaryKey",
    "descriptorVersion",
    "descriptorTimestamp",
    "descriptorTimeSeriesGranularity",
    "descriptorLabel",
    "descriptorDeprecated",
    "descriptorMetaEnumRemove",
  ].map((name) => `xdm:${name}`),
);

/** Checks a whole descriptor before it is stored. Its `@id` is final. */
export function validateDescriptor(descriptor: Descriptor, sandbox: Sandbox, world: World): void {
  const library = libraryOf(world, sandbox);
  const type = descriptor["@type"];
  if (!TYPES.has(type))
    throw badRequest(`The descriptor type ${String(type)} is not one of ${[...TYPES].join(", ")}.`);
  requireProperties(descriptor, [
    "xdm:sourceSchema",
    "xdm:sourceVersion",
    ...requiredProperties(type, world.switches),
  ]);
  refuseUnknownField(descriptor, "xdm:sourceSchema", "xdm:sourceProperty", library);
  if (world.switches.registryNamespaces === "checked") refuseUnknownNamespace(descriptor, sandbox, world);
  if (world.switches.registryDuplicateDescriptors === "refused") refuseDuplicate(descriptor, library);
  if (type === "xdm:descriptorIdentity") validateIdentity(descriptor, library);
  if (type === "xdm:descriptorOneToOne") {
    refuseUnknownField(descriptor, "xdm:destinationSchema", "xdm:destinationProperty", library);
  }
}

/** Beyond those that every descriptor needs. */
function requiredProperties(type: string, switches: Switches): string[] {
  if (type === "xdm:descriptorIdentity") {
    const property = switches.registryIdentityProperty === "required" ? ["xdm:property"] : [];
    return ["xdm:sourceProperty", "xdm:namespace", ...property];
  }
  if (type === "xdm:descriptorReferenceIdentity") return ["xdm:sourceProperty", "xdm:identityNamespace"];
  if (type === "xdm:descriptorOneToOne") {
    return ["xdm:sourceProperty", "xdm:destinationSchema", "xdm:destinationVersion"];
  }
  return [];
}

function requireProperties(descriptor: Descriptor, names: string[]): void {
  const missing = names.filter((name) => descriptor[name] === undefined || descriptor[name] === "");
  if (missing.length > 0) throw invalidBody(missing.map(missingProperty));
}

function missingProperty(name: string): Violation {
  const message = `$.${name}: is missing but it is required`;
  return { path: "$", type: "required", arguments: [name], message };
}

function refuseUnknownField(
  descriptor: Descriptor,
  schemaKey: string,
  propertyKey: string,
  library: Library,
): void {
  const id = String(descriptor[schemaKey]);
  const schema = library.knows(id) ? library.find(id) : undefined;
  if (!schema) throw new ServiceError(404, "XDM-1010-404", `The schema ${id} of ${schemaKey} is not found.`);
  for (const path of [descriptor[propertyKey] ?? []].flat()) {
    if (typeof path !== "string" || !path.startsWith("/")) {
      throw badRequest(
        `${propertyKey} must be a path that begins with a slash, such as /personalEmail/address.`,
      );
    }
    const names = path
      .slice(1)
      .split("/")
      .filter((name) => name !== "*");
    if (!fieldAt(fullView(schema, library), names))
      throw badRequest(`The schema ${id} has no field ${path}.`);
  }
}

function validateIdentity(descriptor: Descriptor, library: Library): void {
  const property = descriptor["xdm:property"];
  if (property !== undefined && property !== "xdm:code" && property !== "xdm:id") {
    const message = "$.xdm:property: does not have a value in the enumeration [xdm:id, xdm:code]";
    throw invalidBody([{ path: "$.xdm:property", type: "enum", arguments: ["[xdm:id, xdm:code]"], message }]);
  }
  if (descriptor["xdm:isPrimary"] !== true) return;
  const primary = library
    .descriptors()
    .find(
      (other) =>
        other["@id"] !== descriptor["@id"] &&
        other["@type"] === "xdm:descriptorIdentity" &&
        other["xdm:isPrimary"] === true &&
        other["xdm:sourceSchema"] === descriptor["xdm:sourceSchema"],
    );
  if (!primary) return;
  const place = `${primary["xdm:sourceProperty"]} (descriptor ${primary["@id"]})`;
  throw badRequest(`The schema ${descriptor["xdm:sourceSchema"]} already has a primary identity, ${place}.`);
}

/** With `xdm:property` xdm:id the namespace may be a numeric id. No document says that its code is refused then. */
function refuseUnknownNamespace(descriptor: Descriptor, sandbox: Sandbox, world: World): void {
  const value = descriptor["xdm:namespace"] ?? descriptor["xdm:identityNamespace"];
  if (value === undefined) return;
  const byId = descriptor["xdm:property"] === "xdm:id";
  const known = namespacesOf(world, sandbox).some(
    ({ id, code }) => code === value || (byId && String(id) === String(value)),
  );
  if (!known) throw refusedDescriptor("XDM-1810-400", `The namespace ID ${String(value)} is not valid`);
}

/** Two descriptors of one type that say the same of one field. A field can have several namespaces and relationships. */
function refuseDuplicate(descriptor: Descriptor, library: Library): void {
  const same = library
    .descriptors()
    .find((other) => other["@id"] !== descriptor["@id"] && identityOf(other) === identityOf(descriptor));
  if (same) throw refusedDescriptor("XDM-1811-400", `Descriptor with id <${same["@id"]}> already exists`);
}

function identityOf(descriptor: Descriptor): string {
  const keys = ["@type", "xdm:sourceSchema", "xdm:sourceProperty", "xdm:namespace", "xdm:destinationSchema"];
  return JSON.stringify(keys.map((key) => descriptor[key]));
}
