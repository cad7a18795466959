import type { Sandbox, World } from "../service";

/** The kinds of identities, as the list shows them. */
export type IdType = "COOKIE" | "CROSS_DEVICE" | "Device" | "Email" | "MOBILE" | "Non_people" | "Phone";

/** A namespace as it is stored in the collection "identityNamespaces", by id. */
export interface Namespace {
  id: number;
  code: string;
  name: string;
  description: string;
  idType: IdType;
  status: "ACTIVE";
  /** False for Adobe's own. */
  custom: boolean;
  createTime: number;
  updateTime: number;
}

/** Adobe's standard namespaces, which every sandbox has. The OpenAPI file shows the id of Email; the other ids are the emulator's own. */
const STANDARD: [id: number, code: string, name: string, idType: IdType][] = [
  [0, "CORE", "CORE", "COOKIE"],
  [4, "ECID", "ECID", "COOKIE"],
  [6, "Email", "Email", "Email"],
  [7, "Phone", "Phone", "Phone"],
  [8, "WAID", "Windows AID", "Device"],
  [9, "TNTID", "TNTID", "COOKIE"],
  [10, "AAID", "Adobe Analytics (Legacy ID)", "COOKIE"],
  [11, "Email_LC_SHA256", "Emails (SHA256, lowercased)", "Email"],
  [12, "Phone_E164", "Phone (E.164)", "Phone"],
  [13, "Phone_SHA256", "Phone (SHA256)", "Phone"],
  [14, "Phone_SHA256_E164", "Phone (SHA256_E.164)", "Phone"],
  [15, "AdCloud", "AdCloud", "COOKIE"],
  [16, "GAID", "Google Ad ID (GAID)", "Device"],
  [17, "IDFA", "Apple IDFA (ID for Advertisers)", "Device"],
  [18, "APNS", "Apple Push Notification service", "Device"],
  [19, "FCM", "Firebase Cloud Messaging", "Device"],
  [20, "FPID", "FPID", "COOKIE"],
  [21, "gclid", "Google Click ID", "COOKIE"],
];

/** A custom namespace of many programs and samples. The emulated organisation has it in every sandbox. */
const SAMPLE: (typeof STANDARD)[number] = [10_000_000, "CRMID", "CRM ID", "CROSS_DEVICE"];

/** Midnight of 1 January 2020 (UTC). */
const BEGINNING = 1_577_836_800_000;

const PRESENT: readonly Namespace[] = [...STANDARD, SAMPLE].map(([id, code, name, idType]) => ({
  id,
  code,
  name,
  description: name,
  idType,
  status: "ACTIVE",
  custom: id === SAMPLE[0],
  createTime: BEGINNING,
  updateTime: BEGINNING,
}));

export function namespacesOf(world: World, sandbox: Sandbox): Namespace[] {
  return [...PRESENT, ...added(world, sandbox).values()];
}

/** Adds a custom namespace. Its code must be new in the sandbox. */
export function addNamespace(
  world: World,
  sandbox: Sandbox,
  fields: Pick<Namespace, "code" | "idType"> & Partial<Pick<Namespace, "name" | "description">>,
): Namespace {
  const present = namespacesOf(world, sandbox);
  if (present.some(({ code }) => code === fields.code)) {
    throw new Error(`The sandbox ${sandbox.name} already has the identity namespace ${fields.code}.`);
  }
  const times = { createTime: world.now(), updateTime: world.now() };
  const id = Math.max(...present.map((namespace) => namespace.id)) + 1;
  const texts = { name: fields.code, description: "" };
  const namespace: Namespace = { id, ...texts, ...fields, status: "ACTIVE", custom: true, ...times };
  added(world, sandbox).set(String(id), namespace);
  return namespace;
}

function added(world: World, sandbox: Sandbox): Map<string, Namespace> {
  return world.collection<Namespace>(sandbox, "identityNamespaces");
}
