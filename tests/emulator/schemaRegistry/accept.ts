import { ServiceError, type Call, type World } from "../service";

/** The form and version that an Accept header of the Schema Registry requests. */
export interface Accepted {
  /** Such as "", "id", "full", "full-notext". */
  form: string;
  version: number | undefined;
}

const MEDIA_TYPE =
  /^application\/vnd\.adobe\.(xed|xdm)((?:-[a-z0-9]+)*)\+json(?:\s*;\s*version\s*=\s*(\d+)(?:\.\d+)?)?$/;

/** Parts of a form, joined as in "full-notext". The guides have all but flat and deprecated; Adobe's Python library has both. */
const PARTS = new Set(["", "id", "full", "notext", "desc", "flat", "deprecatefield", "deprecated"]);
const DESCRIPTOR_FORMS = new Set(["", "id", "link", "v2", "v2-id", "v2-link"]);

/** A list needs an Accept header without a version. */
export function acceptList(call: Call, world: World): Accepted {
  const accepted = parse(call);
  if (accepted && accepted.version === undefined && isResourceForm(accepted.form)) return accepted;
  throw invalid(call, world, "XDM-1006-400", "application/vnd.adobe.{xed|xdm}+json");
}

/** One resource needs an Accept header with a major version. Only version 1 exists. */
export function acceptLookup(call: Call, world: World): Accepted {
  const accepted = parse(call);
  if (!accepted || accepted.version === undefined || !isResourceForm(accepted.form)) {
    const valid = "application/vnd.adobe.{xed|xdm}+json; version=1 (Version should be specified)";
    throw invalid(call, world, "XDM-1007-400", valid);
  }
  if (accepted.version !== 1) {
    throw new ServiceError(406, "", `The version ${accepted.version} of this resource is not available.`);
  }
  return accepted;
}

export function acceptDescriptorList(call: Call, world: World): Accepted {
  const accepted = parse(call);
  const isDescriptorForm = accepted?.version === undefined && header(call)?.includes("vnd.adobe.xdm");
  if (accepted && isDescriptorForm && DESCRIPTOR_FORMS.has(accepted.form)) return accepted;
  throw invalid(call, world, "XDM-1008-400", "application/vnd.adobe.xdm-id+json");
}

/** A descriptor has no version, so that a GET needs no Accept header. An invalid header is still refused. */
export function acceptDescriptor(call: Call, world: World): void {
  const accepted = parse(call);
  if (header(call) === undefined || (accepted?.form === "" && accepted.version === undefined)) return;
  throw invalid(call, world, "XDM-1009-400", "application/vnd.adobe.xdm+json");
}

function isResourceForm(form: string): boolean {
  return form.split("-").every((part) => PARTS.has(part));
}

/** HTTP clients send one of these by default; they count as no header. */
const CLIENT_DEFAULTS = new Set(["", "*/*", "application/json", "application/json, text/plain, */*"]);

function header(call: Call): string | undefined {
  const text = call.headers["accept"]?.trim();
  return text === undefined || CLIENT_DEFAULTS.has(text) ? undefined : text;
}

function parse(call: Call): Accepted | undefined {
  const match = MEDIA_TYPE.exec(header(call) ?? "");
  if (!match) return undefined;
  return { form: (match[2] ?? "").slice(1), version: match[3] === undefined ? undefined : Number(match[3]) };
}

function invalid(call: Call, world: World, code: string, valid: string): ServiceError {
  const sent = call.headers["accept"] ?? "";
  const message = `The supplied Accept header is not valid: ${sent} - A valid Accept value should look like ${valid}`;
  return world.switches.registryAcceptRefusal === 406
    ? new ServiceError(406, "", message)
    : new ServiceError(400, code, message);
}
