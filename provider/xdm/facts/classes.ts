import type { XdmFacts } from "../notation";

/** Behaviours and classes. */
export const classes: XdmFacts = {
  "classes/account-person": `
    ...data/record ...common/external-source-system-audit-details ...mixins/record-status accountPersonID
    accountPersonKey:@datatypes/b2b-source accountID accountKey:@datatypes/b2b-source personID
    personKey:@datatypes/b2b-source personRole personRoles:[] isDirect:bool isActive:bool isPrimary:bool
    relationStartDate:datetime relationEndDate:datetime currencyCode relationshipSource`,
  "classes/campaign": `
    ...common/external-source-system-audit-details ...data/record campaignID
    campaignKey:@datatypes/b2b-source campaignName campaignType campaignDescription`,
  "classes/consentpolicy":
    "...common/auditable ...data/record cpID name! description status:=ENABLED|DISABLED",
  "classes/content-asset": `
    ...data/record contentAssets:(version assetPerceptionID assetID assetGUID assetName assetDescription
    assetType assetThumbnailURL) contentAudit:(createdBy createdDate:datetime lastUpdatedDate:datetime
    lastUpdatedBy expirationDate:datetime) contentFeaturization:(version orientation overallTone
    foregroundColors:[] backgroundColors:[] overallColors:[] tags:[] scenes:[] styles:[]
    photographyStyles:[] imageType cameraPosition cameraProximity emotions:[] domain:[] products:[]
    peopleCategories:[] persuasionStrategies:[] visualContentDensity visualAttentionSpread audioTypes:[]
    audioGenre audioGenreCategory audioMood categories:[] objects:[] lightingCondition cameraSetting)`,
  "classes/content-experience": `
    ...data/record contentExperience:(version experienceID experienceGUID experienceName
    experienceDescription experienceChannel experienceThumbnailURL) contentFeaturization:(version
    keywords:[] namedEntities:[] persuasionStrategies:[] emotions:[] visualContentDensity wordsCount:int
    sentencesCount:int hashTagsCount:int emojisCount:int textQuotesCount:int wordsCountPerSentence:num
    stopWordsRatio:num readability mobilePageSpeedScore:int mobileSEOScore:int mobileAccessibilityScore:int
    mobileBestPracticesScore:int desktopPageSpeedScore:int desktopSEOScore:int desktopAccessibilityScore:int
    desktopBestPracticesScore:int products:[] narratives:[] tones:[] marketingEmotions:[] concepts:[]
    webpageType)`,
  "classes/conversion":
    "...data/record ...common/external-source-system-audit-details ...mixins/record-status",
  "classes/digital-asset": `
    ...data/record ...common/contentaudit ...common/featurizationattributes digitalAsset:(version
    perceptionID idSource assetSource:(platform sourceID) name description assetType thumbnailURL
    additionalIDs:(platform platformID)[])`,
  "classes/digital-experience": `
    ...data/record ...common/contentaudit ...common/featurizationattributes digitalExperience:(version
    idSource name description channel thumbnailURL)`,
  "classes/fsi/atm": "...data/record isAtmActive:bool atmAddress:@common/address atmID atmName",
  "classes/fsi/branch": `
    ...data/record isBranchActive:bool branchAddress:@common/address branchID branchName
    branchCloseTime:datetime branchOpenTime:datetime`,
  "classes/fsi/policy": `
    ...data/record endDate:datetime ID name startDate:datetime location:@common/address
    type:=home|automobile|renter|boat assignedBeneficiary:@context/profile-person-details[]
    hasAssignedBeneficiary:bool owner:@context/profile-personal-details benefitAmount:@datatypes/currency`,
  "classes/live-event-schedule": "...data/time-series liveEventName liveEventID",
  "classes/loan": `
    ...data/record loanID loanAmount:@datatypes/currency totalInterestPaid:@datatypes/currency
    totalPrincipalPaid:@datatypes/currency
    loanStatus:=notIssued|current|inGracePeriod|fullyPaid|late|default|chargedOff|cancelled termInMonths:int
    annualPercentageRate:int downpayment:@datatypes/currency interestRate:int
    borrower:@context/profile-personal-details fees:@datatypes/currency gracePeriod:int
    loanType:=personal|cashAdvance|title|homeEquity|smallBusiness|debtConsolidation|student|automobile|mortgage
    renegotiable:bool collateralRequired:bool`,
  "classes/location": "...data/record locationID locationName",
  "classes/lodging-product": `
    ...data/record propertyID location:@common/address ownership serviceLevel starRating:int totalRooms:int
    type`,
  "classes/marketing-list": `
    ...data/record ...common/external-source-system-audit-details ...mixins/record-status marketingListID
    marketingListKey:@datatypes/b2b-source marketingListName marketingListDescription`,
  "classes/marketing-list-member": `
    ...data/record ...common/external-source-system-audit-details ...mixins/record-status
    marketingListMemberID marketingListMemberKey:@datatypes/b2b-source personID
    personKey:@datatypes/b2b-source marketingListID marketingListKey:@datatypes/b2b-source`,
  "classes/media-scheduled-program": `
    ...data/record scheduleDate!:date mediaProgramDetails!:@datatypes/mediaProgramDetails
    defaultMetadata!:(show season episode assetID genreList:[] firstAirDate firstDigitalDate rating
    originator network showType dayPart feed streamFormat artist album label author station publisher cdn)
    customMetadata!:@datatypes/customMetadataDetails[] scheduleFilter!:(filterPath filterValue)`,
  "classes/opportunity-person": `
    ...data/record ...common/external-source-system-audit-details ...mixins/record-status
    opportunityPersonID opportunityPersonKey:@datatypes/b2b-source opportunityID
    opportunityKey:@datatypes/b2b-source personID personKey:@datatypes/b2b-source personRole isPrimary:bool`,
  "classes/paid-media": `
    ...data/record entityType!:=account|campaign|adgroup|ad|experience|asset entityIDs:(account:(accountGUID
    accountID) campaign:(campaignGUID campaignID) adGroup:(adGroupGUID adGroupID) ad:(adGUID adID)
    experience:(experienceGUID experienceID) asset:(assetGUID assetID))`,
  "classes/payer": "...data/record payerID payerName",
  "classes/plan": "...data/record planID planName",
  "classes/product": `
    ...data/record productID productName productDescription productRating:num
    productListPrice:@datatypes/currency productManufacturedDate:datetime productLastModifiedDate:datetime`,
  "classes/promotion": `
    ...data/record endDate:datetime promoCreative promotionDetails ID promoName promoPosition
    startDate:datetime`,
  "classes/provider": "...data/record providerID providerName:@context/person-name",
  "classes/vehicle-product": `
    ...data/record color inventoryType luggageCapacity:int make mileage:int model numberOfDoors:int
    options:[] ownership passengerCapacity:int postalCode starRating:int style trim vehicleCategory vin
    year:int`,
  "common/identity": "identityProvider! id! type!",
  "context/account": `
    ...data/record ...common/external-source-system-audit-details ...mixins/record-status accountID
    accountKey:@datatypes/b2b-source`,
  "context/account-activity": "...data/time-series accountKey:@datatypes/b2b-source accountEventType",
  "context/account-history": "...data/time-series accountKey:@datatypes/b2b-source accountEventType",
  "context/campaign-member": `
    ...data/record ...common/external-source-system-audit-details campaignMemberID
    campaignMemberKey:@datatypes/b2b-source campaignID campaignKey:@datatypes/b2b-source personID
    personKey:@datatypes/b2b-source`,
  "context/experienceevent":
    "...context/identitymap ...data/time-series eventMergeId producedBy !_id !timestamp",
  "context/intent":
    "...data/record ...common/external-source-system-audit-details ...mixins/record-status accountIntentID",
  "context/opportunity": `
    ...data/record ...common/external-source-system-audit-details ...mixins/record-status opportunityID
    opportunityKey:@datatypes/b2b-source opportunityName opportunityDescription opportunityType
    opportunityStage accountID accountKey:@datatypes/b2b-source`,
  "context/opportunity-contact-role": `
    ...data/record ...common/external-source-system-audit-details opportunityContactID! opportunityID!
    contactID!`,
  "context/profile": "...common/auditable ...data/record personID",
  "context/prospect-profile": "...common/auditable ...data/record partnerID",
  "context/segmentdefinition": `
    ...context/identitymap ...common/auditable ...data/record segmentIdentity:@context/segmentidentity
    segmentName! description version segmentStatus:=ACTIVE|INACTIVE|DELETED|DRAFT|REVOKED labels:[]`,
  "data/record": "_id",
  "data/time-series": "_id timestamp:datetime eventType",
};
