/** The mappings that Data Prep refuses. */

import { setUp } from "./dataPrepCaller";

test.each<[string, string, string, string]>([
  ["concat(a", "_id", "mappingExpressions", "A ) is missing."],
  ["a)", "_id", "mappingExpressions", "There is a ) too many."],
  ['concat("a, b)', "_id", "mappingExpressions", 'The text that begins with " has no end.'],
  ["nope(a)", "_id", "mappingExpressions", "There is no function nope."],
  [
    '"constant"',
    "person.name",
    "mappingDestinations",
    "person.name is an object, and the source a constant.",
  ],
])("refuses %s as the source of %s, unless a switch allows it", (source, destination, name, problem) => {
  const { newerBody, create } = setUp();
  expect(create(newerBody([source, destination, "EXPRESSION"])).body.detail).toContain(problem);
  const free = setUp({ [name]: "free" });
  expect(free.create(free.newerBody([source, destination, "EXPRESSION"])).status).toBe(200);
});

test.each([
  'iif("s".equalsIgnoreCase("S"), "(", \'it\\\'s "\')',
  "concat(${First (name)}, address.street) /* ( */",
  'str_to_object("a - b", "-").get(\'a\')',
  "not (a and (b or c))",
  'get_keys({"book1": [1, 2]})',
])("accepts the expression %s", (source) => {
  const { newerBody, create } = setUp();
  expect(create(newerBody([source, "_id", "EXPRESSION"])).status).toBe(200);
});

test("refuses two mappings to one field and a set without mappings, unless switches allow them", () => {
  const { newerBody, create } = setUp();
  const twice: [string, string][] = [
    ["a", "_id"],
    ["b", "_id"],
  ];
  expect(create(newerBody(...twice)).body.detail).toContain("_id has more than one mapping");
  expect(create(newerBody()).body.detail).toContain("at least one mapping");
  const free = setUp({ repeatedDestinations: "accept", emptyMappingSet: "accept" });
  expect(free.create(free.newerBody(...twice)).status).toBe(200);
  expect(free.create(free.newerBody()).status).toBe(200);
});
