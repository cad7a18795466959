/** Finds the service and the route for a path. */

import type { Route, Service } from "./service";

export interface Match {
  route: Route;
  params: Record<string, string>;
}

export function serviceOf(services: readonly Service[], path: string): Service | undefined {
  return services.find((service) => path === service.basePath || path.startsWith(`${service.basePath}/`));
}

/** The first route that matches; "method" if only the method differs, undefined if no path matches. */
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

/** A schema id is a whole URL in one segment, so that paths are split before they are decoded. */
function decode(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
