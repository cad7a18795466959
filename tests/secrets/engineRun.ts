import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { awkward, defaultOrgId, start, type Emulator, type LedgerEntry } from "../emulator";
import { projectRoot } from "../engine/projectRoot";
import { findPulumi } from "../engine/pulumiCli";
import type { CommandResult } from "../engine/runCommand";
import { openWorkspace, type Workspace } from "../engine/workspace";
import { accessToken, clientSecret, fromConfig, plantedConnections, valueOf } from "./canaries";
import { serveOutsideConnector } from "./outsideConnector";
import { transpileOnly } from "../examples/exampleRun";
import { SideEntrance } from "./sideEntrance";

/** A text that a person may read. */
export interface Place {
  readonly name: string;
  readonly text: string;
}

export interface EngineRun {
  readonly places: readonly Place[];
  /** The log of Pulumi's engine at level 11, and the debug events of its SDK. No provider can change them. */
  readonly pulumisOwnLog: string;
  /** The requests to AEP: they must contain every secret. */
  readonly sent: string;
  /** The bearer tokens of the run. */
  readonly tokens: readonly string[];
  readonly exitCodes: Readonly<Record<string, number>>;
  readonly printed: Readonly<Record<string, string>>;
  /** Writes of the step that changed every secret. */
  readonly rotation: readonly LedgerEntry[];
}

/** All outputs of one run with the real engine. The emulator writes its recording when it closes. */
class Run {
  readonly places: Place[] = [];
  readonly exitCodes: Record<string, number> = {};
  readonly printed: Record<string, string> = {};
  pulumisOwnLog = "";
  workspace!: Workspace;

  private constructor(
    readonly folder: string,
    readonly emulator: Emulator,
    readonly entrance: SideEntrance,
  ) {}

  static async open(): Promise<Run> {
    serveOutsideConnector();
    const folder = mkdtempSync(join(tmpdir(), "pulumi-aep-canaries-"));
    const emulator = await start({ switches: awkward, har: join(folder, "traffic.har") });
    const run = new Run(folder, emulator, await SideEntrance.open(emulator.url));
    run.workspace = await openWorkspace({
      cli: await findPulumi({ progress: (line) => process.stderr.write(`${line}\n`) }),
      folder: join(folder, "workspace"),
      program: join(projectRoot, "tests", "secrets", "program"),
      stack: "dev",
      env: {
        CANARIES_CONNECTIONS: join(folder, "connections.json"),
        CANARIES_CRASH: join(folder, "crash"),
        NODE_OPTIONS: `--require ${JSON.stringify(join(projectRoot, "tests", "secrets", "crash.js"))}`,
        // Without it the CLI has no --event-log.
        PULUMI_DEBUG_COMMANDS: "true",
        ...transpileOnly,
      },
    });
    await run.configure();
    return run;
  }

  private async configure(): Promise<void> {
    const { workspace, entrance } = this;
    await workspace.setConfig("aep:endpoint", entrance.url);
    await workspace.setConfig("aep:imsEndpoint", entrance.url);
    await workspace.setConfig("aep:orgId", defaultOrgId);
    await workspace.setConfig("aep:sandbox", "dev");
    await workspace.setConfig("aep:clientId", "client-of-the-canaries");
    await workspace.setConfig("aep:clientSecret", valueOf(clientSecret, 1), "secret");
    await workspace.setConfig("canaries:fromConfig", valueOf(fromConfig, 1), "secret");
  }

  /** Replaces the program for the next steps. */
  program(generation: number, change: (connection: object) => object = (connection) => connection): void {
    const ways = ["plain", "output", "secret", "promise"];
    const planted = plantedConnections(generation).map(({ name, connectionSpec, auth }, index) => {
      return change({ name, connectionSpec, auth, way: ways[index % ways.length] });
    });
    const params = { host: "sftp.example.com", userName: "loader" };
    const auth = { specName: "Basic Authentication for sftp", params };
    const configured = { name: "configured", connectionSpec: "sftp", auth, way: "config" };
    const connections = [...planted, configured];
    writeFileSync(join(this.folder, "connections.json"), JSON.stringify({ connections }));
  }

  async step(name: string, command: Promise<CommandResult>): Promise<void> {
    const { code, stdout, stderr } = await command;
    this.exitCodes[name] = code;
    this.printed[name] = stdout + stderr;
    this.places.push({ name, text: stdout + stderr });
  }

  /** Pulumi's programs in Go have a log format of their own. All other lines are from the program, the SDK and the provider. */
  async verbose(name: string, command: Promise<CommandResult>): Promise<void> {
    const { code, stdout, stderr } = await command;
    this.exitCodes[name] = code;
    const lines = stderr.split("\n");
    this.pulumisOwnLog += lines.filter((line) => engineLog.test(line)).join("\n");
    this.places.push({ name, text: stdout + lines.filter((line) => !engineLog.test(line)).join("\n") });
  }

  file(name: string, path: string): void {
    this.places.push({ name, text: readFileSync(join(this.folder, path), "utf8") });
  }

  /** The SDK sends its registrations to the engine as debug events, with plain secrets. */
  eventLog(name: string, path: string): void {
    const lines = readFileSync(join(this.folder, path), "utf8").split("\n");
    this.pulumisOwnLog += lines.filter((line) => debugEvent.test(line)).join("\n");
    this.places.push({ name, text: lines.filter((line) => !debugEvent.test(line)).join("\n") });
  }

  /** Every file of the workspace, by its kind. */
  files(when: string): void {
    const root = join(this.folder, "workspace");
    const texts = new Map<string, string>();
    for (const file of filesBelow(root)) {
      const kind = kindOf(relative(root, file));
      texts.set(kind, `${texts.get(kind) ?? ""}${file}\n${readFileSync(file, "utf8")}\n`);
    }
    for (const [kind, text] of texts) this.places.push({ name: `${kind}, ${when}`, text });
  }
}

const engineLog = /^([IWEF]\d{4} \d\d:\d\d:\d\d\.\d+ +\d+ [\w.]+\.go:\d+\]|\{"time":".*"level":")/;
const debugEvent = /"diagnosticEvent":.*"severity":"debug"/;

function kindOf(path: string): string {
  if (path.endsWith(".bak")) return "state backups";
  if (path.includes("/history/")) return "history";
  if (path.includes("/stacks/")) return "state file";
  if (path.startsWith("project")) return "stack config file";
  return path.startsWith("home") ? "Pulumi's home folder" : "other files of the backend";
}

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
}

/** Runs every command of users with a canary in every secret, and returns all texts that can be read afterwards. */
export async function engineRun(progress: (line: string) => void = () => undefined): Promise<EngineRun> {
  const run = await Run.open();
  const { entrance, emulator } = run;
  try {
    for (const [name, part] of Object.entries(parts)) {
      const began = Date.now();
      await part(run);
      progress(`${name}: ${((Date.now() - began) / 1000).toFixed(1)} s`);
    }
  } finally {
    await entrance.close();
    await emulator.close();
  }
  run.file("HAR of the emulator", "traffic.har");
  rmSync(run.folder, { recursive: true, force: true });
  const { places, exitCodes, printed, pulumisOwnLog } = run;
  const tokens = [...entrance.tokens].filter((token) => token !== "");
  return { places, exitCodes, printed, pulumisOwnLog, tokens, sent: entrance.written.join("\n"), rotation };
}

let rotation: LedgerEntry[] = [];

const parts: Record<string, (run: Run) => Promise<void>> = {
  async deploy(run) {
    run.program(1);
    const log = join(run.folder, "events.json");
    await run.step("up", run.workspace.up(["--diff", "--event-log", log]));
    run.eventLog("event log of up", "events.json");
    run.files("after up");
  },
  async lookAgain(run) {
    await run.step("refresh --diff", run.workspace.refresh(["--diff", "--expect-no-changes"]));
    await run.step("preview --diff", run.workspace.preview(["--diff", "--expect-no-changes"]));
    run.files("after refresh");
  },
  async rotate(run) {
    run.program(2);
    await run.step("preview --diff --json", run.workspace.preview(["--diff", "--json"]));
    run.emulator.ledger.clear();
    const log = join(run.folder, "rotation.json");
    await run.step("up of a rotation", run.workspace.up(["--diff", "--event-log", log]));
    rotation = run.emulator.ledger.writes();
    run.eventLog("event log of a rotation", "rotation.json");
    run.files("after a rotation");
  },
  async refuse(run) {
    run.program(3, (connection) => JSON.parse(misspelt(JSON.stringify(connection))) as object);
    await run.step("failing checks", run.workspace.preview(["--diff"]));
    run.program(3, wrongTypes);
    await run.step("failing checks of types", run.workspace.up(["--diff"]));
  },
  async echo(run) {
    run.program(4);
    run.entrance.mode = { kind: "echo" };
    await run.step("AEP repeats a refused update", run.workspace.up(["--diff", "--continue-on-error"]));
    run.program(4, (connection) => ({ ...connection, sandbox: "stage" }));
    await run.step("AEP repeats a refused create", run.workspace.up(["--diff", "--continue-on-error"]));
    run.entrance.mode = { kind: "forward" };
    run.files("after refusals");
  },
  async crash(run) {
    run.program(5);
    const then = () => {
      // The engine has written the pending operations.
      run.files("in the middle of a write");
      writeFileSync(join(run.folder, "crash"), "");
    };
    let first = true;
    run.entrance.mode = { kind: "hang", then: () => first && ((first = false), then()) };
    await run.step("crash of the provider", run.workspace.up(["--diff"]));
    rmSync(join(run.folder, "crash"));
    run.entrance.mode = { kind: "forward" };
    run.files("after a crash");
  },
  async replace(run) {
    run.program(5, (connection) => ({ ...connection, sandbox: "stage" }));
    await run.step("up after a crash, with replacements", run.workspace.up(["--diff", "--refresh"]));
  },
  async talk(run) {
    const verbose = ["--logtostderr", "-v=11", "--logflow"];
    await run.step("stack output", run.workspace.run(["stack", "output", "--json"]));
    await run.step("stack export", run.workspace.run(["stack", "export"]));
    await run.step("stack history", run.workspace.run(["stack", "history", "--json"]));
    run.program(6, (connection) => ({ ...connection, sandbox: "stage" }));
    await run.verbose("program and provider at -v=11", run.workspace.up(["--diff", ...verbose]));
  },
  async refuseToken(run) {
    await run.workspace.run(["config", "rm", "aep:clientSecret"]);
    await run.workspace.setConfig("aep:accessToken", valueOf(accessToken, 1), "secret");
    await run.workspace.setConfig("aep:apiKey", "client-of-the-canaries");
    // Not only a refresh: without the program, Pulumi uses the credentials of the last update.
    run.program(7, (connection) => ({ ...connection, sandbox: "stage" }));
    await run.step("up with a refused token", run.workspace.up(["--diff"]));
    run.files("at the end");
  },
  async destroy(run) {
    await run.workspace.run(["config", "rm", "aep:accessToken"]);
    await run.workspace.setConfig("aep:clientSecret", valueOf(clientSecret, 2), "secret");
    // The state contains the refused token; the program contains the new credentials.
    await run.step("destroy", run.workspace.destroy(["--diff", "--run-program"]));
    run.files("after destroy");
  },
};

/** Typing errors: a double letter in the name of every secret parameter, and a wrong auth spec. */
function misspelt(connection: string): string {
  return connection.replace(/"(\w+)":("(?:https:\/\/)?canary)/g, '"$1t":$2');
}

/** A secret parameter must be a string; here it is an object that contains the string. */
function wrongTypes(connection: object): object {
  return JSON.parse(
    JSON.stringify(connection).replace(
      /"(\w+)":("(?:https:\/\/)?canary(?:[^"\\]|\\.)*")/g,
      '"$1":{"value":$2}',
    ),
  ) as object;
}
