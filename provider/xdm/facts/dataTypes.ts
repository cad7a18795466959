import type { XdmFacts } from "../notation";

/** Data types of persons, places, identities, consent, commerce, devices. */
export const dataTypes: XdmFacts = {
  "channels/application": "_id name version",
  "channels/channel": `
    _id! typeAtSource mode:=push|pull|bidirectional _type mediaType mediaAction contentTypes:[]
    metricTypes:[] locationTypes:[] referringSource`,
  "channels/phone": `
    _id! typeAtSource mode _type mediaType mediaAction contentTypes:[] metricTypes:[] locationTypes:[]
    referringSource`,
  "common/address": `
    ...http://schema.org/GeoCoordinates ...common/geo ...common/auditable primary:bool label street1 street2
    street3 street4 region postOfficeBox country state status statusReason lastVerifiedDate:date`,
  "common/auditable": `
    repositoryCreatedBy repositoryLastModifiedBy createdByBatchID modifiedByBatchID
    _repo:(createDate:datetime modifyDate:datetime discardDate:datetime expires:datetime lastPublishedTime)`,
  "common/contentaudit": `
    contentAudit:(createdBy createdDate:datetime lastUpdatedDate:datetime lastUpdatedBy
    expirationDate:datetime)`,
  "common/external-source-system-audit": `
    createdBy createdDate:datetime lastUpdatedBy lastUpdatedDate:datetime lastActivityDate:datetime
    lastReferencedDate:datetime lastViewedDate:datetime externalID externalKey:@datatypes/b2b-source`,
  "common/featurizationattributes":
    "featurizationAttributes:(version category stringValue numberValue:num)[]",
  "common/geo":
    "...http://schema.org/GeoCoordinates countryCode stateProvince city postalCode dmaID:int msaID:int",
  "common/geounit": "_id! label",
  "common/optinout-additional-details": "optOutReason optOutDate:datetime",
  "common/organization": `
    _id legalName _schema:(description numberOfEmployees:num) annualRevenue:num industry website
    marketSegment location:@context/place rating:num identifier:[]{} classifier:[]{}`,
  "common/orgunit": "_id! label",
  "common/page": "orderBy! start! next! property type count!:int",
  "content/productlistitem": `
    SKU! _id product name productImageUrl productAddMethod currencyCode quantity:int priceTotal:num
    selectedOptions:(attribute! value!)[] discountAmount:num refundAmount:num
    productCategories:@datatypes/categorydata[] returnItem:@datatypes/returnitem unitOfMeasureCode`,
  "context/application": `
    applicationCloses:@data/measure crashes:@data/measure featureUsages:@data/measure installs:@data/measure
    firstLaunches:@data/measure launches:@data/measure upgrades:@data/measure id name version isClose:bool
    closeType:=close|unknown isLaunch:bool isInstall:bool isUpgrade:bool sessionLength:int
    userPerspective:=foreground|background|detached _dc:(language)`,
  "context/browserdetails": `
    name vendor version acceptLanguage cookiesEnabled:bool javaScriptEnabled:bool javaScriptVersion
    javaEnabled:bool javaVersion quicktimeVersion thirdPartyCookiesEnabled:bool viewportHeight:int
    viewportWidth:int userAgent userAgentClientHints:(brands:(brand version)[] mobile:bool architecture
    bitness model platform platformVersion wow64:bool)`,
  "context/consentstring":
    "consentStandard consentStandardVersion consentStringValue gdprApplies!:bool containsPersonalData:bool",
  "context/device": `
    typeID typeIDService type manufacturer model modelNumber screenHeight:int screenWidth:int colorDepth:int
    screenOrientation:=portrait|landscape isBackgroundPushEnabled:bool isLocationEnabled:bool
    locationPermission:=SYSTEM_LOCATION_DISABLED|NOT_ALLOWED|ALWAYS_ALLOWED|FOREGROUND_ALLOWED|UNPROMPTED
    isPushOptIn:bool`,
  "context/emailaddress": "primary:bool address label type status statusReason",
  "context/enduserids": `
    _experience:(mcid:@context/identity aaid:@context/identity aacustomid:@context/identity
    acid:@context/identity tntid:@context/identity adcloud:@context/identity emailid:@context/identity
    phonenumberid:@context/identity)`,
  "context/environment": `
    type:=browser|application|iot|external|widget browserDetails:@context/browserdetails operatingSystem
    operatingSystemVersion operatingSystemVendor colorDepth:int viewportHeight:int viewportWidth:int
    duration:int viewedScreen previousScreen connectionType
    proxyType:=anonymous|consumer-privacy|corporate|edu|public|cloud|cloud-security|dns|vpn|transparent
    carrier domain ISP _dc:(language) ipV4 ipV6`,
  "context/geo-interaction-details":
    "distanceToCenter:num deviceGeoAccuracy:num geoShape:@http://schema.org/GeoShape",
  "context/identity":
    "id authenticatedState:=ambiguous|authenticated|loggedOut primary:bool namespace:@context/namespace xid",
  "context/identityitem": "id authenticatedState:=ambiguous|authenticated|loggedOut primary:bool",
  "context/namespace": "code!",
  "context/person": `
    name:@context/person-name birthDate:date birthDayAndMonth birthYear:int
    gender:=male|female|not_specified|non_specific
    maritalStatus:=married|single|divorced|widowed|not_specified nationality type taxId`,
  "context/person-name": "firstName lastName middleName courtesyTitle suffix fullName",
  "context/phonenumber": "primary:bool countryCode number extension status statusReason validity",
  "context/place": `
    _id! _schema:(description telephone branchCode) address:@common/address
    shape:@http://schema.org/GeoShape pointOfInterest:@http://schema.org/GeoCoordinates containedInPlace
    containsPlaces:[]`,
  "context/placecontext": `
    localTime:datetime IPLocalTime:datetime ianaTimezone localTimezoneOffset:int IPLocalTimezoneOffset:int
    geo:@common/geo POIinteraction:(POIDetail:@context/poi-detail poiDetail:@context/poi-detail
    poiEntries:@data/measure poiExits:@data/measure) activePOIs:@context/poi-detail[]`,
  "context/poi-detail": `
    POIID poiID name category type distanceToPOICenter:num locatingType
    beaconInteractionDetails:(proximityUUID beaconMajor:num beaconMinor:num
    proximity:=immediate|near|far|unknown) geoInteractionDetails:(distanceToCenter:num deviceGeoAccuracy:num
    geoShape:@http://schema.org/GeoShape) metadata:@datatypes/keyedlist`,
  "context/product": `
    _id SKU name _schema:(description) productDescription category department brand masterProductID
    masterProductSKU masterProductName masterProductDescription fabrication material gender size:num
    unitOfMeasure countryOfOrigin COGS:num listPrice:num currencyCode originalSaleDate:date
    productCreateDate:date productLastModified:date productURL manufacturerName supplierName`,
  "context/profileStitch": "...context/identitymap profileStitchID:@context/profileStitchIdentity version",
  "context/profileStitchIdentity": "_id namespace:@context/namespace xid",
  "context/pushdetail": `
    token platform blacklisted:bool blocklisted:bool denylisted:bool appID identiy:@context/identity
    identity:@context/identity`,
  "context/pushnotificationtoken": `
    token registrationDate:datetime deregistrationDate:datetime environment:@context/environment
    device:@context/device application:@context/application channel:@channels/channel`,
  "context/search": "searchEngine searchEngineID keywords isPaid:bool pageDepth:int slot position:int",
  "context/segmentidentity": "_id namespace:@context/namespace xid",
  "context/segmentmembership": `
    segmentID:@context/segmentidentity version lastQualificationTime:datetime
    payload:(payloadBooleanValue:bool payloadNumberValue:num payloadPropensityValue:num payloadStringValue
    payloadType!:=boolean|number|propensity|string) validUntil:datetime status:=existing|realized|exited
    profileStitchID:@context/profileStitchIdentity timerSpec`,
  "context/segmentmembershipitem":
    "...context/segmentmembership profileStitchID:@context/profileStitchIdentity",
  "context/webinfo": `
    webPageDetails:(siteSection name viewName URL server isErrorPage:bool isHomePage:bool isPreRendered:bool
    pageViews:@data/measure) webInteraction:(type:=download|exit|other URL name region
    linkClicks:@data/measure) webReferrer:(URL
    type:=internal|external|search_engine|typed_bookmarked|email|social|usenet|hard_drive|nojs|conversational_ai|unknown)`,
  "data/refunditem": `
    transactionID refundAmount:num refundReason:=return|price_adjustment
    refundPaymentType:=cash|credit_card|debit_card|gift_card|check|paypal|wire_transfer|credit_card_reference|other
    currencyCode`,
  "datatype/consent-field": "val!:=y|n|p|u|dy|dn|LI|CT|CP|VI|PI",
  "datatype/marketing-preference-field": "val!:=y|n|p|u|dy|dn|LI|CT|CP|VI|PI time:datetime reason",
  "datatype/marketing-preference-with-subscriptions": `
    val!:=y|n|p|u|dy|dn|LI|CT|CP|VI|PI time:datetime reason subscriptions:(val:=y|n|p|u|dy|dn|LI|CT|CP|VI|PI
    type topics:[] subscribers:(time:datetime source){}){}`,
  "datatype/personalization-preference-field": "val!:=y|n|p|u|dy|dn|LI|CT|CP|VI|PI",
  "datatypes/b2b-account": `
    accountParentID partnerAccountID accountNumber accountDescription accountSite accountType
    accountSourceType defaultCurrencyCode accountOwnership accountTradeStyle
    accountPhone:@context/phonenumber accountFax:@context/phonenumber accountName accountTerritoryID
    accountScore:num accountBillingAddress:@common/address accountShippingAddress:@common/address
    accountPhysicalAddress:@common/address accountOrganization:@datatypes/b2b-account-organization`,
  "datatypes/b2b-account-organization": `
    organizationType numberOfEmployees:int annualRevenue:@datatypes/currency industry website domain
    marketSegment rating:num tickerSymbol logoUrl linkedinPageUrl twitterHandleUrl facebookPageUrl NAICSCode
    SICCode NAICSDescription SICDescription DUNSNumber jigsaw primaryEmailDomain companyProductAndServices`,
  "datatypes/b2b-source": "sourceType sourceInstanceID sourceID sourceKey",
  "datatypes/billing": "address:@common/address",
  "datatypes/cart": "cartID cartSource",
  "datatypes/categorydata": "categoryID categoryName categoryPath",
  "datatypes/commercescope": "environmentID websiteCode storeCode storeViewCode",
  "datatypes/consents-and-preferences": `
    consents:(collect:(val!:=y|n|p|u|dy|dn|LI|CT|CP|VI|PI) share:(val!:=y|n|p|u|dy|dn|LI|CT|CP|VI|PI)
    adID:(val!:=y|n|p|u|dy|dn|LI|CT|CP|VI|PI idType:=IDFA|GAID)
    personalize:(content:(val!:=y|n|p|u|dy|dn|LI|CT|CP|VI|PI)) marketing:(preferred
    any:(val!:=y|n|p|u|dy|dn|LI|CT|CP|VI|PI time:datetime reason) email:(val!:=y|n|p|u|dy|dn|LI|CT|CP|VI|PI
    time:datetime reason) push:(val!:=y|n|p|u|dy|dn|LI|CT|CP|VI|PI time:datetime reason)
    call:(val!:=y|n|p|u|dy|dn|LI|CT|CP|VI|PI time:datetime reason) fax:(val!:=y|n|p|u|dy|dn|LI|CT|CP|VI|PI
    time:datetime reason) commercialEmail:(val!:=y|n|p|u|dy|dn|LI|CT|CP|VI|PI time:datetime reason)
    postalMail:(val!:=y|n|p|u|dy|dn|LI|CT|CP|VI|PI time:datetime reason)
    sms:(val!:=y|n|p|u|dy|dn|LI|CT|CP|VI|PI time:datetime reason)
    whatsApp:(val!:=y|n|p|u|dy|dn|LI|CT|CP|VI|PI time:datetime reason)) metadata:(time:datetime))`,
  "datatypes/currency": "amount:num currencyCode conversionDate:datetime",
  "datatypes/keyedlist": "list:@datatypes/keyvalue[]",
  "datatypes/keyvalue": "key value",
  "datatypes/requisitionlist": "ID name description",
  "datatypes/return": "returnID returnStatus purchaseID",
  "datatypes/returnitem": `
    returnStatus returnReason returnItemCondition returnResolution returnQuantityRequested:int
    returnQuantityAuthorized:int returnQuanitityAuthorized:int returnQuantityReceived:int
    returnQuantityApproved:int`,
  "datatypes/shipping": `
    shippingMethod shippingAmount:num currencyCode shippingDestination:=home|store shipDate:datetime
    address:@common/address trackingNumber:num trackingURL`,
  "datatypes/sitesearch": `
    filter:(attribute value:[] isRange:bool)[] sort:(attribute order:=ASC|DESC|RELEVANCE)[] query
    suggestions:[] numberOfResults:int`,
  "datatypes/store-web-order": `
    orderID orderDate:datetime priceTotal:num payment:(transactionID paymentType:=credit|debit|gift|cash
    paymentAmount:num currencyCode)`,
  "datatypes/traitMembership": "lastQualificationTime:datetime validUntil:datetime",
};
