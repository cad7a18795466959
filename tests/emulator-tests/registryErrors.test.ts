import { RAW, setUp, TUTORIAL } from "./registryCaller";

const TIMESTAMP = expect.stringMatching(/^\d\d-\d\d-\d{4} \d\d:\d\d:\d\d$/);

/** The recorded form of an error of the Schema Registry. */
function recorded(code: string, title: string, message: unknown, subErrors: object[] = []) {
  return {
    type: `http://ns.adobe.com/aep/errors/${code}`,
    title,
    status: Number(code.split("-")[2]),
    report: {
      registryRequestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      timestamp: TIMESTAMP,
      "detailed-message": message,
      "sub-errors": subErrors,
    },
    detail: message,
  };
}

describe("Errors of the Schema Registry have the recorded form", () => {
  test("with the cause in sub-errors if a property of a descriptor is missing", () => {
    const { schemaOf, identity } = setUp();
    const schema = schemaOf("Members", ...TUTORIAL);
    const refused = identity(schema.body.$id, "/_id", { "xdm:property": undefined });
    const message = "An error occurred validating the schema.";
    const cause = {
      path: "$",
      type: "required",
      arguments: ["xdm:property"],
      message: "$.xdm:property: is missing but it is required",
    };
    expect(refused.status).toBe(400);
    expect(refused.body).toEqual(recorded("XDM-4000-400", "Validation error", message, [cause]));
  });

  test("with the cause in sub-errors if the value of a property is unknown", () => {
    const { schemaOf, identity } = setUp();
    const refused = identity(schemaOf("Members", ...TUTORIAL).body.$id, "/_id", { "xdm:property": "code" });
    expect(refused.body.report["sub-errors"]).toEqual([
      expect.objectContaining({ path: "$.xdm:property", type: "enum" }),
    ]);
  });

  test("with a code in type also if Adobe has published none", () => {
    const { schemaOf } = setUp();
    const refused = schemaOf("None", TUTORIAL[1]!);
    expect(refused.body).toEqual(recorded("XDM-1500-400", "BadRequestError", expect.any(String)));
  });

  test("with the Accept header in the message", () => {
    const { call } = setUp();
    const { body } = call("GET", "/tenant/schemas/none", { headers: { accept: "text/plain" } });
    const message = expect.stringContaining("The supplied Accept header is not valid: text/plain");
    expect(body).toEqual(recorded("XDM-1007-400", "Accept header invalid", message));
  });
});

describe("Switches for other forms", () => {
  test("an identity descriptor without xdm:property is accepted", () => {
    const { schemaOf, identity } = setUp({ registryIdentityProperty: "optional" });
    const schema = schemaOf("Members", ...TUTORIAL);
    expect(identity(schema.body.$id, "/_id", { "xdm:property": undefined }).status).toBe(201);
  });

  test("errors have the generic body of older guides, without a code", () => {
    const { call } = setUp({ registryErrorShape: "generic" });
    const { body } = call("GET", "/tenant/schemas/none", { headers: RAW });
    expect(body).toMatchObject({ type: "/placeholder/type/uri", status: 404, title: "NotFoundError" });
  });
});
