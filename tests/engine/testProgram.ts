import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { start, type Emulator, type StartOptions } from "../emulator";
import { platformEnvironment } from "../examples/exampleRun";
import { projectRoot } from "./projectRoot";
import { findPulumi } from "./pulumiCli";
import { openWorkspace, type Workspace } from "./workspace";

/** A JavaScript program that a test can rewrite. The real engine runs it with its own AEP emulator. */
export interface TestProgram {
  readonly emulator: Emulator;
  readonly workspace: Workspace;
  /** Replaces the whole program. */
  write(...lines: string[]): void;
  close(): Promise<void>;
}

/** The program's folder is in a git-ignored folder of the checkout, so that Node.js resolves its packages. */
export async function openTestProgram(name: string, options: StartOptions = {}): Promise<TestProgram> {
  mkdirSync(join(projectRoot, ".demo"), { recursive: true });
  const folder = mkdtempSync(join(projectRoot, ".demo", `${name}-`));
  writeFileSync(join(folder, "Pulumi.yaml"), `name: ${name}\nruntime: nodejs\nmain: index.js\n`);
  const emulator = await start(options);
  const workspace = await openTestStack(emulator, folder, folder);
  return {
    emulator,
    workspace,
    write: (...lines) => writeFileSync(join(folder, "index.js"), `${lines.join("\n")}\n`),
    close: async () => {
      await emulator.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A stack of the program for the sandbox `dev`. Its state and settings are in `folder`. */
export async function openTestStack(emulator: Emulator, folder: string, program: string): Promise<Workspace> {
  return openWorkspace({
    cli: await findPulumi({ progress: (line) => process.stderr.write(`${line}\n`) }),
    folder: join(folder, "workspace"),
    program,
    stack: "dev",
    env: { ...platformEnvironment(emulator), AEP_SANDBOX: "dev" },
  });
}
