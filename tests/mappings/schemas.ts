import * as xdm from "../../sdk/xdm";
import { shapeOf, shapeOfFullView, type SchemaParts, type Shape } from "../../provider/xdm";
import type { IdentityDescriptor, SourceFields } from "../../provider/dataPrep";
import {
  mixin,
  crmColumns,
  eventColumns,
  spacedSource,
  spacedColumns,
  nested,
  nestedColumns,
  loyalty,
  campaign,
  campaignClass,
  vehicle,
} from "./resources";

/** The values that a field accepts; a list of texts for a field with `enum`. */
export type Holds = "text" | "number" | "boolean" | "date" | "texts" | "object" | readonly string[];

/** A schema with some of its fields, written without the tables of the provider. */
export interface Sample {
  readonly name: string;
  readonly shape: Shape;
  /** Its parts, to create it in a registry. */
  readonly parts: SchemaParts;
  readonly source: SourceFields;
  /** Names of source fields in the spelling of expressions. */
  readonly columns: readonly string[];
  readonly required: Readonly<Record<string, Holds>>;
  readonly optional: Readonly<Record<string, Holds>>;
  /** Objects and lists of objects, which accept no single value. */
  readonly structures: readonly string[];
  readonly tenant?: string;
  readonly identities?: readonly IdentityDescriptor[];
}

function fromParts(parts: SchemaParts): Pick<Sample, "parts" | "shape"> {
  return { parts, shape: shapeOf(parts) };
}

export const samples: readonly Sample[] = [
  {
    name: "contacts of Adobe's tutorials",
    ...fromParts({
      class: xdm.profile,
      fieldGroups: [xdm.profilePersonDetails, xdm.profilePersonalDetails],
    }),
    source: crmColumns,
    columns: crmColumns,
    required: {},
    optional: {
      _id: "text",
      "person.name.firstName": "text",
      "person.name.lastName": "text",
      "person.birthDate": "date",
      "person.gender": ["male", "female"],
      "mobilePhone.number": "text",
      "personalEmail.address": "text",
      "homeAddress.city": "text",
      "homeAddress.postalCode": "text",
    },
    structures: ["person", "person.name", "homeAddress", "personalEmail"],
    identities: [{ sourceProperty: "/personalEmail/address", isPrimary: true }],
  },
  {
    name: "loyal customers with a custom field group",
    ...fromParts({
      class: xdm.profile,
      fieldGroups: [xdm.profilePersonDetails, xdm.identityMap, "loyalty"],
      resources: { loyalty },
    }),
    source: crmColumns,
    columns: crmColumns,
    required: { "_acme.loyalty.id": "text" },
    optional: {
      "_acme.loyalty.points": "number",
      "_acme.loyalty.tier": ["bronze", "silver", "gold"],
      "_acme.loyalty.since": "date",
      "_acme.labels": "texts",
      "_acme.visits[*].shop": "text",
      "person.name.fullName": "text",
      "identityMap.Email[0].id": "text",
      "identityMap.Email[0].primary": "boolean",
      "identityMap.Phone[0].id": "text",
    },
    structures: ["_acme.loyalty", "_acme.visits", "person", "identityMap"],
    tenant: "acme",
  },
  {
    name: "consents",
    ...fromParts({
      class: xdm.profile,
      fieldGroups: [xdm.profileConsents, xdm.profilePreferencesDetails],
    }),
    source: spacedSource,
    columns: spacedColumns,
    required: {},
    optional: {
      "consents.collect.val": ["y", "n"],
      "consents.share.val": ["y", "n"],
      "consents.marketing.email.val": ["y", "n"],
      "consents.metadata.time": "date",
      preferredLanguage: "text",
      timeZone: "text",
      personID: "text",
    },
    structures: ["consents", "consents.marketing", "consents.metadata"],
  },
  {
    name: "orders",
    ...fromParts({ class: xdm.experienceEvent, fieldGroups: [xdm.experienceEventCommerce] }),
    source: eventColumns,
    columns: eventColumns,
    required: { _id: "text", timestamp: "date" },
    optional: {
      eventType: "text",
      producedBy: "text",
      "commerce.order.purchaseID": "text",
      "commerce.order.priceTotal": "number",
      "commerce.purchases.value": "number",
      "productListItems[*].SKU": "text",
      "identityMap.ECID[0].id": "text",
    },
    structures: ["commerce", "commerce.order", "productListItems"],
  },
  {
    name: "page views",
    ...fromParts({
      allOf: [
        { $ref: xdm.experienceEvent },
        { $ref: xdm.experienceEventWeb },
        { $ref: xdm.experienceEventEnvironmentDetails },
        { $ref: "loyalty" },
      ],
      resources: { loyalty: { ...loyalty, required: [] } },
    }),
    source: eventColumns,
    columns: eventColumns,
    required: { _id: "text", timestamp: "date" },
    optional: {
      "web.webPageDetails.URL": "text",
      "web.webPageDetails.name": "text",
      "web.webPageDetails.isHomePage": "boolean",
      "web.webInteraction.type": ["download", "exit", "other"],
      "environment.browserDetails.userAgent": "text",
      "environment.browserDetails.viewportWidth": "number",
      "placeContext.geo.city": "text",
      "placeContext.geo._schema.latitude": "number",
      "_acme.labels": "texts",
    },
    structures: ["web", "web.webPageDetails", "environment.browserDetails", "_acme.visits"],
    tenant: "_acme",
  },
  {
    name: "business accounts",
    ...fromParts({
      class: xdm.account,
      fieldGroups: [mixin("mixins/account-details")],
    }),
    source: nested,
    columns: nestedColumns,
    required: {},
    optional: {
      accountID: "text",
      "accountKey.sourceKey": "text",
      "accountKey.sourceType": "text",
      "extSourceSystemAudit.createdDate": "date",
      "extSourceSystemAudit.createdBy": "text",
      isDeleted: "boolean",
    },
    structures: ["accountKey", "extSourceSystemAudit"],
  },
  {
    name: "products",
    ...fromParts({
      class: xdm.product,
      fieldGroups: [mixin("mixins/product-measurement"), mixin("mixins/product-identifiers")],
    }),
    source: spacedSource,
    columns: spacedColumns,
    required: {},
    optional: {
      _id: "text",
      productID: "text",
      productName: "text",
      productSKU: "text",
      productRating: "number",
      productManufacturedDate: "date",
      "productListPrice.amount": "number",
      productSearchKeywords: "texts",
    },
    structures: ["productListPrice"],
  },
  {
    name: "vehicles of a custom class",
    ...fromParts({ class: "vehicle", resources: { vehicle } }),
    source: nested,
    columns: nestedColumns,
    required: { "_acme.vin": "text" },
    optional: {
      _id: "text",
      "_acme.doors": "number",
      "_acme.electric": "boolean",
      "_acme.built": "date",
      "_acme.owner.lastName": "text",
      "_acme.extras": "texts",
      "_acme.extras[0]": "text",
    },
    structures: ["_acme", "_acme.owner"],
    tenant: "acme",
    identities: [{ sourceProperty: "/_acme/vin", isPrimary: true }, { sourceProperty: "/_id" }],
  },
  {
    name: "survey responses, from the full view of the registry",
    parts: { class: "campaign", resources: { campaign: campaignClass } },
    shape: shapeOfFullView(campaign),
    source: eventColumns,
    columns: eventColumns,
    required: { _id: "text", timestamp: "date", "_acme.campaign": "text" },
    optional: {
      "_acme.channel": ["mail", "web", "shop"],
      "_acme.opened": "boolean",
      "_acme.scores.first": "number",
      "_acme.responses[0].question": "text",
      "_acme.responses[0].response": "text",
      "_acme.responses[*].response": "text",
    },
    structures: ["_acme", "_acme.responses"],
  },
  {
    name: "log-ins",
    ...fromParts({
      class: xdm.experienceEvent,
      fieldGroups: [
        xdm.experienceEventEndUserIds,
        xdm.experienceEventChannel,
        xdm.experienceEventMarketing,
        mixin("mixins/experienceevent-user-login-details"),
      ],
    }),
    source: spacedSource,
    columns: spacedColumns,
    required: { _id: "text", timestamp: "date" },
    optional: {
      "endUserIDs._experience.aaid.id": "text",
      "endUserIDs._experience.mcid.primary": "boolean",
      "marketing.trackingCode": "text",
      "marketing.campaignName": "text",
      eventMergeId: "text",
    },
    structures: ["endUserIDs", "endUserIDs._experience", "marketing"],
  },
];
