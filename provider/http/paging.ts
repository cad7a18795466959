import { get } from "../propertyPath";

/**
 * The path of the next page of a Flow Service list. `_links.next.href` comes relative to the service and holds an opaque
 * `continuationToken`, which may contain "=" (Adobe: "Sort and filter responses in the Flow Service API").
 */
export function nextPage(path: string, body: unknown): string | undefined {
  const href = get(body, ["_links", "next", "href"]);
  if (typeof href !== "string" || href === "") return undefined;
  const [base = ""] = path.split("?");
  const token = new URL(href, "http://localhost").searchParams.get("continuationToken");
  if (token === null) return undefined;
  const query = new URLSearchParams(path.split("?")[1] ?? "");
  query.set("continuationToken", token);
  return `${base}?${query.toString()}`;
}
