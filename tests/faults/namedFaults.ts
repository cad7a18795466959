import { cellTests } from "./cellTests";
import { creationTests } from "./creationTests";
import { endTests } from "./endTests";
import type { FaultTest } from "./outcome";
import { tokenTests } from "./tokenTests";
import { trafficTests } from "./trafficTests";
import { updateTests } from "./updateTests";

/** The named faults in the order of their numbers. */
export const namedFaults: readonly FaultTest[] = [
  ...cellTests,
  ...creationTests,
  ...updateTests,
  ...trafficTests,
  ...tokenTests,
  ...endTests,
].sort((one, other) => one.number - other.number);
