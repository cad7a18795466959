import type { XdmFacts } from "./notation";

/**
 * Standard data types, the first half by name.
 * Facts (names, paths and types) taken from Adobe XDM, https://github.com/adobe/xdm, Copyright Adobe Systems
 * Incorporated, CC BY 4.0. Texts, limits and enumerations are omitted. Names are written as the Schema Registry shows
 * them: without the prefix xdm:, and with namespaces as in _repo.createDate. See notation.ts for the notation.
 */
export const dataTypesToContextN: XdmFacts = {
  "channels/channel": {
    title: "Experience Channel",
    fields: `
      _id typeAtSource mode _type mediaType mediaAction contentTypes[] metricTypes[] locationTypes[]
      referringSource
    `,
  },
  "common/address": {
    title: "Postal address",
    inherits: ["common/geo", "common/auditable"],
    fields: `
      _id _schema.description _schema.latitude:num _schema.longitude:num _schema.elevation:num primary:bool
      label street1 street2 street3 street4 region postOfficeBox country state status statusReason
      lastVerifiedDate:date
    `,
  },
  "common/auditable": {
    title: "Audit trail",
    fields: `
      repositoryCreatedBy repositoryLastModifiedBy createdByBatchID modifiedByBatchID
      _repo.createDate:datetime _repo.modifyDate:datetime _repo.discardDate:datetime _repo.expires:datetime
      _repo.lastPublishedTime
    `,
  },
  "common/external-source-system-audit": {
    title: "External Source System Audit Attributes",
    fields: `
      createdBy createdDate:datetime lastUpdatedBy lastUpdatedDate:datetime lastActivityDate:datetime
      lastReferencedDate:datetime lastViewedDate:datetime externalID externalKey:>datatypes/b2b-source
    `,
  },
  "common/geo": {
    title: "Geo",
    fields: `
      _id _schema.description _schema.latitude:num _schema.longitude:num _schema.elevation:num countryCode
      stateProvince city postalCode dmaID:int msaID:int
    `,
  },
  "common/geounit": {
    title: "Geographical unit",
    fields: "_id label",
  },
  "common/orgunit": {
    title: "Organizational unit",
    fields: "_id label",
  },
  "content/productlistitem": {
    title: "Product list item",
    inherits: ["mixins/product-measurement"],
    fields: `
      SKU _id product name productImageUrl productAddMethod currencyCode quantity:int priceTotal:num
      selectedOptions[].attribute selectedOptions[].value discountAmount:num refundAmount:num
      productCategories[]:>datatypes/categorydata returnItem:>datatypes/returnitem
    `,
  },
  "context/advertising": {
    title: "Advertising",
    fields: `
      adViewability.adUnitDepth:int adViewability.viewportHeight:int adViewability.viewportWidth:int
      adViewability.adHeight:int adViewability.adWidth:int adViewability.playerVolume:int
      adViewability.measurementEligible:bool
      adViewability.implementationDetails:>context/implementationdetails adViewability.viewable:bool
      adViewability.activeWindow:bool adViewability.percentViewable:int
      adViewability.viewabilityEligibleImpressions:>data/measure
      adViewability.measuredAdNotVisible:>data/measure adViewability.measuredMuted:>data/measure
      adViewability.measuredWindowInactive:>data/measure adViewability.unmeasurableIframe:>data/measure
      adViewability.unmeasurableOther:>data/measure adViewability.viewableCompletes:>data/measure
      adViewability.viewableFirstQuartiles:>data/measure adViewability.viewableImpressions:>data/measure
      adViewability.viewableMidpoints:>data/measure adViewability.viewableThirdQuartiles:>data/measure
      adAssetReference._id adAssetReference.creativeID adAssetReference.creativeURL adAssetReference.siteID
      adAssetReference.placementID adAssetReference._dc.title adAssetReference.advertiser
      adAssetReference.campaign adAssetReference._xmpDM.duration:int adAssetViewDetails.playerName
      adAssetViewDetails.index:int adAssetViewDetails.adBreak:>context/advertising-break
      completes:>data/measure timePlayed:>data/measure federated:>data/measure downloadedPlayback:bool
      clicks:>data/measure conversions:>data/measure firstQuartiles:>data/measure impressions:>data/measure
      midpoints:>data/measure starts:>data/measure thirdQuartiles:>data/measure
    `,
  },
  "context/advertising-break": {
    title: "Ad break",
    fields: "_id _dc.title offset:int",
  },
  "context/application": {
    title: "Application",
    fields: `
      applicationCloses:>data/measure crashes:>data/measure featureUsages:>data/measure
      installs:>data/measure firstLaunches:>data/measure launches:>data/measure upgrades:>data/measure id
      name version isClose:bool closeType isLaunch:bool isInstall:bool isUpgrade:bool sessionLength:int
      userPerspective _dc.language
    `,
  },
  "context/browserdetails": {
    title: "Browser details",
    fields: `
      name vendor version acceptLanguage cookiesEnabled:bool javaScriptEnabled:bool javaScriptVersion
      javaEnabled:bool javaVersion quicktimeVersion thirdPartyCookiesEnabled:bool viewportHeight:int
      viewportWidth:int userAgent userAgentClientHints.brands[].brand userAgentClientHints.brands[].version
      userAgentClientHints.mobile:bool userAgentClientHints.architecture userAgentClientHints.bitness
      userAgentClientHints.model userAgentClientHints.platform userAgentClientHints.platformVersion
      userAgentClientHints.wow64:bool
    `,
  },
  "context/commerce": {
    title: "Commerce",
    fields: `
      order:>data/order promotionID cartAbandons:>data/measure checkouts:>data/measure
      productListAdds:>data/measure productListOpens:>data/measure productListRemovals:>data/measure
      productListReopens:>data/measure productListViews:>data/measure productViews:>data/measure
      purchases:>data/measure saveForLaters:>data/measure inStorePurchase:>data/measure cart:>datatypes/cart
      shipping:>datatypes/shipping billing:>datatypes/billing instantPurchase:>data/measure
      requisitionListOpens:>data/measure requisitionListDeletes:>data/measure
      requisitionListAdds:>data/measure requisitionListRemovals:>data/measure
      requisitionList:>datatypes/requisitionlist commerceScope:>datatypes/commercescope
    `,
  },
  "context/consentstring": {
    title: "Consent String",
    fields: `
      consentStandard consentStandardVersion consentStringValue gdprApplies:bool containsPersonalData:bool
    `,
  },
  "context/device": {
    title: "Device",
    fields: `
      typeID typeIDService type manufacturer model modelNumber screenHeight:int screenWidth:int
      colorDepth:int screenOrientation isBackgroundPushEnabled:bool isLocationEnabled:bool
      locationPermission isPushOptIn:bool
    `,
  },
  "context/direct-marketing": {
    title: "Direct marketing",
    fields: `
      bounces:>data/measure clicks:>data/measure mirrorPages:>data/measure nonDeliverables:>data/measure
      sends:>data/measure userComplaints:>data/measure opens:>data/measure unsubscriptions:>data/measure
      notSent:>data/measure offerOpens:>data/measure impressions:>data/measure excludes:>data/measure
      customActions:>data/measure marketingSubscription:>data/measure unsubscribeReason hashedEmail
      emailVisitorID messageID emailDelivered:>data/measure
    `,
  },
  "context/emailaddress": {
    title: "Email address",
    fields: "primary:bool address label type status statusReason",
  },
  "context/enduserids": {
    title: "End user IDs",
    fields: `
      _experience.mcid:>context/identity _experience.aaid:>context/identity _experience.aacustomid:>context/identity
      _experience.acid:>context/identity _experience.tntid:>context/identity _experience.adcloud:>context/identity
      _experience.emailid:>context/identity _experience.phonenumberid:>context/identity
    `,
  },
  "context/environment": {
    title: "Environment",
    fields: `
      type browserDetails:>context/browserdetails operatingSystem operatingSystemVersion
      operatingSystemVendor colorDepth:int viewportHeight:int viewportWidth:int duration:int viewedScreen
      previousScreen connectionType proxyType carrier domain ISP _dc.language ipV4 ipV6
    `,
  },
  "context/identity": {
    title: "Identity",
    inherits: ["context/identityitem"],
    fields: "namespace:>context/namespace xid",
  },
  "context/identityitem": {
    title: "Identity item",
    fields: "id authenticatedState primary:bool",
  },
  "context/implementationdetails": {
    title: "Implementation details",
    fields: "name version environment",
  },
  "context/marketing": {
    title: "Marketing",
    fields: "trackingCode campaignName campaignGroup",
  },
  "context/namespace": {
    title: "Namespace",
    fields: "code",
  },
};
