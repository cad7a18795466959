import type { XdmFacts } from "../notation";

/** Data types of marketing, of metrics and of single industries. */
export const businessTypes: XdmFacts = {
  "common/selfservice": `
    tenant! applicationOwner application! environment! cluster CICDPipeline service topology codeRepository
    provisioning deployment artifact artifactRepository selfServiceAPI selfServiceUI selfServiceBuild
    runningInstance qualityGateState:(*Pass:bool)`,
  "context/advertising": `
    adViewability:(adUnitDepth:int viewportHeight:int viewportWidth:int adHeight:int adWidth:int
    playerVolume:int measurementEligible:bool implementationDetails:@context/implementationdetails
    viewable:bool activeWindow:bool percentViewable:int viewabilityEligibleImpressions:@data/measure
    measuredAdNotVisible:@data/measure measuredMuted:@data/measure measuredWindowInactive:@data/measure
    unmeasurableIframe:@data/measure unmeasurableOther:@data/measure viewableCompletes:@data/measure
    viewableFirstQuartiles:@data/measure viewableImpressions:@data/measure viewableMidpoints:@data/measure
    viewableThirdQuartiles:@data/measure) adAssetReference:(_id! creativeID creativeURL siteID placementID
    _dc:(title) advertiser campaign _xmpDM:(duration:int)) adAssetViewDetails:(playerName index:int
    adBreak:@context/advertising-break) completes:@data/measure timePlayed:@data/measure
    federated:@data/measure downloadedPlayback:bool clicks:@data/measure conversions:@data/measure
    firstQuartiles:@data/measure impressions:@data/measure midpoints:@data/measure starts:@data/measure
    thirdQuartiles:@data/measure`,
  "context/advertising-break": "_id! _dc:(title) offset:int",
  "context/commerce": `
    order:@data/order promotionID cartAbandons:@data/measure checkouts:@data/measure
    productListAdds:@data/measure productListOpens:@data/measure productListRemovals:@data/measure
    productListReopens:@data/measure productListViews:@data/measure productViews:@data/measure
    purchases:@data/measure saveForLaters:@data/measure inStorePurchase:@data/measure cart:@datatypes/cart
    shipping:@datatypes/shipping billing:@datatypes/billing instantPurchase:@data/measure
    requisitionListOpens:@data/measure requisitionListDeletes:@data/measure
    requisitionListAdds:@data/measure requisitionListRemovals:@data/measure
    requisitionList:@datatypes/requisitionlist commerceScope:@datatypes/commercescope`,
  "context/direct-marketing": `
    bounces:@data/measure clicks:@data/measure mirrorPages:@data/measure nonDeliverables:@data/measure
    sends:@data/measure userComplaints:@data/measure opens:@data/measure unsubscriptions:@data/measure
    notSent:@data/measure offerOpens:@data/measure impressions:@data/measure excludes:@data/measure
    customActions:@data/measure marketingSubscription:@data/measure unsubscribeReason hashedEmail
    emailVisitorID messageID emailDelivered:@data/measure`,
  "context/directmarketing-address": "...common/address errorCount:int quality",
  "context/directmarketing-emailaddress": "...context/emailaddress errorCount:int quality",
  "context/directmarketing-phonenumber": "...context/phonenumber errorCount:int quality",
  "context/implementationdetails": "name version environment:=browser|app|server|iot",
  "context/marketing": "trackingCode campaignName campaignGroup",
  "context/subscription": `
    _id subscriber:@context/person device:@context/device environment:@context/environment SKU planName type
    country startDate:date endDate:date term:int termUnitOfTime renew topUp status contractID paymentMethod
    billingPeriod billingStartDate:date chargeMethod paymentStatus category subCategory revision reason`,
  "data/datasource": "_id! code tags:[]",
  "data/measure": "id value!:num",
  "data/metricdefinition": "_id! _schema:(name!) measurement! unit!",
  "data/metrics/cart-abandons": "...data/metricdefinition _id! _schema:(name!) measurement! unit!:any",
  "data/metrics/direct-marketing/opens":
    "...data/metricdefinition _id! _schema:(name!) measurement! unit!:any",
  "data/metrics/web/pageviews": "...data/metricdefinition _id! _schema:(name!) measurement! unit!:any",
  "data/order": `
    purchaseID purchaseOrderNumber payments:@data/paymentitem[] refunds:@data/refunditem[]
    returns:@datatypes/return currencyCode taxAmount:num discountAmount:num priceTotal:num
    orderType:=checkout|instant_purchase lastUpdatedDate:datetime createdDate:datetime cancelDate:datetime
    refundTotal:num`,
  "data/paymentitem": "transactionID paymentAmount:num paymentType currencyCode",
  "data/record-timeseries-events": "timeSeriesEvents:@data/time-series[]",
  "datatypes/claim": "ID startDate:datetime status policyID benefitAmount:@datatypes/currency",
  "datatypes/comparisons": "count:int items:(ID removal:int addition:int selected:int)[] type view:int",
  "datatypes/file-transfer": `
    fileName fileSize:num fileTransferComplete:int fileTransferStart:int fileTransferError:@data/measure
    fileTransferType fileType fileURL`,
  "datatypes/financial-account": `
    currentAccountBalance:@datatypes/currency financialAccountID financialAccountName
    financialAccountType:=checking|savings|retirement|investment`,
  "datatypes/form-applications": `
    approved:@data/measure declined:@data/measure applicationFee:@datatypes/transaction ID
    requestedAmount:@datatypes/currency status statusUpdate type underReview:bool
    steps:@datatypes/tool-usage`,
  "datatypes/impressions": "displays:int ID type selected:int",
  "datatypes/internal-site-search": `
    numberOfResults:int productFindingMethods refinementValue refinementType:[] refinementInstances:int
    resultsPageNumber:int resultsPerPage:int instances:int locationInPage nullInstances:int postalCode
    radiusDistance:int radiusType:=miles|kilometers term autoCompleteClicked:bool autoCompleteValue
    autoCompleteTypedValue searchType sortOrder:=ascending|descending sortType`,
  "datatypes/paid-media-additional-field":
    "fieldName! stringValue numberValue:num booleanValue:bool dateValue:datetime",
  "datatypes/paid-media-creative": `
    paidMediaCreative:(creativeID
    creativeType:=image|video|carousel|collection|dynamic|text|html5|playable|other title body callToAction
    destinationURL displayURL trackingURLs:(eventType url)[] assets:(assetID
    assetType:=image|video|audio|document|other name url thumbnailURL dimensions:(width:int height:int)
    fileSize:int duration:num hash)[] variants:(variantID language customizers:(name
    type:=text|number|price|percent value
    scope:=customer|account|campaign|adGroup|adGroupCriterion|asset|other)[] title body callToAction
    destinationURL displayURL trackingURLs:(eventType url)[] assets:(assetID
    assetType:=image|video|audio|document|other name url thumbnailURL dimensions:(width:int height:int)
    fileSize:int duration:num hash)[])[] localeVariants:(language title body callToAction destinationURL
    displayURL trackingURLs:(eventType url)[] assets:(assetID assetType:=image|video|audio|document|other
    name url thumbnailURL dimensions:(width:int height:int) fileSize:int duration:num hash)[])[])`,
  "datatypes/paid-media-targeting": `
    geoTargeting:(countries:[] regions:[] cities:[] postalCodes:[] dmaIDs:int[] msaIDs:int[]
    radius:(latitude:num longitude:num radiusKm:num) radii:(latitude:num longitude:num radiusKm:num)[])
    demographicTargeting:(ageRanges:(minAge:int maxAge:int)[] genders:=male|female|all|unknown[]
    languages:[]) interestTargeting:(interests:[] behaviors:[] customAudiences:(audienceID audienceName
    audienceType:=custom|lookalike|retargeting|similar|logical|rule_based|crm_based)[])
    deviceTargeting:(deviceTypes:=desktop|mobile|tablet|tv|other[] operatingSystems:[] browsers:[])
    placementTargeting:(placements:[] publisherCategories:[])`,
  "datatypes/paid-media-url-tracking": "trackingTemplate finalUrlSuffix customParameters:(key value)[]",
  "datatypes/telecom-subscription": `
    ID subscriber:@context/person subscriptionSKU planName type country startDate:date endDate:date term:int
    termUnitOfTime renew topUp status contractID paymentMethod billingPeriod billingStartDate:date
    paymentDueDate:date chargeMethod paymentStatus subscriptionCategory subscriptionSubCategory devices:(ID
    manufacturer name serialNumber type deviceFees:@datatypes/currency deviceInsurance:bool
    OS:=android|ios|windows|blackberry|symbian status:=active|inactive storageCapacity
    paymentOptions:=installmentPlan|retailPrice)[]`,
  "datatypes/tool-usage": `
    cancelled:int complete:int failure:int ID name saved:int start:int step:int stepName submitted:int
    transaction:@datatypes/transaction type`,
  "datatypes/transaction":
    "transactionAmount:@datatypes/currency transactionID transactionDate:datetime transactionType",
};
