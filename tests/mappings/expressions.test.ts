import fc from "fast-check";
import { checkMappings, mappingFunctions, reservedWords, type Problem } from "../../provider/dataPrep";

const anything = { open: true } as const;

function problemsOf(source: string, columns?: readonly string[]): Problem[] {
  return checkMappings([{ sourceType: "EXPRESSION", source, destination: "x" }], anything, {
    source: columns,
  });
}

function messageOf(source: string, columns?: readonly string[]): string {
  const problems = problemsOf(source, columns);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatchObject({ index: 0, field: "source" });
  return problems[0]!.message;
}

describe("accepted expressions", () => {
  // Most of them are samples of Adobe's page "Data Prep mapping functions".
  test.each([
    'concat("Hi, ", "there", "!")',
    'explode("Hi, there!", " ")',
    'join(" ", to_array(true, "Hello", "world"))',
    '"string1".equals("STRING1")',
    'iif("s".equalsIgnoreCase("S"), "True", "False")',
    'extract_regex("E259,E259B_009,1_1", "([^,]+),[^,]*,([^,]+)")',
    "dformat(1571829875000, \"yyyy-MM-dd'T'HH:mm:ss.SSSX\")",
    'make_date_time(2019, 10, 17, 11, 55, 12, 999, "America/Los_Angeles")',
    "arrays_to_objects('sku', explode(\"id1|id2\", '\\\\|'), 'price', [22.5,14.35])",
    'str_to_object("firstName - John ; phone - 123", "-", ";").get("firstName")',
    'get_keys({"book1": "Pride and Prejudice", "book2": "1984"})',
    'json_to_object({"info":{"firstName":"John","lastName": "Doe"}})',
    'coalesce(null, null, null, "first", null, "second")',
    "add_to_array(['a', 'b'], 'c', 'd')",
    "upsert_array_replace([123, 456], 1)",
    "filterArray([5, -6, 0, 7], x -> x > 0)",
    "lower(map_get_values(mapObject, 'keyName'))",
    'iif(date.equals("3/21/24"), iif(marketing_type.equals("push"), nullify(), marketing_type), "not-March")',
    "iif(total_consents >= 5500, a, b)",
    "concat(${First Name}, ${First\\.Name}, address.street\\.name, ${new})",
    "first(customerInfo.emails[*].name) + customerInfo.emails[0].email",
    "not a and !b or c eq 'x' ? a : b ?: c ?? d",
    "(x, y) -> x + y",
    "empty(a) || size(a) == 0",
    "a =~ 'x.*' && b !~ ['y', 'z'] && c =^ 'd'",
    "Straße + ñandú_1 + $price",
    "a // a comment\n + /* another */ b",
    "var x = 5; return x + 1",
    "if (a == null) { 'none' } else { a }",
    "{:}",
    "[]",
    "  now( )  ",
  ])("%s", (source) => {
    expect(problemsOf(source)).toEqual([]);
  });

  test("an expression of 4096 characters", () => {
    expect(problemsOf(`"${"x".repeat(4094)}"`)).toEqual([]);
  });

  test("an expression with 2000 nested parentheses", () => {
    expect(problemsOf(`${"(".repeat(2000)}a${")".repeat(2000)}`)).toEqual([]);
  });
});

describe("refused expressions, with position and reason", () => {
  test.each([
    ["concat(a, b", "is an expression that opens ( at position 7 and does not close it; add )"],
    ["concat(a, b))", "is an expression that has ) at position 13 without an opening bracket"],
    ["concat([a, b)", "is an expression that opens [ at position 8 and closes it with ); close it with ]"],
    ['concat("a, b)', 'is an expression that opens a quote " at position 8 and does not close it'],
    ["upper(${First Name)", "is an expression that opens ${ at position 7 and does not close it with }"],
    ["upper(${})", "is an expression that has ${} without a field name"],
    ["concat(a,, b)", "is an expression that has , at position 10 instead of a field, a value or a function"],
    ["a +", "is an expression that ends where a field, a value or a function must follow"],
    ["", undefined],
    [
      "upper(First Name)",
      "is an expression that has Name at position 13 without an operator or comma before it; write a field name with a space as ${First Name}",
    ],
    ['upper(a "b")', 'is an expression that has "b" at position 9 without an operator or comma before it'],
    [
      "upper(1st)",
      "is an expression that has a name that begins with a digit at position 7; write a field as ${name}, and text in quotes",
    ],
    ["upper(“a”)", "is an expression that has the typographic quote “ at position 7; write \" or '"],
    ["a # b", "is an expression that has # at position 3, which is not allowed there"],
    ["(a, b)", "is an expression that has 2 values in parentheses where only one is possible"],
    [
      "concat(new, a)",
      "is an expression that has the reserved word new instead of a field; write a field with this name as ${new}",
    ],
    ["cncat(a)", "calls cncat, which is not a function of Data Prep; did you mean concat?"],
    ["Upper(a)", "calls Upper, which is not a function of Data Prep; did you mean upper?"],
    [
      "zzzzzzzzzzzzzzzzz(a)",
      'calls zzzzzzzzzzzzzzzzz, which is not a function of Data Prep; Adobe\'s page "Data Prep mapping functions" lists all functions',
    ],
    [
      "a.equalsignorecase(b)",
      "calls the method equalsignorecase, which Data Prep does not have; did you mean equalsIgnoreCase?",
    ],
    ["substr(a, 1)", "calls substr with 2 arguments; it takes 3"],
    ["now(a)", "calls now with 1 argument; it takes none"],
    ["date()", "calls date with no arguments; it takes 1 to 3"],
    ["join(a)", "calls join with 1 argument; it takes at least 2"],
  ])("%s", (source, message) => {
    if (message === undefined) expect(problemsOf(source)).toEqual([]);
    else expect(messageOf(source)).toBe(message);
  });

  test("an expression of 4097 characters", () => {
    expect(messageOf(`"${"x".repeat(4095)}"`)).toBe("has 4097 characters; an expression has at most 4096");
  });

  test("each reserved word, except the three that are values", () => {
    const values = ["true", "false", "null"];
    for (const word of reservedWords) {
      const kinds = problemsOf(`concat(${word}, a)`).map(({ kind }) => kind);
      expect([word, kinds]).toEqual([word, values.includes(word) ? [] : ["reservedWord"]]);
      expect(problemsOf(`concat(\${${word}}, a)`)).toEqual([]);
    }
  });
});

describe("source fields of expressions", () => {
  const columns = ["First Name", "Full.Name", "address", "type"];

  test.each([
    "${First Name} + ${Full.Name} + ${Full\\.Name} + Full\\.Name",
    "address.street\\.name + address.lines[0] + address[*].x",
    "transformArray(address, x -> x + 1)",
    "object_to_map(address, line1)",
    'contains_key("not.checked")',
    "'text, not a field'",
  ])("known: %s", (source) => {
    expect(problemsOf(source, columns)).toEqual([]);
  });

  test("an unknown field is reported with the nearest one, in the spelling of expressions", () => {
    expect(messageOf("upper(FirstName)", columns)).toBe(
      "names FirstName, which the source does not have: the source has First Name, Full.Name, address, type; " +
        "did you mean ${First Name}?",
    );
  });

  test("an unknown field that differs only in case", () => {
    expect(messageOf("upper(Address)", columns)).toContain("did you mean address?");
  });

  test("an unknown field that occurs twice is reported once", () => {
    expect(problemsOf("concat(zz, zz)", columns)).toHaveLength(1);
  });
});

describe("generated expressions", () => {
  const name = fc.constantFrom("a", "b_1", "customer.name", "list[0].x", "list[*]", "${First Name}", "x\\.y");
  const text = fc.string({ unit: fc.constantFrom("a", " ", "(", ")", ",", "'", "{", "[", "ü") });
  const valid = fc.letrec<{ operand: string; call: string; whole: string }>((tie) => ({
    operand: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      name,
      fc.nat().map(String),
      text.map((value) => `"${value}"`),
      tie("call"),
      tie("whole").map((inner) => `(${inner})`),
      fc.array(tie("whole"), { maxLength: 3 }).map((items) => `[${items.join(",")}]`),
    ),
    call: fc
      .constantFrom(...mappingFunctions)
      .chain(([called, { least, most }]) =>
        fc
          .array(tie("whole"), { minLength: least, maxLength: Math.min(most ?? least + 2, least + 2) })
          .map((values) => `${called}(${values.join(", ")})`),
      ),
    whole: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      tie("operand"),
      fc
        .tuple(
          tie("operand"),
          fc.constantFrom("+", "-", " and ", " eq ", "==", "&&", " ? 1 : "),
          tie("operand"),
        )
        .map((parts) => parts.join("")),
      tie("operand").map((value) => `!${value}`),
    ),
  })).whole;

  test("of functions, operators and literals are accepted", () => {
    fc.assert(
      fc.property(valid, (source) => {
        fc.pre(source.length <= 4096);
        expect(problemsOf(source)).toEqual([]);
      }),
    );
  });

  test("with a surplus bracket or quote at the end are refused", () => {
    fc.assert(
      fc.property(valid, fc.constantFrom("(", ")", "]", "}", "[", '"', "${"), (source, extra) => {
        fc.pre(source.length < 4000);
        expect(problemsOf(source + extra).map(({ kind }) => kind)).toEqual(["syntax"]);
      }),
    );
  });

  test("of any characters cause no exception, as source or as destination", () => {
    const character = fc.oneof(
      fc.string({ unit: "binary", maxLength: 1 }),
      fc.constantFrom(..."()[]{}.,'\"$\\*+ anot"),
    );
    const written = fc.array(character, { maxLength: 60 }).map((characters) => characters.join(""));
    fc.assert(
      fc.property(
        written,
        written,
        fc.constantFrom("EXPRESSION", "ATTRIBUTE", "STATIC"),
        (source, destination, sourceType) => {
          const shape = { type: "object", properties: { a: { type: "string" } } } as const;
          for (const problem of checkMappings([{ source, destination, sourceType }], shape, {
            source: ["a"],
          })) {
            expect(problem.message).not.toMatch(/undefined|NaN|\[object/);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });
});
