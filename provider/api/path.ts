import { InvalidInput } from "./errors";

/** URL path with every value encoded; an empty value or dot segments would name another place and are refused. */
export function path(parts: TemplateStringsArray, ...values: (string | number)[]): string {
  return parts.reduce((text, part, index) => {
    const value = String(values[index - 1]);
    if (/^\.{0,2}$/.test(value)) throw new InvalidInput(`"${value}" is not an id`);
    return text + encodeURIComponent(value) + part;
  });
}
