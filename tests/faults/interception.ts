import { services } from "../emulator/services";
import type { Call, ServiceResponse } from "../emulator/service";

/** Observes calls to the services of the emulator, and can change their responses. */
export interface Hook {
  before?(call: Call): void;
  after?(call: Call, response: ServiceResponse): ServiceResponse;
}

const hooks = new Set<Hook>();

for (const { routes } of services) {
  for (const route of routes) {
    const handle = route.handle.bind(route);
    route.handle = (call, world) => {
      for (const hook of hooks) hook.before?.(call);
      return [...hooks].reduce(
        (response, hook) => hook.after?.(call, response) ?? response,
        handle(call, world),
      );
    };
  }
}

export async function intercepted<T>(hook: Hook, run: () => Promise<T>): Promise<T> {
  hooks.add(hook);
  try {
    return await run();
  } finally {
    hooks.delete(hook);
  }
}
