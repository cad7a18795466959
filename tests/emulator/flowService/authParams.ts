/** Auth parameters: they are checked against the connection specification, and GET shows them masked. */

import { ServiceError, type World } from "../service";
import { isSecretParam, type AuthSpec, type ConnectionSpec, type ParamSchema } from "./connectionSpecs";
import { isFields, mandatory, part, text, type Fields } from "./entity";
import { connectionSpecsOf } from "./specsOf";

/** Throws if `auth` of a connection does not conform to its specification. */
export function checkAuth(fields: Fields, spec: ConnectionSpec, world: World): void {
  if (spec.authSpec.length === 0 && fields["auth"] === undefined) return;
  if (!isFields(fields["auth"])) throw mandatory("auth");
  const auth = part(fields, "auth");
  const specName = text(auth, "specName");
  if (specName === undefined) throw mandatory("auth.specName");
  const found = spec.authSpec.find((candidate) => candidate.name === specName);
  if (found === undefined) {
    const message = `The auth spec '${specName}' could not be found for the connection spec ID ${spec.id}.`;
    throw new ServiceError(400, "1415-400", message);
  }
  checkParams(part(auth, "params"), found, world);
}

function checkParams(params: Fields, { spec }: AuthSpec, world: World): void {
  for (const name of spec.required) {
    if (params[name] === undefined || params[name] === null || params[name] === "") {
      throw mandatory(`auth.params.${name}`);
    }
  }
  for (const [name, value] of Object.entries(params)) {
    const schema = spec.properties[name];
    if (schema === undefined) {
      if (world.switches.unknownAuthParams === "accept") continue;
      throw invalidValue(name, "it is not a parameter of this authentication");
    }
    if (value !== null && !hasType(value, schema))
      throw invalidValue(name, `it must be of type ${String(schema.type)}`);
  }
}

/** The service also accepts numbers and booleans as strings. The error message must not show the value. */
function hasType(value: unknown, schema: ParamSchema): boolean {
  if (!["string", "number", "boolean", "object"].includes(schema.type ?? "")) return true;
  if (schema.type === "object") return isFields(value);
  if (typeof value === schema.type) return true;
  if (typeof value !== "string") return false;
  return schema.type === "number" ? /^\d+$/.test(value) : /^(true|false)$/.test(value);
}

function invalidValue(name: string, reason: string): ServiceError {
  return new ServiceError(
    400,
    "1312-400",
    `The provided param is not a valid input for property=${name}: ${reason}.`,
  );
}

/** The fields of a connection with `auth` as GET shows it. */
export function maskAuth(fields: Fields, world: World): Fields {
  if (!isFields(fields["auth"])) return fields;
  const auth = part(fields, "auth");
  const spec = connectionSpecsOf(world)
    .get(text(part(fields, "connectionSpec"), "id") ?? "")
    ?.authSpec.find((candidate) => candidate.name === auth["specName"]);
  const params = Object.entries(part(auth, "params")).flatMap(([name, value]) => {
    if (spec === undefined || !isSecretParam(spec.spec, name)) return [[name, value]];
    const mask = maskOf(value, world);
    return mask === undefined ? [] : [[name, mask]];
  });
  const added = {
    ...(world.switches.addedAuthParams ? { authorizedDate: fields["createdAt"] } : {}),
    ...(auth["specName"] === "Streaming Connection" ? inletOf(fields) : {}),
  };
  return { ...fields, auth: { ...auth, params: { ...Object.fromEntries(params), ...added } } };
}

/** The endpoint that AEP opens for data (Adobe: "Create an HTTP API streaming connection using the API"). */
function inletOf({ id }: Fields): Fields {
  const inletId = String(id).replaceAll("-", "");
  return { inletUrl: `https://dcs.adobedc.net/collection/${inletId}`, inletId };
}

function maskOf(value: unknown, world: World): unknown {
  const plain = String(value);
  switch (world.switches.secretMask) {
    case "stars":
      return "*".repeat(8);
    case "fixed":
      return "{SECRET}";
    case "partial":
      return plain.length < 8 ? "****" : `${plain.slice(0, 2)}****${plain.slice(-2)}`;
    case "empty":
      return "";
    case "absent":
      return undefined;
    case "plain":
      return value;
  }
}
