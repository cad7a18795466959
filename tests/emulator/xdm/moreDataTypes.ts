import type { XdmFacts } from "./notation";

/**
 * Standard data types, the second half by name.
 * Facts (names, paths and types) taken from Adobe XDM, https://github.com/adobe/xdm, Copyright Adobe Systems
 * Incorporated, CC BY 4.0. Texts, limits and enumerations are omitted. Names are written as the Schema Registry shows
 * them: without the prefix xdm:, and with namespaces as in _repo.createDate. See notation.ts for the notation.
 */
export const dataTypesFromContextP: XdmFacts = {
  "context/person": {
    title: "Person",
    fields: `
      name:>context/person-name birthDate:date birthDayAndMonth birthYear:int gender:=male|female|not_specified|non_specific maritalStatus
      nationality type taxId
    `,
  },
  "context/person-name": {
    title: "Person name",
    fields: "firstName lastName middleName courtesyTitle suffix fullName",
  },
  "context/phonenumber": {
    title: "Phone number",
    fields: "primary:bool countryCode number extension status statusReason validity",
  },
  "context/placecontext": {
    title: "Place context",
    fields: `
      localTime:datetime IPLocalTime:datetime ianaTimezone localTimezoneOffset:int IPLocalTimezoneOffset:int
      geo:>common/geo POIinteraction.POIDetail:>context/poi-detail
      POIinteraction.poiDetail:>context/poi-detail POIinteraction.poiEntries:>data/measure
      POIinteraction.poiExits:>data/measure activePOIs[]:>context/poi-detail
    `,
  },
  "context/poi-detail": {
    title: "Point of interest details",
    fields: `
      POIID poiID name category type distanceToPOICenter:num locatingType
      beaconInteractionDetails.proximityUUID beaconInteractionDetails.beaconMajor:num
      beaconInteractionDetails.beaconMinor:num beaconInteractionDetails.proximity
      geoInteractionDetails.distanceToCenter:num geoInteractionDetails.deviceGeoAccuracy:num
      geoInteractionDetails.geoShape:obj metadata:>datatypes/keyedlist
    `,
  },
  "context/profileStitchIdentity": {
    title: "Profile stitch identity",
    fields: "_id namespace:>context/namespace xid",
  },
  "context/search": {
    title: "Search",
    fields: "searchEngine searchEngineID keywords isPaid:bool pageDepth:int slot position:int",
  },
  "context/segmentidentity": {
    title: "Segment identity",
    fields: "_id namespace:>context/namespace xid",
  },
  "context/segmentmembership": {
    title: "Segment membership",
    fields: `
      segmentID:>context/segmentidentity version lastQualificationTime:datetime
      payload.payloadBooleanValue:bool payload.payloadNumberValue:num payload.payloadPropensityValue:num
      payload.payloadStringValue payload.payloadType validUntil:datetime status
      profileStitchID:>context/profileStitchIdentity timerSpec
    `,
  },
  "context/webinfo": {
    title: "Web information",
    fields: `
      webPageDetails.siteSection webPageDetails.name webPageDetails.viewName webPageDetails.URL
      webPageDetails.server webPageDetails.isErrorPage:bool webPageDetails.isHomePage:bool
      webPageDetails.isPreRendered:bool webPageDetails.pageViews:>data/measure webInteraction.type:=download|exit|other
      webInteraction.URL webInteraction.name webInteraction.region webInteraction.linkClicks:>data/measure
      webReferrer.URL webReferrer.type
    `,
  },
  "data/measure": {
    title: "Measure",
    fields: "id value:num",
  },
  "data/order": {
    title: "Order",
    fields: `
      purchaseID purchaseOrderNumber payments[]:>data/paymentitem refunds[]:>data/refunditem
      returns:>datatypes/return currencyCode taxAmount:num discountAmount:num priceTotal:num orderType
      lastUpdatedDate:datetime createdDate:datetime cancelDate:datetime refundTotal:num
    `,
  },
  "data/paymentitem": {
    title: "Payment Item",
    fields: "transactionID paymentAmount:num paymentType currencyCode",
  },
  "data/refunditem": {
    title: "Refund Item",
    fields: "transactionID refundAmount:num refundReason refundPaymentType currencyCode",
  },
  "datatypes/b2b-account": {
    title: "B2B Account",
    fields: `
      accountParentID partnerAccountID accountNumber accountDescription accountSite accountType
      accountSourceType defaultCurrencyCode accountOwnership accountTradeStyle
      accountPhone:>context/phonenumber accountFax:>context/phonenumber accountName accountTerritoryID
      accountScore:num accountBillingAddress:>common/address accountShippingAddress:>common/address
      accountPhysicalAddress:>common/address accountOrganization:>datatypes/b2b-account-organization
    `,
  },
  "datatypes/b2b-account-organization": {
    title: "Account Details",
    fields: `
      organizationType numberOfEmployees:int annualRevenue:>datatypes/currency industry website domain
      marketSegment rating:num tickerSymbol logoUrl linkedinPageUrl twitterHandleUrl facebookPageUrl
      NAICSCode SICCode NAICSDescription SICDescription DUNSNumber jigsaw primaryEmailDomain
      companyProductAndServices
    `,
  },
  "datatypes/b2b-source": {
    title: "B2B Source",
    fields: "sourceType sourceInstanceID sourceID sourceKey",
  },
  "datatypes/billing": {
    title: "Billing",
    fields: "address:>common/address",
  },
  "datatypes/cart": {
    title: "Cart",
    fields: "cartID cartSource",
  },
  "datatypes/categorydata": {
    title: "Category data",
    fields: "categoryID categoryName categoryPath",
  },
  "datatypes/commercescope": {
    title: "Commerce Scope",
    fields: "environmentID websiteCode storeCode storeViewCode",
  },
  "datatypes/consents-and-preferences": {
    title: "Consent for Privacy, Personalization and Marketing Preferences",
    fields: `
      consents.collect.val:consent consents.share.val:consent consents.adID.val:consent consents.adID.idType
      consents.personalize.content.val:consent consents.marketing.preferred consents.marketing.any.val:consent
      consents.marketing.any.time:datetime consents.marketing.any.reason consents.marketing.email.val:consent
      consents.marketing.email.time:datetime consents.marketing.email.reason consents.marketing.push.val:consent
      consents.marketing.push.time:datetime consents.marketing.push.reason consents.marketing.call.val:consent
      consents.marketing.call.time:datetime consents.marketing.call.reason consents.marketing.fax.val:consent
      consents.marketing.fax.time:datetime consents.marketing.fax.reason
      consents.marketing.commercialEmail.val:consent consents.marketing.commercialEmail.time:datetime
      consents.marketing.commercialEmail.reason consents.marketing.postalMail.val:consent
      consents.marketing.postalMail.time:datetime consents.marketing.postalMail.reason
      consents.marketing.sms.val:consent consents.marketing.sms.time:datetime consents.marketing.sms.reason
      consents.marketing.whatsApp.val:consent consents.marketing.whatsApp.time:datetime
      consents.marketing.whatsApp.reason consents.metadata.time:datetime
    `,
  },
  "datatypes/currency": {
    title: "Currency",
    fields: "amount:num currencyCode conversionDate:datetime",
  },
  "datatypes/keyedlist": {
    title: "Keyed List",
    fields: "list[]:>datatypes/keyvalue",
  },
  "datatypes/keyvalue": {
    title: "Key Value Pair",
    fields: "key value",
  },
  "datatypes/requisitionlist": {
    title: "Requisition List",
    fields: "ID name description",
  },
  "datatypes/return": {
    title: "Return",
    fields: "returnID returnStatus purchaseID",
  },
  "datatypes/returnitem": {
    title: "Return Item",
    fields: `
      returnStatus returnReason returnItemCondition returnResolution returnQuantityRequested:int
      returnQuantityAuthorized:int returnQuanitityAuthorized:int returnQuantityReceived:int
      returnQuantityApproved:int
    `,
  },
  "datatypes/shipping": {
    title: "Shipping",
    fields: `
      shippingMethod shippingAmount:num currencyCode shippingDestination shipDate:datetime
      address:>common/address trackingNumber:num trackingURL
    `,
  },
  "datatypes/sitesearch": {
    title: "Site Search",
    fields: `
      filter[].attribute filter[].value[] filter[].isRange:bool sort[].attribute sort[].order query
      suggestions[] numberOfResults:int
    `,
  },
  "datatypes/store-web-order": {
    title: "Store and Web Order",
    fields: `
      orderID orderDate:datetime priceTotal:num payment.transactionID payment.paymentType
      payment.paymentAmount:num payment.currencyCode
    `,
  },
  "mixins/product-measurement": {
    title: "Product Measurement",
    classes: ["classes/product"],
    fields: "productSize unitOfMeasureName unitOfMeasureCode",
  },
};
