import type { XdmFacts } from "../notation";

/** Field groups of events, and those of more than one class. */
export const eventGroups: XdmFacts = {
  "common/external-source-system-audit-details": "extSourceSystemAudit:@common/external-source-system-audit",
  "context/experienceevent-advertising": "advertising:@context/advertising",
  "context/experienceevent-application": "application:@context/application",
  "context/experienceevent-channel": "channel:@channels/channel",
  "context/experienceevent-commerce":
    "productListItems:@content/productlistitem[] commerce:@context/commerce",
  "context/experienceevent-consumer": `
    ...context/experienceevent-application ...context/experienceevent-channel
    ...context/experienceevent-environment-details ...context/experienceevent-marketing
    ...context/experienceevent-search ...context/experienceevent-segmentmembership
    ...context/experienceevent-technical-details ...context/experienceevent-web
    ...context/experienceevent-commerce ...any`,
  "context/experienceevent-directmarketing": "directMarketing:@context/direct-marketing",
  "context/experienceevent-enduserids": "endUserIDs:@context/enduserids",
  "context/experienceevent-environment-details":
    "environment:@context/environment device:@context/device placeContext:@context/placecontext",
  "context/experienceevent-implementation-details": "implementationDetails:@context/implementationdetails",
  "context/experienceevent-inappmessage-tracking": "inappMessageTracking:(action)",
  "context/experienceevent-loyalty-details": `
    loyalty:(discounts:(value:num source triggeredForItem scope promotionId)[] couponRedemption:(id series
    seriesName promotionId)[] pointsRedemption:(value:num promotionId loyaltyProgramId transactionId)[]
    referralRedemption:(code promotionId)[] pointsGained:(value:num promotionId loyaltyProgramId
    transactionId)[])`,
  "context/experienceevent-marketing": "marketing:@context/marketing",
  "context/experienceevent-order-details": `
    productListItems:@content/productlistitem[] order:@datatypes/store-web-order store:(storeID)
    billing:(address:@common/address) shipping:@datatypes/shipping`,
  "context/experienceevent-privacy": "consentStrings:@context/consentstring[]",
  "context/experienceevent-profile-stitch": "profileStitch:@context/profileStitch[]",
  "context/experienceevent-pushtracking": `
    pushNotificationTracking:(customAction:(actionID value:num) pushProviderMessageID pushProvider
    isLaunch:bool)`,
  "context/experienceevent-search": "search:@context/search",
  "context/experienceevent-segment-list": "segmentList:(segmentID segmentName segmentNamespace)[]",
  "context/experienceevent-segmentmembership":
    "segmentMemberships:@context/segmentmembershipitem[] segmentMembership:@context/segmentmembership{}{}",
  "context/experienceevent-stitching": "stitchedID:@context/identity",
  "context/experienceevent-technical-details": "dataSource:@data/datasource receivedTimestamp:datetime",
  "context/experienceevent-web": "web:@context/webinfo",
  "context/identitymap": "identityMap:@context/identityitem[]{}",
  "context/profile-segmentation":
    "segments:@context/segmentmembership[] segmentMembership:@context/segmentmembership{}{}",
  "mixins/changeset": "changeRequest:(type:=i|u|d|m reason)",
  "mixins/experienceevent-bot-detection": "botDetection:(score:num name)",
  "mixins/experienceevent-card-actions": `
    personalFinances:(cardActions:(cardID cardActivated:int cardActivationStart:int cardCancelled:int
    cardControlsLocked:int cardControlsUnlocked:int cardLocked:int cardOrderNew:int cardOrderType
    cardType:=credit|debit|prepaid|paypal|atm|virtual|hsa|fsa cardUnlocked:int))`,
  "mixins/experienceevent-content": `
    experienceContent:(idSource channel experience:(experienceID experienceSource experienceChannel
    experienceClicks:@data/measure experienceViews:@data/measure
    experienceScroll:(horizontalPercentageDepth:@data/measure horizontalPixelDepth:@data/measure
    verticalPercentageDepth:@data/measure verticalPixelDepth:@data/measure) experienceExtras:{})
    assets:(assetID assetSource assetBlock assetHTMLPath assetLinkURL assetDisplayHeight:num
    assetDisplayWidth:num assetAbsoluteLeft:num assetAbsoluteTop:num assetClicks:@data/measure
    assetViews:@data/measure assetExtras:{})[] implementationDetails:@context/implementationdetails)`,
  "mixins/experienceevent-file-download-details": "fileTransfer:(fileDownload:@datatypes/file-transfer)",
  "mixins/experienceevent-file-upload-details": "fileTransfer:(fileUpload:@datatypes/file-transfer)",
  "mixins/experienceevent-knowledge-base-details": `
    siteKnowledge:(knowledgeBaseArticleID knowledgeBaseArticleType knowledgeBaseArticleView:int
    knowledgeBaseSearch:@datatypes/internal-site-search)`,
  "mixins/experienceevent-media-analytics": `
    mediaCollection:@datatypes/mediaDetails mediaReporting:@datatypes/mediaDetails
    mediaDownloadedEvents:@datatypes/mediaEvent[]`,
  "mixins/experienceevent-offer-impression-details": `
    offers:(ID clicks:int dismissals:int impressions:@datatypes/impressions[]
    offerSteps:@datatypes/tool-usage)`,
  "mixins/experienceevent-quote-request-details": `
    quotes:(requestID discount:@datatypes/currency premium:@datatypes/currency location selectedRetailer
    steps:@datatypes/tool-usage)`,
  "mixins/experienceevent-reference-keys": "person:(personalEmailID accountID accountType)",
  "mixins/experienceevent-service-payment-details":
    "service-payment-details:(servicePayment:@datatypes/transaction)",
  "mixins/experienceevent-site-search":
    "siteSearch:@datatypes/sitesearch searchRequest:@data/measure searchResponse:@data/measure",
  "mixins/experienceevent-social-network-usage-details": `
    socialMarketing:(sharedContent follow:int sharedMessage interactions:int network target recipient
    share:int)`,
  "mixins/experienceevent-support-site-search":
    "siteKnowledge:(supportSiteSearch:@datatypes/internal-site-search)",
  "mixins/experienceevent-survey-response-details":
    "surveyResponse:(surveyAnswers:[] surveyID surveyQuestions:[] surveySteps:@datatypes/tool-usage)",
  "mixins/experienceevent-user-login-details": `
    userAccount:(accountSwitch:int cookieConsentAccepted:bool cookieConsentViewed:int forgotPassword:int
    forgotUsername:int login:int loginBiometric:bool loginFailure:int loginLocation loginKeychain:bool
    loginMultiFactor:bool loginStatus loginThirdParty:int loginThirdPartySite loginType logout:int
    resetPassword:int sessionTimeout:int updateProfile:int createProfile:int)`,
  "mixins/person-identifier": "personID personKey:@datatypes/b2b-source",
  "mixins/record-status": "isDeleted:bool",
};
