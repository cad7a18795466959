import { get } from "../values/propertyPath";

/**
 * The path of the next page of a Flow Service list. `_links.next.href` comes relative to the service and holds an opaque
 * `continuationToken`, which may contain "=" (Adobe: "Sort and filter responses in the Flow Service API").
 */
export function nextPage(path: string, body: unknown): string | undefined {
  const href = get(body, ["_links", "next", "href"]);
  if (typeof href !== "string" || href === "") return undefined;
  const [base = "", text = ""] = path.split("?");
  const token = URL.canParse(href, "http://localhost")
    ? new URL(href, "http://localhost").searchParams.get("continuationToken")
    : null;
  const query = new URLSearchParams(text);
  if (token === null || token === query.get("continuationToken")) return undefined;
  query.set("continuationToken", token);
  return `${base}?${query.toString()}`;
}

/** The path of the next page of a list with a zero-based `start`. A page with fewer than `limit` items is the last one. */
export function nextStart(path: string, count: number): string | undefined {
  const [base = "", text = ""] = path.split("?");
  const query = new URLSearchParams(text);
  if (count < Number(query.get("limit"))) return undefined;
  query.set("start", String(Number(query.get("start") ?? 0) + count));
  return `${base}?${query.toString()}`;
}

/** The path of the next page of a Schema Registry list: `_page.next` is the `start` of the next page, null on the last page. */
export function nextRegistryPage(path: string, body: unknown): string | undefined {
  const next = get(body, ["_page", "next"]);
  if (typeof next !== "string" && typeof next !== "number") return undefined;
  const [base = "", text = ""] = path.split("?");
  const query = new URLSearchParams(text);
  query.set("start", String(next));
  return `${base}?${query.toString()}`;
}
