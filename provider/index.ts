import { settings } from "./api/config";
import { InvalidInput } from "./api/errors";
import { ResourceProvider, type StackConfig } from "./lifecycle/resourceProvider";
import { definitions } from "./resources";
import { openSession, type Session } from "./api/session";
import { exitOnSignal } from "./api/signals";

export type { ResourceProvider } from "./lifecycle/resourceProvider";

/**
 * The provider of one kind. Every state file ever written holds the text `require("pulumi-aep/provider").resource("<Kind>")`:
 * this name, its argument and the methods' names only ever grow.
 */
export function resource(type: string): ResourceProvider {
  const definition = definitions.find((known) => known.type === type);
  if (!definition) {
    throw new Error(
      `This version of pulumi-aep has no kind "${type}". Install the version that the stack was made with.`,
    );
  }
  return new ResourceProvider(definition, open);
}

function open(config: StackConfig): Session | InvalidInput {
  const entries = Object.keys(settings).map((key) => [`aep:${key}`, config.get(`aep:${key}`)]);
  const stack = Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as Record<
    string,
    string
  >;
  try {
    const session = openSession(stack);
    exitOnSignal(session);
    return session;
  } catch (error) {
    return error instanceof InvalidInput ? error : new InvalidInput(String(error));
  }
}
