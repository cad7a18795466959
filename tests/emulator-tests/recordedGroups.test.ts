/** Field groups as the user interface makes them. */

import { PROFILE, RAW, setUp } from "./registryCaller";

const NOISE = { isRequired: false, required: [], description: "" };

function madeInTheInterface(...standard: string[]) {
  const loyaltyId = { title: "Loyalty ID", type: "string", ...NOISE };
  const loyalty = { title: "Loyalty", type: "object", ...NOISE, properties: { loyaltyId } };
  const _acme = { type: "object", properties: { loyalty } };
  return {
    title: "Loyalty details",
    type: "object",
    "meta:intendedToExtend": [PROFILE],
    definitions: { customFields: { type: "object", properties: { _acme } } },
    allOf: [...standard, "#/definitions/customFields"].map(($ref) => ({ $ref })),
  };
}

test("The registry keeps what the interface adds to fields", () => {
  const { call, id } = setUp();
  const made = call("POST", "/tenant/fieldgroups", { body: madeInTheInterface() });
  const { body } = call("GET", `/tenant/fieldgroups/${id(made)}`, { headers: RAW });
  const fields = body.definitions.customFields.properties._acme.properties;
  expect(fields.loyalty).toMatchObject({ ...NOISE, "meta:xdmType": "object" });
  expect(fields.loyalty.properties.loyaltyId).toMatchObject({ ...NOISE, "meta:xdmType": "string" });
});

test("A standard field group that was customised refers to the standard one and to its own fields", () => {
  const { call, id } = setUp();
  const standard = `${PROFILE}-person-details`;
  const made = call("POST", "/tenant/fieldgroups", { body: madeInTheInterface(standard) });
  const { body } = call("GET", `/tenant/fieldgroups/${id(made)}`, { headers: RAW });
  expect(body.allOf).toEqual([
    { $ref: standard, type: "object", "meta:xdmType": "object" },
    { $ref: "#/definitions/customFields", type: "object", "meta:xdmType": "object" },
  ]);
  expect(body["meta:extends"]).toContain(standard);
});
