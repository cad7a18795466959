import { InvalidInput } from "../../provider/api/errors";
import { parseErrorBody } from "../../provider/api/errorBody";
import { apiError, type Failure } from "../../provider/api/failure";

function failure(part: Partial<Failure>): Failure {
  return { method: "PATCH", sandbox: "dev", status: 400, body: {}, headers: {}, class: "rejected", ...part };
}

describe("the error body", () => {
  it.each<[string, unknown, Record<string, string>, ReturnType<typeof parseErrorBody>]>([
    [
      "Catalog and Schema Registry (RFC 7807)",
      {
        type: "http://ns.adobe.com/aep/errors/XDM-1521-400",
        title: "Not unique",
        status: 400,
        report: { registryRequestId: "r-1", "detailed-message": "Titles are unique" },
      },
      {},
      { message: "Not unique: Titles are unique", code: "XDM-1521-400", requestId: "r-1" },
    ],
    [
      "Flow Service with a code",
      { errorCode: "1414-400", errorMessage: "No" },
      { "x-request-id": "h-1" },
      { message: "No", code: "1414-400", requestId: "h-1" },
    ],
    [
      "Flow Service without a code",
      { errorMessage: "No", errorDetails: "Because" },
      {},
      { message: "No: Because", code: "", requestId: "" },
    ],
    [
      "the gateway",
      { error_code: "403025", message: "Profile is not valid" },
      {},
      { message: "Profile is not valid", code: "403025", requestId: "" },
    ],
    [
      "IMS",
      { error: "invalid_client", error_description: "invalid client_secret" },
      {},
      { message: "invalid client_secret", code: "", requestId: "" },
    ],
    [
      "a proxy, in HTML",
      "<html><body><h1>502</h1>\n<p>Bad   gateway</p></body></html>",
      {},
      { message: "502 Bad gateway", code: "", requestId: "" },
    ],
    ["no service, without a body", undefined, {}, { message: "AEP gave no reason", code: "", requestId: "" }],
    ["an empty object", {}, {}, { message: "AEP gave no reason", code: "", requestId: "" }],
  ])("of %s is parsed", (_who, body, headers, expected) => {
    expect(parseErrorBody(body, headers)).toEqual(expected);
  });

  it("is not cut, because it is cut only after the redaction", () => {
    expect(parseErrorBody(`<p>${"x".repeat(5000)}</p>`, {}).message).toBe("x".repeat(5000));
  });
});

it.each<[string, Partial<Failure>, string]>([
  ["412", { status: 412 }, "Stale"],
  ["404", { status: 404 }, "NotFound"],
  ["1439-400", { body: { errorCode: "1439-400", errorMessage: "gone" } }, "NotFound"],
  ["405", { status: 405 }, "Unsupported"],
  ["501", { status: 501 }, "Unsupported"],
  ["1417-400", { body: { errorCode: "1417-400", errorMessage: "initializing" } }, "Busy"],
  ["1420-400", { body: { errorCode: "1420-400", errorMessage: "updating" } }, "Busy"],
  ["1418-400", { body: { errorCode: "1418-400", errorMessage: "being used" } }, "InUse"],
  ["1447-400", { body: { errorCode: "1447-400", errorMessage: "active flows" } }, "InUse"],
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

it.each(["2100-404", "2101-404", "2103-404", "2106-404"])(
  "%s means a missing sandbox, never a missing object",
  (code) => {
    const error = apiError(
      failure({ status: 404, method: "GET", body: { errorCode: code, errorMessage: "no such" } }),
    );
    expect(error).toBeInstanceOf(InvalidInput);
    expect(error.message).toContain('Sandbox "dev" does not exist');
    expect(error.message).toContain("pulumi config set aep:sandbox");
  },
);

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
  const notFound = (method: string) => apiError(failure({ status: 404, method, body: { title: "no such" } }));

  it("after a create is about an object in its args", () => {
    expect(notFound("POST")).toMatchObject({
      name: "NotFound",
      remedy: 'Check the ids in the args: one of them does not exist in sandbox "dev".',
    });
  });

  it.each(["GET", "PUT", "PATCH", "DELETE"])("after %s is about the object itself", (method) => {
    expect(notFound(method)).toMatchObject({
      name: "NotFound",
      remedy: "Run `pulumi up --refresh` if it was deleted outside of this program.",
    });
  });
});
