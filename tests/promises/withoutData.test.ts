import { ref, secret, type Program } from "../wire/program";
import { alone, deployed, kindOf, postOf, succeeded, useAep } from "./scene";

/** Adobe's tutorial of Snowflake streaming sends no `data`, and that of streams sends the target's `data` without a schema. */

const aep = useAep();
const target = kindOf("TargetConnection");

it.each([
  ["no data", { data: undefined }, undefined],
  ["a format only", { data: { format: "parquet_xdm" } }, { format: "parquet_xdm" }],
] as const)("a target connection with %s is stable", async (_what, places, sent) => {
  const stack = await deployed(aep.current, alone(target, places));
  expect(postOf(aep.current, stack, target)["data"]).toEqual(sent);
  expect((await succeeded(stack.refresh())).changes).toEqual([]);
  expect((await succeeded(stack.up(alone(target, places)))).changes).toEqual([]);
});

it("a stream without data is stable", async () => {
  const connectionSpec = "snowflake-streaming";
  const program: Program = (declare) => {
    const base = declare("BaseConnection", "snowflake", {
      connectionSpec,
      name: "Snowflake",
      auth: {
        specName: "Basic Authentication for Snowflake",
        params: {
          account: "acme-crm.snowflakecomputing.com",
          database: "CRM",
          warehouse: "LOAD",
          username: "aep",
          password: secret("canary-password"),
        },
      },
    });
    const params = { tableName: "CUSTOMERS" };
    declare("SourceConnection", "rows", {
      name: "Rows",
      baseConnectionId: ref(base).id,
      connectionSpec,
      params,
    });
  };
  const stack = await deployed(aep.current, program);
  const [post] = aep.current.emulator.ledger.writes("sourceConnections");
  expect(post?.body).not.toHaveProperty("data");
  expect((await succeeded(stack.refresh())).changes).toEqual([]);
  expect((await succeeded(stack.up(program))).changes).toEqual([]);
});
