import { nextPage } from "../../provider/api/paging";

const path = "/flowSpecs?limit=100&property=name%3D%3D%22a%22";
const page = (href: unknown) => ({ items: [], _links: { next: { href } } });

it.each([
  ["no links", { items: [] }],
  ["no next", { _links: {} }],
  ["an empty href", page("")],
  ["a null href", page(null)],
  ["a link without token", page("/flowSpecs?limit=100")],
  ["a body that is not an object", "text"],
])("%s is the last page", (_what, body) => {
  expect(nextPage(path, body)).toBeUndefined();
});

it("the token is added to our own query, with any characters", () => {
  const next = nextPage(path, page("/flowSpecs?continuationToken=a%3Db%26c%2Bd"))!;
  const query = new URL(next, "http://localhost").searchParams;
  expect(next.startsWith("/flowSpecs?")).toBe(true);
  expect(Object.fromEntries(query)).toEqual({
    limit: "100",
    property: 'name=="a"',
    continuationToken: "a=b&c+d",
  });
});

it("a token with a plain equals sign is kept", () => {
  const next = nextPage("/flowSpecs", page("/flowSpecs?continuationToken=abc=="))!;
  expect(new URL(next, "http://localhost").searchParams.get("continuationToken")).toBe("abc==");
});

it("the token of the previous page is removed", () => {
  const second = nextPage(path, page("?continuationToken=one"))!;
  const third = nextPage(second, page("?continuationToken=two"))!;
  expect(new URL(third, "http://localhost").searchParams.getAll("continuationToken")).toEqual(["two"]);
});

it("a link to another host is not followed to that host", () => {
  const next = nextPage("/flowSpecs", page("https://example.com/steal?continuationToken=x"))!;
  expect(next).toBe("/flowSpecs?continuationToken=x");
});
