import { errorTable } from "../../provider/api/errorTable";
import { table } from "./markdown";

/** The table of errors of the troubleshooting guide. */
export function errorRows(): string {
  const rows = Object.values(errorTable).map(({ text, cause, remedy }) => [
    shown(text),
    cause,
    shown(remedy),
  ]);
  return table(["Error text contains", "Cause", "What to do"], rows);
}

/** `<name>` stands for a value and must not become an HTML tag. */
function shown(text: string): string {
  const parts = text.split(/(`[^`]*`)/);
  return parts.map((part) => (part.startsWith("`") ? part : part.replace(/<(\w+)>/g, "\\<$1>"))).join("");
}
