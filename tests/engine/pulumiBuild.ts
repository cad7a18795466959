import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { withElapsedTime } from "./elapsedTime";
import { findExecutable } from "./executable";
import type { SearchContext } from "./pulumiCli";
import { runCommand } from "./runCommand";
import { isAtLeast, parseVersion, type Version } from "./version";

interface GoProgram {
  binary: string;
  package: string;
  /** Lines of go.mod. */
  requirements: readonly string[];
}

const oldestGo: Version = [1, 25, 0];
const pulumiVersion = "v3.232.0";
const minuteMs = 60_000;

/**
 * Two modules: the Go SDK contains the language host only up to v3.68.0, which still works with this engine. The
 * engine's go.mod replaces its clipboard package by a fork. Go ignores `replace` lines of dependencies, so they are
 * repeated here.
 */
const programs: readonly GoProgram[] = [
  {
    binary: "pulumi",
    package: "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi",
    requirements: [
      `require github.com/pulumi/pulumi/pkg/v3 ${pulumiVersion}`,
      `require github.com/pulumi/pulumi/sdk/v3 ${pulumiVersion}`,
      "replace github.com/atotto/clipboard => github.com/tgummerer/clipboard v0.0.0-20241001131231-d02d263e614e",
    ],
  },
  {
    binary: "pulumi-language-nodejs",
    package: "github.com/pulumi/pulumi/sdk/v3/nodejs/cmd/pulumi-language-nodejs",
    requirements: ["require github.com/pulumi/pulumi/sdk/v3 v3.68.0"],
  },
];

/** Builds the CLI and its Node.js language host from Go modules. */
export async function buildPulumi(folder: string, context: SearchContext): Promise<void> {
  const go = await findGo(context.environment);
  const binFolder = join(folder, "bin");
  mkdirSync(binFolder);
  const title = `Building the Pulumi CLI ${pulumiVersion} from Go modules (takes minutes, only once on this machine)`;
  await withElapsedTime(title, context.progress, async () => {
    for (const program of programs) await buildProgram(go, program, binFolder, context);
  });
  // The engine prints no warning about PATH if the launcher of dynamic providers is in the folder of its own binary.
  const suffix = process.platform === "win32" ? ".cmd" : "";
  const launcher = `pulumi-resource-pulumi-nodejs${suffix}`;
  copyFileSync(
    join(dirname(require.resolve("@pulumi/pulumi/package.json")), launcher),
    join(binFolder, launcher),
  );
}

async function findGo(environment: NodeJS.ProcessEnv): Promise<string> {
  // The Go installer uses /usr/local/go, which is on PATH only in login shells.
  const folders = [...(environment["PATH"] ?? "").split(delimiter), "/usr/local/go/bin"];
  const go = findExecutable("go", folders);
  if (go === undefined) throw new Error(`Go ${oldestGo.slice(0, 2).join(".")} or newer is not installed`);
  const env = { ...environment, GOTOOLCHAIN: "local" };
  const { stdout } = await runCommand(go, ["env", "GOVERSION"], { env, cwd: tmpdir(), deadlineMs: minuteMs });
  const version = parseVersion(stdout.replace(/^go(\S+).*$/s, "$1"));
  if (version === undefined || !isAtLeast(version, oldestGo)) {
    throw new Error(`Go ${oldestGo.slice(0, 2).join(".")} or newer is needed; ${go} is ${stdout.trim()}`);
  }
  return go;
}

async function buildProgram(
  go: string,
  program: GoProgram,
  binFolder: string,
  { environment, signal }: SearchContext,
): Promise<void> {
  const moduleFolder = mkdtempSync(join(tmpdir(), "pulumi-aep-go-"));
  const goMod = ["module build", `go ${oldestGo.slice(0, 2).join(".")}`, ...program.requirements, ""].join(
    "\n",
  );
  writeFileSync(join(moduleFolder, "go.mod"), goMod);
  const binary = join(binFolder, program.binary + (process.platform === "win32" ? ".exe" : ""));
  const versionFlag = `-X github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=${pulumiVersion}`;
  const flags = ["-mod=mod", "-trimpath", "-buildvcs=false", "-ldflags", `-s -w ${versionFlag}`];
  try {
    const { code, stderr } = await runCommand(go, ["build", ...flags, "-o", binary, program.package], {
      cwd: moduleFolder,
      env: { ...environment, GOWORK: "off", GOFLAGS: "", CGO_ENABLED: "0" },
      deadlineMs: 30 * minuteMs,
      signal,
    });
    if (code !== 0) throw new Error(`go build of ${program.binary} failed: ${lastLines(stderr)}`);
  } finally {
    rmSync(moduleFolder, { recursive: true, force: true });
  }
}

function lastLines(text: string): string {
  return text.trim().split("\n").slice(-5).join("\n    ");
}
