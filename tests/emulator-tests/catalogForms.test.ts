/** What AEP writes into datasets by itself, as recorded traffic shows it. */

import { CONTENT_TYPE, JSON_PATCH, setUp } from "./catalogCaller";
import { connect, start } from "../emulator";

const STAMP = expect.stringMatching(/^enabledAt:\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
const MERGE = { "content-type": "application/json" };
const FORMAT = "adobe/siphon/table/format";
const ENABLED = ["enabled:true"];

describe("A dataset", () => {
  test.each([
    ["2025", undefined, {}, "delta"],
    ["2024", "ACTIVE", { format: "parquet" }, "delta"],
    ["2021", "DRAFT", { persisted: true, containerFormat: "parquet", format: "parquet" }, "iceberg"],
  ] as const)("has the form of %s", (catalogForm, state, fileDescription, format) => {
    const { made, read } = setUp({ catalogForm });
    const id = made();
    const dataSet = read(id);
    expect([dataSet.state, dataSet.fileDescription, dataSet.tags[FORMAT]]).toEqual([
      state,
      fileDescription,
      [format],
    ]);
    const place =
      catalogForm === "2021"
        ? `dataSets/${id}/views/${dataSet.viewId}/files`
        : `dataSetFiles?dataSetId=${id}`;
    expect(dataSet.files).toBe(`@/${place}`);
  });

  test("keeps the fileDescription and the table format that a caller sends", () => {
    const { made, read, create } = setUp();
    const fileDescription = { format: "json" };
    expect(read(made({ fileDescription, tags: { [FORMAT]: ["iceberg"] } }))).toMatchObject({
      fileDescription,
      tags: { [FORMAT]: ["iceberg"], "adobe/pqs/table": ["target_dataset"] },
    });
    expect(create({ tags: { "adobe/siphon/meta": ["x"] } }).status).toBe(400);
  });

  test("gets more tags, a state and a new version from AEP some seconds after its creation", () => {
    const { world, made, read, patch, call } = setUp({ catalogSystemSeconds: 3600 });
    const id = made({ tags: { colour: ["red"] } });
    expect(read(id).version).toBe("1.0.0");
    world.switches.catalogSystemSeconds = 1;
    const finished = read(id);
    expect(finished).toMatchObject({
      version: "1.0.1",
      state: "ACTIVE",
      fileDescription: { format: "parquet" },
      updatedUser: "acp_foundation_dataTracker@AdobeID",
      classification: { dataBehavior: "record", managedBy: "CUSTOMER" },
      extensions: { adobe_lakeHouse: { metrics: { rowCount: 0 } }, adobe_unifiedProfile: {} },
      tags: {
        colour: ["red"],
        acp_validationContext: ["enabled"],
        "aep/siphon/partitions": ["_ACP_DATE", "_ACP_BATCHID"],
        acp_granular_plugin_validation_flags: ["identity:enabled", "profile:disabled"],
      },
    });
    expect(finished.updated).toBeGreaterThan(finished.created);
    expect(read(id).version).toBe("1.0.1");
    const stale = { ...JSON_PATCH, "if-match": "1.0.0" };
    expect(call("PATCH", `/dataSets/${id}`, { headers: stale, body: [] }).status).toBe(412);
    expect(patch(id, { op: "add", path: "/tags/size", value: ["big"] }).status).toBe(200);
    expect(read(id).tags).toMatchObject({ size: ["big"], acp_validationContext: ["enabled"] });
  });

  test("gets them at once if a test finishes it, as an edit from outside", async () => {
    const emulator = await start();
    const { call } = connect(emulator, { sandbox: "dev" });
    const schema = await call("POST", "/data/foundation/schemaregistry/tenant/schemas", {
      title: "Members",
      allOf: [{ $ref: "https://ns.adobe.com/xdm/context/profile" }],
    });
    const schemaRef = { id: schema.body["$id"], contentType: CONTENT_TYPE };
    const made = await call("POST", "/data/foundation/catalog/dataSets", { name: "Members", schemaRef });
    const id = (made.json as string[])[0]!.split("/").at(-1)!;
    emulator.finishDataset("dev", id);
    expect(emulator.objects("dev", "dataSets")).toEqual([
      expect.objectContaining({ version: "1.0.1", state: "ACTIVE" }),
    ]);
    expect(emulator.ledger.entries.at(-1)).toMatchObject({ kind: "dataSets", id, outside: true });
    await emulator.close();
  });
});

describe("The time of enablement for Profile", () => {
  test("is appended at creation and after a PATCH, and a value that a caller keeps is kept", () => {
    const { made, patch, read, promote } = setUp();
    promote();
    const id = made({ tags: { unifiedProfile: ENABLED, unifiedIdentity: ENABLED } });
    const { unifiedProfile, unifiedIdentity } = read(id).tags;
    expect([unifiedProfile, unifiedIdentity]).toEqual([["enabled:true", STAMP], ENABLED]);
    patch(id, { op: "add", path: "/tags/colour", value: ["red"] });
    expect(read(id).tags.unifiedProfile).toEqual(unifiedProfile);
    patch(id, { op: "replace", path: "/tags/unifiedProfile", value: ENABLED });
    const again = read(id).tags.unifiedProfile;
    expect(again).toEqual(["enabled:true", STAMP]);
    expect(again).not.toEqual(unifiedProfile);
    patch(id, { op: "replace", path: "/tags/unifiedProfile", value: ["enabled:false"] });
    expect(read(id).tags.unifiedProfile).toEqual(["enabled:false"]);
  });

  test.each([
    ["once", ["enabled:true", STAMP], ENABLED],
    ["never", ENABLED, ENABLED],
  ] as const)("with the switch %s", (catalogEnabledAt, first, replaced) => {
    const { made, patch, read, promote } = setUp({ catalogEnabledAt });
    promote();
    const id = made({ tags: { unifiedProfile: ENABLED } });
    expect(read(id).tags.unifiedProfile).toEqual(first);
    patch(id, { op: "replace", path: "/tags/unifiedProfile", value: ENABLED });
    expect(read(id).tags.unifiedProfile).toEqual(replaced);
  });
});

describe("A write that loses the tag of the table format is a 422", () => {
  test.each(["PATCH", "PUT"])("%s with a plain object", (method) => {
    const { call, made, read, schemaRef } = setUp();
    const id = made();
    const send = (tags: object) =>
      call(method, `/dataSets/${id}`, { headers: MERGE, body: { name: "Members", schemaRef, tags } });
    const refused = send({ colour: ["red"] });
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({
      type: "/placeholder/type/uri",
      title: "UnprocessableEntityError",
      status: 422,
      detail: "Field 'adobe/siphon/table/format' cannot be empty or blank",
    });
    expect(send({ [FORMAT]: [""] }).status).toBe(422);
    expect(send({ [FORMAT]: ["delta"], colour: ["red"] }).status).toBe(200);
    expect(read(id).tags).toEqual({ [FORMAT]: ["delta"], colour: ["red"] });
  });

  test("a JSON Patch", () => {
    const { made, patch } = setUp();
    const id = made();
    expect(patch(id, { op: "remove", path: "/tags/adobe~1siphon~1table~1format" }).status).toBe(422);
  });
});
