import { spawn } from "node:child_process";
import {
  ref,
  secret,
  type Declaration,
  type Program,
  type ProgramInputs,
  type ProgramValue,
} from "./program";
import { startForwarder, World, worldStack } from "./fixtures/world";
import { writeFileSync } from "node:fs";

type Row = {
  kind: string;
  name: string;
  inputs?: Record<string, unknown>;
  options?: Record<string, unknown>;
};
type Act = {
  do: "up" | "preview" | "refresh" | "destroy" | "up --refresh" | "preview --refresh";
  rows?: Row[];
  setup?: (w: World) => void;
  replace?: string[];
};

function toProgram(rows: Row[]): Program {
  return (declare) => {
    const made: Record<string, Declaration> = {};
    const conv = (v: unknown): ProgramValue => {
      if (v && typeof v === "object") {
        const o = v as Record<string, unknown>;
        if (o["$ref"]) {
          const [n, p] = o["$ref"] as [string, string];
          return ref(made[n]!, p);
        }
        if ("$secret" in o) return secret(o["$secret"] as ProgramValue);
        if (Array.isArray(v)) return v.map(conv);
        return Object.fromEntries(Object.entries(o).map(([k, x]) => [k, conv(x)]));
      }
      return v as ProgramValue;
    };
    for (const r of rows)
      made[r.name] = declare(
        r.kind,
        r.name,
        conv(r.inputs ?? {}) as ProgramInputs,
        (r.options ?? {}) as never,
      );
  };
}
const bin = "/root/.pulumi/versions/3.232.0/bin";
async function pulumi(args: string[], env: Record<string, string>): Promise<string> {
  return new Promise((res) => {
    const c = spawn(`${bin}/pulumi`, args, {
      cwd: "/tmp/parity/proj",
      env: {
        ...process.env,
        PATH: `${bin}:/work/main/node_modules/.bin:${process.env["PATH"]}`,
        PULUMI_HOME: "/tmp/parity/home",
        PULUMI_BACKEND_URL: "file:///tmp/parity/state",
        PULUMI_CONFIG_PASSPHRASE: "x",
        PULUMI_SKIP_UPDATE_CHECK: "true",
        ...env,
      },
    });
    let out = "";
    c.stdout.on("data", (d) => (out += d));
    c.stderr.on("data", (d) => (out += d));
    c.on("close", (code) => res(out + `\nexit ${code}`));
  });
}
const calls = (w: World) =>
  w.calls.map(({ kind, method, args }) => {
    const s = JSON.stringify({ kind, method, args }, (k, v) =>
      k === "__provider"
        ? undefined
        : v && typeof v === "object" && !Array.isArray(v)
          ? Object.fromEntries(Object.entries(v).sort(([a], [b]) => (a < b ? -1 : 1)))
          : v,
    );
    return s;
  });

const chain = (path: string): Row[] => [
  { kind: "Source", name: "crm", inputs: { path, key: { $secret: "k" }, size: 3 } },
  {
    kind: "Flow",
    name: "daily",
    inputs: { sourceId: { $ref: ["crm", "id"] }, sv: { $ref: ["crm", "version"] } },
  },
  {
    kind: "Report",
    name: "weekly",
    inputs: {
      sources: [{ $ref: ["crm", "id"] }],
      flowId: { $ref: ["daily", "id"] },
      ss: { $ref: ["crm", "size"] },
    },
  },
];
const imm = (w: World) => {
  w.immutable = { Source: ["path"], Flow: ["sourceId"] };
};
const dbr = (w: World) => {
  imm(w);
  w.deleteBeforeReplace = ["Source"];
};
const partly = (id: string) => ({
  message: "hidden",
  id,
  properties: {
    path: "/a",
    version: 5,
    __provider: `exports.handler=()=>require("/work/main/tests/wire/fixtures/forwarder.mts").resource("Source")`,
  },
  reasons: ["not ready"],
});
const scenarios: Record<string, Act[]> = {
  plain: [
    { do: "preview", rows: chain("/a") },
    { do: "up", rows: chain("/a") },
    { do: "up", rows: chain("/a") },
    { do: "preview", rows: chain("/b") },
    { do: "up", rows: chain("/b") },
    { do: "refresh" },
    { do: "destroy" },
  ],
  cbd: [
    { do: "up", rows: chain("/a"), setup: imm },
    { do: "preview", rows: chain("/b") },
    { do: "up", rows: chain("/b") },
    { do: "destroy" },
  ],
  dbr: [
    { do: "up", rows: chain("/a"), setup: dbr },
    { do: "preview", rows: chain("/b") },
    { do: "up", rows: chain("/b") },
    { do: "up", rows: chain("/b") },
    { do: "destroy" },
  ],
  dbrFails: [
    { do: "up", rows: chain("/a"), setup: dbr },
    { do: "up", rows: chain("/b"), setup: (w) => w.failOnce("create", { message: "no" }, "Source") },
    { do: "refresh" },
    { do: "up", rows: chain("/b") },
    { do: "up", rows: chain("/b") },
    { do: "destroy" },
  ],
  dbrFailsThenDestroy: [
    { do: "up", rows: chain("/a"), setup: dbr },
    { do: "up", rows: chain("/b"), setup: (w) => w.failOnce("create", { message: "no" }, "Source") },
    { do: "destroy" },
  ],
  cbdFails: [
    { do: "up", rows: chain("/a"), setup: imm },
    { do: "up", rows: chain("/b"), setup: (w) => w.failOnce("delete", { message: "no" }, "Source") },
    { do: "up", rows: chain("/b") },
    { do: "destroy" },
  ],
  cbdPartial: [
    { do: "up", rows: chain("/a"), setup: imm },
    { do: "up", rows: chain("/b"), setup: (w) => w.failOnce("create", partly("Source-9"), "Source") },
    { do: "up", rows: chain("/b") },
    { do: "up", rows: chain("/b") },
    { do: "destroy" },
  ],
  partial: [
    { do: "up", rows: chain("/a"), setup: (w) => w.failOnce("create", partly("Source-9"), "Source") },
    { do: "preview", rows: chain("/a") },
    { do: "up", rows: chain("/a") },
    { do: "up", rows: chain("/a") },
    { do: "destroy" },
  ],
  updPartial: [
    { do: "up", rows: chain("/a") },
    { do: "up", rows: chain("/b"), setup: (w) => w.failOnce("update", partly("Source-1"), "Source") },
    { do: "up", rows: chain("/b") },
    { do: "destroy" },
  ],
  drift: [
    { do: "up", rows: chain("/a") },
    {
      do: "preview --refresh",
      rows: chain("/a"),
      setup: (w) => void w.objects.set("Source-1", { ...w.objects.get("Source-1"), path: "/z" }),
    },
    { do: "refresh" },
    { do: "up", rows: chain("/a") },
    { do: "up --refresh", rows: chain("/a"), setup: (w) => void w.objects.delete("Flow-2") },
    { do: "destroy" },
  ],
  get: [
    {
      do: "up",
      setup: (w) => void w.objects.set("Source-77", { version: 7 }),
      rows: [
        { kind: "Source", name: "found", options: { id: "Source-77" } },
        { kind: "Flow", name: "f", inputs: { v: { $ref: ["found", "version"] } } },
      ],
    },
    {
      do: "up",
      rows: [
        { kind: "Source", name: "found", options: { id: "Source-77" } },
        { kind: "Flow", name: "f", inputs: { v: { $ref: ["found", "version"] } } },
      ],
    },
    { do: "refresh" },
    { do: "destroy" },
  ],
  removed: [
    { do: "up", rows: chain("/a") },
    { do: "up", rows: chain("/a").slice(0, 1) },
    { do: "up", rows: chain("/a").slice(0, 1), replace: ["crm"] },
    { do: "destroy" },
  ],
  checkFails: [
    { do: "up", rows: chain("/a") },
    {
      do: "up",
      rows: chain("/b"),
      setup: (w) =>
        w.on(
          "check",
          ({ args }) => ({ result: { inputs: args["news"], failures: [{ property: "", reason: "bad" }] } }),
          "Flow",
        ),
    },
  ],
};
test("parity", async () => {
  const world = await World.start();
  const report: string[] = [];
  const only = process.env["ONLY"]?.split(",");
  for (const [name, acts] of Object.entries(scenarios)) {
    if (only && !only.includes(name)) continue;
    const runs: string[][][] = [];
    const outs: string[] = [];
    for (const engine of ["mini", "real"]) {
      world.reset();
      const seen: string[][] = [];
      runs.push(seen);
      if (engine === "mini") {
        const p = await startForwarder(world);
        const stack = worldStack(p, {});
        for (const a of acts) {
          world.calls.length = 0;
          a.setup?.(world);
          const prog = toProgram(a.rows ?? []);
          const o = { refresh: a.do.includes("--refresh"), replace: a.replace ?? [] };
          if (a.do.startsWith("up")) await stack.up(prog, o);
          else if (a.do.startsWith("preview")) await stack.preview(prog, o);
          else if (a.do === "refresh") await stack.refresh();
          else await stack.destroy();
          seen.push(calls(world));
        }
        seen.push([String(stack.state.length)]);
        await p.kill();
      } else {
        await pulumi(["stack", "rm", "dev", "--yes", "--force"], {});
        await pulumi(["stack", "init", "dev"], {});
        await pulumi(["config", "set", "wire:world", world.url], {});
        for (const a of acts) {
          world.calls.length = 0;
          a.setup?.(world);
          const env = { WIRE_PROGRAM: JSON.stringify(a.rows ?? []) };
          const extra = [
            ...(a.do.includes("--refresh") ? ["--refresh"] : []),
            ...(a.replace ?? []).flatMap((n) => ["--replace", `**::${n}`]),
            "--parallel",
            "8",
            "--non-interactive",
          ];
          const out = a.do.startsWith("up")
            ? await pulumi(["up", "--yes", "--skip-preview", ...extra], env)
            : a.do.startsWith("preview")
              ? await pulumi(["preview", ...extra], env)
              : await pulumi([a.do, "--yes", "--skip-preview", ...extra], env);
          outs.push(out);
          seen.push(calls(world));
        }
        const exp = JSON.parse((await pulumi(["stack", "export"], {})).replace(/\nexit \d+$/, "")) as {
          deployment: { resources?: { type: string }[] };
        };
        seen.push([
          String((exp.deployment.resources ?? []).filter((r) => r.type.startsWith("pulumi-nodejs")).length),
        ]);
      }
    }
    const [mini, real] = runs as [string[][], string[][]];
    real.forEach((r, i) => {
      const m = mini[i]!;
      const same = JSON.stringify(m) === JSON.stringify(r);
      report.push(
        `${same ? "SAME" : JSON.stringify([...m].sort()) === JSON.stringify([...r].sort()) ? "ORDER" : "DIFF"} ${name}[${i}] ${acts[i]?.do ?? "state"} (${r.length} calls)`,
      );
      if (!same)
        report.push(
          ...m.map((x) => `   mini ${x}`),
          ...r.map((x) => `   real ${x}`),
          (outs[i] ?? "")
            .split("\n")
            .map((l) => `      | ${l}`)
            .join("\n"),
        );
    });
    writeFileSync("/tmp/parity/report.txt", report.join("\n"));
  }
  await world.stop();
}, 600_000);
