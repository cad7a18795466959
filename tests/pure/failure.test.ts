import { InvalidInput } from "../../provider/api/errors";
import { apiError, type Failure } from "../../provider/api/failure";

function failure(part: Partial<Failure>): Failure {
  return { method: "PATCH", sandbox: "dev", status: 400, body: {}, headers: {}, class: "rejected", ...part };
}

it.each<[string, Partial<Failure>, string]>([
  ["412", { status: 412 }, "Stale"],
  ["404", { status: 404 }, "NotFound"],
  ["405", { status: 405 }, "Unsupported"],
  ["501", { status: 501 }, "Unsupported"],
  ["a text on DELETE", { method: "DELETE", body: { title: "The schema is in use by a dataset" } }, "InUse"],
  [
    "the same text on PUT",
    { method: "PUT", body: { title: "The schema is in use by a dataset" } },
    "Rejected",
  ],
  ["400", {}, "Rejected"],
  ["403", { status: 403 }, "Rejected"],
  ["an ambiguous write", { status: 500, class: "ambiguous" }, "Ambiguous"],
  ["an ambiguous read", { status: 500, class: "ambiguous", method: "GET" }, "Unavailable"],
  ["429", { status: 429, class: "notApplied" }, "Unavailable"],
])("%s means %s", (_what, part, name) => {
  expect(apiError(failure(part)).name).toBe(name);
});

/** A code of Flow Service in both forms: as AEP sends it, and as its error catalogue has it. */
const bothForms: [string, (code: string, text: string) => Record<string, unknown>][] = [
  [
    "FLOW-",
    (code, text) => ({
      type: `https://ns.adobe.com/aep/errors/FLOW-${code}`,
      title: text,
      status: Number(code.slice(-3)),
      report: { "detailed-message": text, "request-id": "q-7" },
      errorMessage: text,
      errorDetails: text,
    }),
  ],
  ["", (errorCode, errorMessage) => ({ errorCode, errorMessage })],
];

const flowCodes: [code: string, name: string, remedy: RegExp][] = [
  ...["1409", "1416", "1417", "1420", "1421", "1422", "1456", "1457", "1458"].map(
    (number): [string, string, RegExp] => [`${number}-400`, "Busy", /^Wait until AEP has finished/],
  ),
  ["1418-400", "InUse", /^Delete the objects that use it first/],
  ["1447-400", "InUse", /^Delete the objects that use it first/],
  ["1439-400", "NotFound", /--refresh/],
  ["1439-404", "NotFound", /--refresh/],
  ["1101-404", "NotFound", /--refresh/],
  ["1300-400", "Rejected", /new logical name/],
  ["1445-400", "Rejected", /new logical name/],
  ["1304-400", "Rejected", /^Correct the program/],
  ["2120-403", "Rejected", /administrator/],
];

describe.each(bothForms)("with %scodes of Flow Service", (prefix, body) => {
  it.each(flowCodes)("%s means %s", (code, name, remedy) => {
    const status = Number(code.slice(-3));
    const error = apiError(failure({ status, body: body(code, "no such thing") }));
    expect(error).toMatchObject({ name, remedy: expect.stringMatching(remedy) as unknown });
    expect(error.message).toContain(`no such thing [${prefix}${code}]`);
  });

  it.each(["2100-404", "2101-404", "2103-404", "2106-404"])(
    "%s means a missing sandbox, never a missing object",
    (code) => {
      const error = apiError(failure({ status: 404, method: "GET", body: body(code, "no such") }));
      expect(error).toBeInstanceOf(InvalidInput);
      expect(error.message).toContain('Sandbox "dev" does not exist');
      expect(error.message).toContain("pulumi config set aep:sandbox");
    },
  );
});

it("does not take a code of another service for one of Flow Service", () => {
  const body = { type: "http://ns.adobe.com/aep/errors/XDM-1420-400", title: "x" };
  expect(apiError(failure({ body })).name).toBe("Rejected");
});

it.each([
  ["XDM-1811-400", { type: "http://ns.adobe.com/aep/errors/XDM-1811-400", title: "Descriptor error" }],
  [
    "a nested cause",
    {
      title: "Descriptor validation error",
      status: 400,
      report: { additionalDetails: [{ errorReason: "Descriptor with id <d1> already exists" }] },
    },
  ],
])("an existing descriptor is recognised by %s", (_what, body) => {
  expect(apiError(failure({ method: "POST", body }))).toMatchObject({
    name: "AlreadyExists",
    remedy: "Import the existing descriptor with the option `import`, or delete it in AEP.",
  });
});

it("contains the status, the request id and the code once each, and the remedy", () => {
  const body = { errorCode: "1414-400", errorMessage: "The spec cannot be updated.", requestId: "q-9" };
  expect(apiError(failure({ body })).message).toBe(
    "The spec cannot be updated. [1414-400] (HTTP 400, request q-9). Correct the program and run the command again.",
  );
});

it.each([
  [{ status: 403, body: { error_code: "403025", message: "x" } }, /aep:clientId/],
  [{ status: 403, body: { title: "Forbidden" } }, /administrator/],
  [{ body: { errorCode: "1300-400", errorMessage: "x" } }, /Give the resource a new logical name, so that/],
  [{ body: { errorCode: "1445-400", errorMessage: "x" } }, /new logical name/],
  [{ body: { type: "http://ns.adobe.com/aep/errors/XDM-1521-400", title: "x" } }, /Choose another title/],
  [
    { body: { type: "http://ns.adobe.com/aep/errors/XDM-1528-400", title: "x" } },
    /SchemaDescriptor.*ProfileEnablement/,
  ],
])("a refusal %j has its remedy", (part, remedy) => {
  expect(apiError(failure(part)).message).toMatch(remedy);
});

describe("a 404", () => {
  const notFound = (method: string, type = "") =>
    apiError(failure({ status: 404, method, body: { title: "no such", type } }));
  const registry = "http://ns.adobe.com/aep/errors/XDM-1010-404";

  it.each([
    ["POST", ""],
    ["PUT", ""],
    ["POST", registry],
    ["PUT", registry],
    ["PATCH", registry],
  ])("after %s %s is about an object in its args", (method, type) => {
    expect(notFound(method, type)).toMatchObject({
      name: "NotFound",
      remedy:
        'Check the ids in the args: one of them does not exist in sandbox "dev", or is not visible yet. If it is new, run the command again.',
    });
  });

  it.each([
    ["GET", ""],
    ["PATCH", ""],
    ["DELETE", ""],
    ["GET", registry],
    ["DELETE", registry],
  ])("after %s %s is about the object itself", (method, type) => {
    expect(notFound(method, type)).toMatchObject({
      name: "NotFound",
      remedy: "Run `pulumi up --refresh` if it was deleted outside of this program.",
    });
  });
});
