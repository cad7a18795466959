/** Filters, order, count and pages of the lists of Flow Service. */

import { connect, start, type ClientResponse, type Client, type Emulator } from "../emulator";
import { codeOf, flow, flowService, made, makeChain, s3Connection } from "./tutorialChain";

const connections = `${flowService}/connections`;

let emulator: Emulator;
let client: Client;

beforeAll(async () => {
  emulator = await start();
  client = connect(emulator);
  for (let index = 0; index < 25; index += 1) {
    const number = String(index).padStart(2, "0");
    await made(client, connections, {
      ...s3Connection,
      name: `connection ${number}`,
      description: `${index % 2}`,
    });
  }
});

afterAll(() => emulator.close());

function names(response: ClientResponse): string[] {
  expect([response.status, response.text]).toEqual([200, expect.any(String)]);
  return (response.body["items"] as { name: string }[]).map((item) => item.name);
}

test("every page but the last has the token of the next page in _links.next.href", async () => {
  const items: string[] = [];
  let query = "?limit=10&orderby=-name";
  for (let pages = 0; pages < 5 && query !== ""; pages += 1) {
    const response = await client.call("GET", connections + query);
    items.push(...names(response));
    const { next } = response.body["_links"] as { next?: { href: string } };
    expect(next?.href ?? "/connections?continuationToken=").toMatch(/^\/connections\?continuationToken=/);
    query = next === undefined ? "" : next.href.slice("/connections".length);
  }
  expect(items).toHaveLength(25);
  expect(items).toEqual(items.toSorted().toReversed());
});

test("filters support equality, alternatives, quotes, and AND by repetition", async () => {
  const list = async (...properties: string[]) => {
    const query = properties.map((property) => `property=${encodeURIComponent(property)}`).join("&");
    return names(await client.call("GET", `${connections}?limit=100&${query}`));
  };
  expect(await list("name==connection 03")).toEqual(["connection 03"]);
  expect(await list('name=="connection 03","connection 04"')).toEqual(["connection 03", "connection 04"]);
  expect(await list("description==1")).toHaveLength(12);
  expect(await list("description==1", "name==connection 04")).toEqual([]);
  expect(await list(`connectionSpec.id==${s3Connection.connectionSpec.id}`)).toHaveLength(25);
  expect(await list("createdAt>0", "createdAt<1000")).toEqual([]);
});

test("a filter reaches into nested lists with []", async () => {
  const parts = await makeChain(client);
  await made(client, `${flowService}/flows`, flow(parts));
  const path = `${flowService}/flows?property=sourceConnectionIds[]==`;
  expect(names(await client.call("GET", path + parts.source))).toHaveLength(1);
  expect(names(await client.call("GET", `${path}other`))).toEqual([]);
});

test("count returns only a number and cannot be combined with limit", async () => {
  const counted = await client.call("GET", `${flowService}/connectionSpecs?count=true`);
  expect(counted.body).toEqual({ count: expect.any(Number) as number });
  const both = await client.call("GET", `${connections}?count=true&limit=10`);
  expect([both.status, codeOf(both)]).toEqual([400, "1401-400"]);
  // Adobe's Python library sends count=False together with a limit.
  expect((await client.call("GET", `${connections}?limit=100&count=False`)).status).toBe(200);
});

test.each([
  ["limit=0", "1394-400"],
  ["limit=101", "1394-400"],
  ["property=name~x", "1440-400"],
  ["property=name!>x", "1450-400"],
  ["property=createdAt>1,2", "1443-400"],
  ["orderby=*", "1433-400"],
  ["continuationToken=nonsense", "1451-400"],
])("the query %s is refused", async (query, code) => {
  const response = await client.call("GET", `${connections}?${query}`);
  expect([response.status, codeOf(response)]).toEqual([400, code]);
});

test("a POST search accepts the same parameters in its body", async () => {
  const response = await client.call("POST", `${connections}/search`, {
    queryString: "property=name==connection 07",
  });
  expect(names(response)).toEqual(["connection 07"]);
});
