import type { Call, ServiceResponse, World } from "../emulator/service";
import { kinds } from "../promises/kinds";
import { alone } from "../promises/scene";
import { intercepted } from "./interception";
import type { FaultRig } from "./rig";
import { Findings, outcome, type Outcome } from "./outcome";

/** Valid responses in forms that no document shows. */
export async function oddResponses(rig: FaultRig): Promise<Outcome> {
  const findings = new Findings();
  let cells = 0;
  for (const kind of kinds) {
    for (const [what, change] of Object.entries(unusualBodies)) {
      cells++;
      rig.emulator.reset();
      const stack = rig.stack();
      const hook = {
        after: (call: Call, response: ServiceResponse): ServiceResponse => ({
          ...response,
          body: change(response.body, call),
        }),
      };
      if (what === "a numeric id") countIds(rig.emulator.world);
      const { errors } = await intercepted(hook, () => stack.up(alone(kind)));
      findings.noErrors({ errors }, `${kind.type}, ${what}`);
      for (const { id } of stack.state)
        findings.check(typeof id === "string" && id !== "", `${kind.type}: id ${id}`);
      const preview = await intercepted(hook, () => stack.preview(alone(kind)));
      findings.all(preview.changes, `${kind.type}, ${what}: a preview would`);
      const refreshed = await intercepted(hook, () => stack.refresh());
      findings.all(refreshed.changes, `${kind.type}, ${what}: a refresh would`);
      for (const method of ["uuid", "hex"]) Reflect.deleteProperty(rig.emulator.world, method);
    }
  }
  const unstructured = findings.failures.filter((text) => text.includes("Unexpected struct type"));
  return outcome(cells, findings.failures, { "Unexpected struct type": unstructured.length });
}

/** Generates ids of digits only, which a response can show as a number. */
function countIds(world: World): void {
  const hex = world.hex.bind(world);
  let last = 100_000_000;
  world.uuid = () => String(++last);
  world.hex = (length) => (length === 32 ? String(++last) : hex(length));
}

type BodyChange = (body: unknown, call: Call) => unknown;

const unusualBodies: Readonly<Record<string, BodyChange>> = {
  "a numeric id": (body, call) => {
    const numeric = isFields(body) && /^\d+$/.test(String(body["id"])) && call.method === "POST";
    return numeric ? { ...body, id: Number(body["id"]) } : body;
  },
  "further fields": (body) =>
    everywhere(body, (fields) => ({ ...fields, "x-new": { list: [1, null] }, empty: null })),
  "no optional fields": (body) =>
    isFields(body) && Array.isArray(body["items"])
      ? { items: body["items"].map((item) => (isFields(item) ? without(item, optional) : (item as unknown))) }
      : body,
};

const optional = [
  "createdAt",
  "updatedAt",
  "createdBy",
  "updatedBy",
  "lastOperation",
  "imsOrgId",
  "sandboxId",
  "version",
];

function without(fields: Record<string, unknown>, keys: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([key]) => !keys.includes(key)));
}

/** Applies a change to the object, or to each object of a list. */
function everywhere(body: unknown, change: (fields: Record<string, unknown>) => unknown): unknown {
  if (!isFields(body)) return body;
  const { items } = body;
  if (Array.isArray(items))
    return { ...body, items: items.map((item) => (isFields(item) ? change(item) : (item as unknown))) };
  const ids = Object.keys(body);
  const byId = ids.length > 0 && ids.every((id) => /^[0-9a-f]{24}$/.test(id));
  return byId
    ? Object.fromEntries(ids.map((id) => [id, isFields(body[id]) ? change(body[id]) : body[id]]))
    : change(body);
}

function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
