import type { XdmFacts } from "./notation";

/**
 * The three behaviors. Every class has one of them.
 * Facts (names, paths and types) taken from Adobe XDM, https://github.com/adobe/xdm, Copyright Adobe Systems
 * Incorporated, CC BY 4.0. Texts, limits and most enumerations are omitted. Names are written as the Schema Registry shows
 * them: without the prefix xdm:, and with namespaces as in _repo.createDate. See notation.ts for the notation.
 */
export const standardBehaviors: XdmFacts = {
  "data/record": {
    title: "Record Schema",
    fields: "_id",
  },
  "data/time-series": {
    title: "Time-series Schema",
    fields: "_id timestamp:datetime eventType",
  },
  "data/adhoc": {
    title: "Ad Hoc Schema",
    fields: "",
  },
};

/**
 * Standard classes.
 */
export const standardClasses: XdmFacts = {
  "context/profile": {
    title: "XDM Individual Profile",
    inherits: ["common/auditable", "data/record"],
    fields: "personID",
  },
  "context/experienceevent": {
    title: "XDM ExperienceEvent",
    inherits: ["context/identitymap", "data/time-series"],
    required: ["_id", "timestamp"],
    fields: "eventMergeId producedBy",
  },
  "context/account": {
    title: "XDM Business Account",
    inherits: ["data/record", "common/external-source-system-audit-details", "mixins/record-status"],
    fields: "accountID accountKey:>datatypes/b2b-source",
  },
  "context/opportunity": {
    title: "XDM Business Opportunity",
    inherits: ["data/record", "common/external-source-system-audit-details", "mixins/record-status"],
    fields: `
      opportunityID opportunityKey:>datatypes/b2b-source opportunityName opportunityDescription
      opportunityType opportunityStage accountID accountKey:>datatypes/b2b-source
    `,
  },
  "classes/campaign": {
    title: "XDM Business Campaign",
    inherits: ["common/external-source-system-audit-details", "data/record"],
    fields: `
      campaignID campaignKey:>datatypes/b2b-source campaignName campaignType campaignDescription
    `,
  },
  "classes/product": {
    title: "Product",
    inherits: ["data/record"],
    fields: `
      productID productName productDescription productRating:num productListPrice:>datatypes/currency
      productManufacturedDate:datetime productLastModifiedDate:datetime
    `,
  },
  "classes/location": {
    title: "Location",
    inherits: ["data/record"],
    fields: "locationID locationName",
  },
  "classes/summarymetrics": {
    title: "XDM Summary Metrics",
    inherits: ["data/time-series"],
    fields: "",
  },
};
