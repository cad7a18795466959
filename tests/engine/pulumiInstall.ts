import { projectRoot } from "./projectRoot";
import { withElapsedTime } from "./elapsedTime";
import type { SearchContext } from "./pulumiCli";
import { runCommand } from "./runCommand";

const minuteMs = 60_000;

/**
 * The Automation API has no timeout and runs a shell script, so it runs in a separate process that can be stopped. The
 * HEAD request fails within 10 seconds behind a firewall that drops packets; the download itself needs two minutes.
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

/** Downloads the official CLI. PULUMI_AEP_SKIP_DOWNLOAD=true skips this on machines that cannot reach the server. */
export async function installPulumi(folder: string, context: SearchContext): Promise<void> {
  if (isOn(context.environment["PULUMI_AEP_SKIP_DOWNLOAD"])) {
    throw new Error("skipped because PULUMI_AEP_SKIP_DOWNLOAD is set");
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
