import { Refusal, type Call, type World } from "../service";

/** What an Accept header of the Schema Registry asks for. */
export interface Accepted {
  /** Such as "", "id", "full", "full-notext". */
  form: string;
  version: number | undefined;
}

const MEDIA_TYPE =
  /^application\/vnd\.adobe\.(xed|xdm)((?:-[a-z0-9]+)*)\+json(?:\s*;\s*version\s*=\s*(\d+)(?:\.\d+)?)?$/;

/** Parts of the guides' forms, joined as in "full-notext"; Adobe's Python library has flat and deprecated beside. */
const PARTS = new Set(["", "id", "full", "notext", "desc", "flat", "deprecatefield", "deprecated"]);
const DESCRIPTOR_FORMS = new Set(["", "id", "link", "v2", "v2-id", "v2-link"]);

/** Rules for a list: an Accept header without version. */
export function acceptList(call: Call, world: World): Accepted {
  const accepted = parse(call);
  if (accepted && accepted.version === undefined && isResourceForm(accepted.form)) return accepted;
  throw invalid(call, world, "XDM-1006-400", "application/vnd.adobe.{xed|xdm}+json");
}

/** Rules for one resource: an Accept header with a major version, of which only 1 exists. */
export function acceptLookup(call: Call, world: World): Accepted {
  const accepted = parse(call);
  if (!accepted || accepted.version === undefined || !isResourceForm(accepted.form)) {
    const valid = "application/vnd.adobe.{xed|xdm}+json; version=1 (Version should be specified)";
    throw invalid(call, world, "XDM-1007-400", valid);
  }
  if (accepted.version !== 1) {
    throw new Refusal(406, "", `The version ${accepted.version} of this resource is not available.`);
  }
  return accepted;
}

export function acceptDescriptorList(call: Call, world: World): Accepted {
  const accepted = parse(call);
  const isDescriptorForm = accepted?.version === undefined && header(call)?.includes("vnd.adobe.xdm");
  if (accepted && isDescriptorForm && DESCRIPTOR_FORMS.has(accepted.form)) return accepted;
  throw invalid(call, world, "XDM-1008-400", "application/vnd.adobe.xdm-id+json");
}

/** Descriptors are not versioned, so that their look-up needs no Accept header; a wrong one is refused all the same. */
export function acceptDescriptor(call: Call, world: World): void {
  const accepted = parse(call);
  if (header(call) === undefined || (accepted?.form === "" && accepted.version === undefined)) return;
  throw invalid(call, world, "XDM-1009-400", "application/vnd.adobe.xdm+json");
}

function isResourceForm(form: string): boolean {
  return form.split("-").every((part) => PARTS.has(part));
}

/** HTTP clients without an opinion send one of these by themselves. */
const NO_OPINION = new Set(["", "*/*", "application/json", "application/json, text/plain, */*"]);

function header(call: Call): string | undefined {
  const text = call.headers["accept"]?.trim();
  return text === undefined || NO_OPINION.has(text) ? undefined : text;
}

function parse(call: Call): Accepted | undefined {
  const match = MEDIA_TYPE.exec(header(call) ?? "");
  if (!match) return undefined;
  return { form: (match[2] ?? "").slice(1), version: match[3] === undefined ? undefined : Number(match[3]) };
}

function invalid(call: Call, world: World, code: string, valid: string): Refusal {
  const sent = call.headers["accept"] ?? "";
  const message = `The supplied Accept header is not valid: ${sent} - A valid Accept value should look like ${valid}`;
  return world.switches.registryAcceptRefusal === 406
    ? new Refusal(406, "", message)
    : new Refusal(400, code, message);
}
