import { parseErrorBody } from "../../provider/api/errorBody";

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
      "Flow Service",
      {
        type: "https://ns.adobe.com/aep/errors/FLOW-1418-400",
        title: "Connection in use",
        status: 400,
        report: {
          "detailed-message": "The connection is being used.",
          "request-id": "q-1",
          type: "connections",
        },
        errorMessage: "The connection is being used.",
        errorDetails: "The connection is being used.",
      },
      { "x-request-id": "h-1" },
      {
        message: "Connection in use: The connection is being used.",
        code: "FLOW-1418-400",
        requestId: "q-1",
      },
    ],
    [
      "Schema Registry with nested causes",
      {
        type: "http://ns.adobe.com/aep/errors/XDM-4000-400",
        title: "Validation error",
        detail: "The descriptor is not valid.",
        report: {
          registryRequestId: "r-2",
          "detailed-message": "The descriptor is not valid.",
          "sub-errors": [
            { path: "$", message: "$.xdm:property: is missing" },
            { path: "$.title", message: "is too short", "sub-errors": [{ message: "1 of 3 characters" }] },
          ],
        },
      },
      {},
      {
        message:
          "The descriptor is not valid: $.xdm:property: is missing: $.title: is too short: 1 of 3 characters",
        code: "XDM-4000-400",
        requestId: "r-2",
      },
    ],
    [
      "Schema Registry with additional details",
      {
        title: "Descriptor validation error",
        report: { additionalDetails: [{ errorReason: "Descriptor with id <d1> already exists" }] },
      },
      {},
      {
        message: "Descriptor validation error: Descriptor with id <d1> already exists",
        code: "",
        requestId: "",
      },
    ],
    [
      "Schema Registry with details, and with lists of other things",
      { title: "Bad", report: { details: [{ message: "Worse" }, null, "x", {}], "sub-errors": {} } },
      {},
      { message: "Bad: Worse", code: "", requestId: "" },
    ],
    [
      "the sandbox API",
      { status: 403, title: "No READ permission", type: "http://ns.adobe.com/aep/errors/SMS-2010-403" },
      {},
      { message: "No READ permission", code: "SMS-2010-403", requestId: "" },
    ],
    [
      "Flow Service in the form of its error catalogue",
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
