"use strict";
// Loaded into every Node process of a run: the one that runs the provider ends with an uncaught error once the file is there.
const { existsSync } = require("node:fs");
const file = process.env.CANARIES_CRASH;
if (file && process.argv.some((argument) => argument.includes("dynamic-provider"))) {
  const watch = setInterval(() => {
    if (!existsSync(file)) return;
    clearInterval(watch);
    // Pulumi's runtime prints uncaught errors and stays.
    setTimeout(() => process.kill(process.pid, "SIGKILL"), 100);
    throw new Error("the provider process crashes here");
  }, 50).unref();
}
