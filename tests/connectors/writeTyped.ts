import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../engine/projectRoot";
import { typedText } from "./typedText";

export const typedFile = "provider/connectors/typed.ts";

/** Whether the committed interfaces are those of the catalogue. */
export async function typedIsCurrent(): Promise<boolean> {
  return readFileSync(join(projectRoot, typedFile), "utf8") === (await typedText());
}

export async function writeTyped(): Promise<void> {
  writeFileSync(join(projectRoot, typedFile), await typedText());
}

if (require.main === module) void writeTyped();
