/** From a path to the service and the route that answer it. */

import type { Route, Service } from "./service";

export interface Match {
  route: Route;
  params: Record<string, string>;
}

export function serviceOf(services: readonly Service[], path: string): Service | undefined {
  return services.find((service) => path === service.basePath || path.startsWith(`${service.basePath}/`));
}

/** The first route that fits; "method" where only other methods fit, undefined where no path does. */
export function findRoute(service: Service, method: string, path: string): Match | "method" | undefined {
  let onlyMethodDiffers = false;
  for (const route of service.routes) {
    const params = matchPath(route.path, path);
    if (params === undefined) continue;
    if (route.method === method) return { route, params };
    onlyMethodDiffers = true;
  }
  return onlyMethodDiffers ? "method" : undefined;
}

function matchPath(pattern: string, path: string): Record<string, string> | undefined {
  const expected = pattern.split("/").filter((segment) => segment !== "");
  const actual = path.split("/").filter((segment) => segment !== "");
  if (expected.length !== actual.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, segment] of expected.entries()) {
    const value = decode(actual[index] ?? "");
    if (value === undefined) return undefined;
    if (segment.startsWith(":")) params[segment.slice(1)] = value;
    else if (segment !== value) return undefined;
  }
  return params;
}

/** Schema ids are whole URLs in one segment, so decoding comes after splitting. */
function decode(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
