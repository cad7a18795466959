import { deployedObjectsOf, objectTable } from "./deployedObjects";
import { describeWrites } from "./describeWrites";
import type { StackState } from "./workspace";

const urn = "urn:pulumi:dev::demo::";
const state: StackState = {
  version: 3,
  deployment: {
    resources: [
      { urn: `${urn}pulumi:pulumi:Stack::demo-dev`, type: "pulumi:pulumi:Stack" },
      {
        urn: `${urn}pulumi-nodejs:dynamic/aep:BaseConnection::landing`,
        type: "pulumi-nodejs:dynamic/aep:BaseConnection",
        id: "4cea039f",
        outputs: { sandbox: "dev" },
      },
      {
        urn: `${urn}my:Team$pulumi-nodejs:dynamic/aep:Dataset::customers`,
        type: "pulumi-nodejs:dynamic/aep:Dataset",
        id: "5c8c3c55",
      },
    ],
  },
};

test("lists every AEP object of the stack with kind, logical name and id", () => {
  expect(deployedObjectsOf(state)).toEqual([
    { kind: "BaseConnection", name: "landing", id: "4cea039f", sandbox: "dev" },
    { kind: "Dataset", name: "customers", id: "5c8c3c55", sandbox: undefined },
  ]);
});

test("returns an empty list for a stack without resources", () => {
  expect(deployedObjectsOf({ version: 3, deployment: {} })).toEqual([]);
});

test("aligns the columns of the table", () => {
  expect(objectTable(deployedObjectsOf(state)).split("\n")).toEqual([
    "Kind            Name       Id",
    "BaseConnection  landing    4cea039f",
    "Dataset         customers  5c8c3c55",
  ]);
});

test("describes writes by method, path and patched paths, without values", () => {
  const entry = { at: 0, kind: "connections", id: "1", sandbox: "dev", status: 200, clientId: "demo" };
  const text = describeWrites([
    {
      ...entry,
      method: "POST",
      path: "/connections",
      body: { auth: { params: { s3SecretKey: "planted" } } },
    },
    {
      ...entry,
      method: "PATCH",
      path: "/connections/1",
      body: [{ op: "replace", path: "/name", value: "planted" }],
    },
    { ...entry, method: "DELETE", path: "/connections/1", body: undefined },
  ]);
  expect(text.split("\n")).toEqual([
    "  POST   /connections",
    "  PATCH  /connections/1  [replace /name]",
    "  DELETE /connections/1",
  ]);
});
