import type { Field } from "./field";
import { activityGroups } from "./facts/activityGroups";
import { businessGroups } from "./facts/businessGroups";
import { businessTypes } from "./facts/businessTypes";
import { classes } from "./facts/classes";
import { dataTypes } from "./facts/dataTypes";
import { eventGroups } from "./facts/eventGroups";
import { industryGroups } from "./facts/industryGroups";
import { mediaTypes } from "./facts/mediaTypes";
import { paidMediaGroups } from "./facts/paidMediaGroups";
import { profileGroups } from "./facts/profileGroups";
import { objectOf, type XdmFacts } from "./notation";

/**
 * Paths and types of standard XDM resources: facts derived from Adobe XDM, CC BY 4.0
 * (https://github.com/adobe/xdm, commit 4a4fc5f8dd175cd81f2419b85130a6fc25053890), with the names of the registry: without `xdm:`, `@id` as `_id`, other prefixes as objects such as `_repo`.
 */
const facts: XdmFacts = {
  ...classes,
  ...profileGroups,
  ...eventGroups,
  ...activityGroups,
  ...industryGroups,
  ...businessGroups,
  ...paidMediaGroups,
  ...dataTypes,
  ...businessTypes,
  ...mediaTypes,
};

const namespace = "https://ns.adobe.com/xdm/";

/** `$id`s of all standard resources whose fields are known. */
export function standardIds(): string[] {
  return Object.keys(facts).map((key) => (key.includes(":") ? key : `${namespace}${key}`));
}

const made = new Map<string, Field>();

/** The fields of a standard class, field group or data type; undefined if they are not known here. */
export function standardField(id: string): Field | undefined {
  const key = id.startsWith(namespace) ? id.slice(namespace.length) : id;
  return Object.hasOwn(facts, key) ? fieldsOf(key) : undefined;
}

/** Parsed at first use. No fact contains itself. */
function fieldsOf(key: string): Field {
  const known = made.get(key);
  if (known) return known;
  const fact = facts[key];
  if (fact === undefined) throw new Error(`There is no fact for ${key}.`);
  const field = objectOf(fact, fieldsOf);
  made.set(key, field);
  return field;
}
