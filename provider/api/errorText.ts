import type { ErrorEntry } from "./errorEntry";

type Placeholder<Text extends string> = Text extends `${string}<${infer Name}>${infer Rest}`
  ? Name | Placeholder<Rest>
  : never;

/** The text with a value in the place of each `<name>`. */
export function fill<Text extends string>(
  text: Text,
  values: Readonly<Record<Placeholder<Text>, string | number>>,
): string {
  const known: Readonly<Record<string, string | number>> = values;
  return text.replace(/<(\w+)>/g, (placeholder, name: string) => String(known[name] ?? placeholder));
}

/** The whole text of an error that carries no response of AEP. */
export function errorText<Entry extends ErrorEntry>(
  { text, remedy }: Entry,
  values: Readonly<Record<Placeholder<Entry["text"] | Entry["remedy"]>, string | number>>,
): string {
  return `${fill(text, values)}. ${fill(remedy, values)}`;
}
