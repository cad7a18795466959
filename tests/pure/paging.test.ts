import { nextPage } from "../../provider/api/paging";

const path = "/flowSpecs?limit=100&property=name%3D%3D%22a%22";
const page = (href: unknown) => ({ items: [], _links: { next: { href } } });

it.each([
  ["no links", { items: [] }],
  ["no next", { _links: {} }],
  ["an empty href", page("")],
  ["a null href", page(null)],
  ["a link without token", page("/flowSpecs?limit=100")],
  ["a body that is no object", "text"],
])("%s is the last page", (_what, body) => {
  expect(nextPage(path, body)).toBeUndefined();
});

it("the token goes into our own query, whatever its signs", () => {
  const next = nextPage(path, page("/flowSpecs?continuationToken=a%3Db%26c%2Bd"))!;
  const query = new URL(next, "http://localhost").searchParams;
  expect(next.startsWith("/flowSpecs?")).toBe(true);
  expect(Object.fromEntries(query)).toEqual({
    limit: "100",
    property: 'name=="a"',
    continuationToken: "a=b&c+d",
  });
});

it("a token that contains an equals sign as it is comes through", () => {
  const next = nextPage("/flowSpecs", page("/flowSpecs?continuationToken=abc=="))!;
  expect(new URL(next, "http://localhost").searchParams.get("continuationToken")).toBe("abc==");
});

it("the token of the page before is taken out", () => {
  const second = nextPage(path, page("?continuationToken=one"))!;
  const third = nextPage(second, page("?continuationToken=two"))!;
  expect(new URL(third, "http://localhost").searchParams.getAll("continuationToken")).toEqual(["two"]);
});

it("a link to another host is not followed there", () => {
  const next = nextPage("/flowSpecs", page("https://example.com/steal?continuationToken=x"))!;
  expect(next).toBe("/flowSpecs?continuationToken=x");
});
