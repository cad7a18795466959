import type { Stack } from "../wire/stack";
import { aMinuteLater, deployed, editOutside, keyOf, kindOf, programOf, succeeded, useAep } from "./scene";
import type { Places, Stored } from "./kind";

/**
 * Objects with the facts that recordings of AEP show: noise of the schema editor, keys that only AEP writes, tags that the
 * system adds and moves. None of them is a difference, and none of the keys goes back to AEP.
 */

const aep = useAep();
const standardGroup = "https://ns.adobe.com/xdm/context/profile-personal-details";

interface Shape {
  readonly what: string;
  readonly kind: string;
  readonly edit: (stored: Stored) => void;
  readonly change: Places;
  /** What a write must contain besides the change. */
  readonly keeps?: (body: Stored) => boolean;
}

/** Keys of raw reads that no caller writes. */
function addServerKeys(stored: Stored): void {
  Object.assign(stored, {
    "meta:containerId": "5f0d8a52-0a4e-4a51-9a56-0d3a4c8b1e11",
    "meta:allFieldAccess": true,
    "meta:descriptorStatus": { result: [] },
    "meta:keyOfNextYear": ["x"],
  });
  stored["meta:extends"] = [...(stored["meta:extends"] ?? []), "https://ns.adobe.com/xdm/data/record"];
  stored["meta:registryMetadata"]["meta:globalLibVersion"] = "1.38.2";
  for (const part of stored.allOf) Object.assign(part, { type: "object", "meta:xdmType": "object" });
}

/** What the schema editor writes at each level. */
function addEditorNoise(field: Stored): void {
  Object.assign(field, { isRequired: false, required: [], "meta:xdmType": field.type ?? "object" });
  for (const inner of Object.values<Stored>(field.properties ?? {})) addEditorNoise(inner);
}

const shapes: readonly Shape[] = [
  {
    what: "raw, with flags of access and of descriptors",
    kind: "Schema",
    edit: addServerKeys,
    change: { title: "Clients" },
  },
  {
    what: "with a part that is no reference",
    kind: "Schema",
    edit: ({ allOf }) => allOf.push({ type: "object", title: "local" }),
    change: { title: "Clients" },
    keeps: ({ allOf }) => allOf.some((part: Stored) => part.title === "local"),
  },
  {
    what: "raw",
    kind: "SchemaClass",
    edit: addServerKeys,
    change: { title: "Offers of the shop" },
  },
  {
    what: "made in the schema editor",
    kind: "FieldGroup",
    edit: (stored) => {
      addServerKeys(stored);
      for (const own of Object.values<Stored>(stored.definitions)) {
        for (const inner of Object.values<Stored>(own.properties)) addEditorNoise(inner);
      }
    },
    change: { title: "Membership" },
  },
  {
    what: "made from a standard one",
    kind: "FieldGroup",
    edit: (stored) => {
      addServerKeys(stored);
      stored.allOf.unshift({ $ref: standardGroup, type: "object", "meta:xdmType": "object" });
    },
    change: { title: "Membership" },
    keeps: ({ allOf }) =>
      allOf.map(({ $ref }: Stored) => $ref).join(" ") === `${standardGroup} #/definitions/customFields`,
  },
  {
    what: "with a second definition",
    kind: "FieldGroup",
    edit: ({ definitions }) => (definitions.other = { type: "object" }),
    change: { title: "Membership" },
    keeps: ({ definitions }) => definitions.other !== undefined,
  },
  {
    what: "with its fields in properties",
    kind: "FieldGroup",
    edit: (stored) => {
      stored.properties = stored.definitions.customFields.properties;
      delete stored.definitions;
      delete stored.allOf;
    },
    change: { title: "Membership" },
    keeps: (body) => body.properties !== undefined && body.definitions === undefined,
  },
  {
    what: "of 2021: a draft with a table of iceberg",
    kind: "Dataset",
    edit: (stored) => {
      Object.assign(stored, {
        namespace: "ACP",
        state: "DRAFT",
        version: "1.0.6",
        lastBatchStatus: "success",
        updatedUser: "acp_foundation_dataTracker@AdobeID",
        schemaMetadata: { delta: [], gdpr: [] },
      });
      Object.assign(stored.tags, {
        "adobe/siphon/table/format": ["iceberg"],
        "aep/siphon/partitions": ["_ACP_DATE", "_ACP_BATCHID"],
        acp_validationContext: ["enabled"],
      });
    },
    change: { name: "Clients" },
  },
  {
    what: "of 2024: active, with one key in fileDescription",
    kind: "Dataset",
    edit: (stored) => {
      Object.assign(stored, {
        state: "ACTIVE",
        version: "1.0.21",
        fileDescription: { format: "parquet" },
        classification: { dataBehavior: "time-series", managedBy: "CUSTOMER" },
        extensions: { adobe_lakeHouse: { metrics: { rowCount: 1141 } }, adobe_unifiedProfile: {} },
      });
      Object.assign(stored.tags, {
        "adobe/siphon/table/format": ["delta"],
        "aep/siphon/cleanup/meta/timestamp": ["1733302532287"],
      });
    },
    change: { name: "Clients" },
  },
  {
    what: "of 2025: with an empty fileDescription and no state",
    kind: "Dataset",
    edit: (stored) => {
      stored.fileDescription = {};
      delete stored.state;
    },
    change: { name: "Clients" },
  },
];

const serverKey = /^(\$id|version|imsOrg|refs|meta:(?!intendedToExtend$|immutableTags$|status$|tags$).*)$/;

describe.each(shapes.map((one) => [`${one.kind}: ${one.what}`, one] as const))("%s", (_what, shape) => {
  const kind = kindOf(shape.kind);
  const deployedWithShape = async (): Promise<Stack> => {
    const stack = aMinuteLater(await deployed(aep.current, programOf([kind.type])));
    editOutside(aep.current, stack, kind, shape.edit);
    return stack;
  };

  it("is no difference for the program that made it", async () => {
    const stack = await deployedWithShape();
    const program = programOf([kind.type]);
    expect((await succeeded(stack.preview(program, { refresh: true }))).changes).toEqual([]);
    expect((await succeeded(stack.refresh())).changes).toEqual([]);
    expect((await succeeded(stack.preview(program))).changes).toEqual([]);
  });

  it("is kept by an update, which sends no key of the server", async () => {
    const stack = await deployedWithShape();
    aep.current.emulator.ledger.clear();
    const update = programOf([kind.type], { [keyOf(kind)]: shape.change });
    expect((await succeeded(stack.up(update))).changes).toEqual([`update ${keyOf(kind)}`]);
    const [write, ...others] = aep.current.emulator.ledger.writes(kind.collection);
    expect(others).toEqual([]);
    const body = write!.body as Stored;
    expect(Object.keys(body).filter((key) => serverKey.test(key))).toEqual([]);
    expect(shape.keeps?.(body) ?? true).toBe(true);
    expect((await succeeded(stack.preview(update, { refresh: true }))).changes).toEqual([]);
  });
});
