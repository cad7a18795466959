import { projectRoot } from "./projectRoot";
import { withElapsedTime } from "./elapsedTime";
import type { SearchContext } from "./pulumiCli";
import { runCommand } from "./runCommand";

const minuteMs = 60_000;

/**
 * The Automation API has no deadline of its own and runs a shell script, so it works in a process that can be ended.
 * The request before it tells soon that a firewall swallows packets, which would take its own download two minutes.
 */
const installer = `
const { PulumiCommand } = require("@pulumi/pulumi/automation");
fetch("https://get.pulumi.com/install.sh", { method: "HEAD", signal: AbortSignal.timeout(10_000) })
  .then(() => PulumiCommand.install({ root: process.argv[1] }))
  .catch((error) => {
    process.stderr.write([error.message, error.cause?.message].filter(Boolean).join(": "));
    process.exitCode = 1;
  });
`;

/** Downloads the official CLI. PULUMI_AEP_SKIP_DOWNLOAD=true leaves it out, where it is known to be in vain. */
export async function installPulumi(folder: string, context: SearchContext): Promise<void> {
  if (isOn(context.environment["PULUMI_AEP_SKIP_DOWNLOAD"])) {
    throw new Error("left out, since PULUMI_AEP_SKIP_DOWNLOAD is set");
  }
  const env = {
    ...context.environment,
    NODE_OPTIONS: undefined,
    NODE_USE_ENV_PROXY: "1",
    PULUMI_AUTOMATION_API_SKIP_VERSION_CHECK: undefined,
  };
  const { code, stderr } = await withElapsedTime("Downloading the Pulumi CLI", context.progress, () =>
    runCommand(process.execPath, ["--eval", installer, folder], {
      cwd: projectRoot,
      env,
      deadlineMs: 5 * minuteMs,
    }),
  );
  if (code !== 0)
    throw new Error(stderr.trim().split("\n").slice(-3).join(" ") || `ended with exit code ${code}`);
}

function isOn(value: string | undefined): boolean {
  return value !== undefined && !["", "0", "false"].includes(value);
}
