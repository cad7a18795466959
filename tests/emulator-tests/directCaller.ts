/** Calls a service of the emulator directly, without HTTP and gateway. */

import { findRoute } from "../emulator/routing";
import { ServiceError, type ServiceResponse, type Service, type World } from "../emulator/service";
import { defaultSwitches, type Switches } from "../emulator/switches";
import { Organisation } from "../emulator/world";

export interface DirectResponse {
  status: number;
  headers: Record<string, string>;
  /** As parsed from JSON. */
  body: AnyJson;
  wrote: ServiceResponse["wrote"];
}

/** The body of a response; tests read it by path. */
export type AnyJson = ReturnType<typeof JSON.parse>;

export interface Request {
  body?: unknown;
  headers?: Record<string, string>;
  sandbox?: string;
}

/** By default every look at the clock takes a second. */
export function newWorld(switches: Partial<Switches> = {}, clock: () => number = ticking()): World {
  return new Organisation({ ...defaultSwitches(), ...switches }, clock, 7);
}

function ticking(): () => number {
  let now = 1_700_000_000_000;
  return () => (now += 1000);
}

export function callerOf(service: Service, world: World) {
  return (method: string, pathAndQuery: string, request: Request = {}): DirectResponse => {
    const url = new URL(`http://emulator${pathAndQuery}`);
    const match = findRoute(service, method, url.pathname);
    if (match === undefined || match === "method") throw new Error(`No route for ${method} ${pathAndQuery}.`);
    const call = {
      method,
      path: url.pathname,
      params: match.params,
      query: url.searchParams,
      headers: request.headers ?? {},
      body: request.body === undefined ? undefined : structuredClone(request.body),
      sandbox: world.sandboxes.find(({ name }) => name === (request.sandbox ?? "prod"))!,
      clientId: "client-1",
    };
    const response = responseTo(() => match.route.handle(call, world), service, world);
    const body: AnyJson = response.body === undefined ? undefined : JSON.parse(JSON.stringify(response.body));
    return { status: response.status, headers: response.headers ?? {}, body, wrote: response.wrote };
  };
}

function responseTo(handle: () => ServiceResponse, service: Service, world: World): ServiceResponse {
  try {
    return handle();
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    return service.error(
      error.status,
      error.code,
      error.message,
      world.uuid(),
      world.switches,
      error.details,
    );
  }
}
