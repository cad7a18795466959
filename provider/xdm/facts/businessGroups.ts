import type { XdmFacts } from "../notation";

/** Field groups of accounts, campaigns, opportunities, products and other business records. */
export const businessGroups: XdmFacts = {
  "account/events/account-interesting-moment":
    "accountInterestingMoment:(source type stepID:int choiceNumber:int)",
  "account/events/account-score-change":
    "scoreChange:(oldValue:num newValue:num changeValue:num reason priority:int)",
  "account/events/add-to-account-list": "addToAccountList:(listName listID:int source)",
  "account/events/add-to-journey":
    "addToJourney:(source stepID:int choiceNumber:int journeyName journeyID:int)",
  "account/events/data-value-change": `
    dataValueChange:(attributeName reason source oldValueString newValueString oldValueNumber:num
    newValueNumber:num oldValueDateTime:datetime newValueDateTime:datetime)`,
  "account/events/remove-from-account-list": "removeFromAccountList:(listName listID:int source)",
  "account/events/remove-from-journey":
    "removeFromJourney:(source stepID:int choiceNumber:int journeyName journeyID:int)",
  "context/campaign-member-details": `
    ...mixins/record-status memberStatus memberStatusReason nurtureTrackName nurtureCadence isExhausted:bool
    webinarRegistrationID webinarConfirmationUrl acquiredByCampaignID
    acquiredByCampaignKey:@datatypes/b2b-source hasReachedSuccess:bool reachedSuccessDate:datetime
    membershipDate:datetime lastStatus hasResponded:bool firstRespondedDate:datetime b2b:(personType)`,
  "context/opportunity-contact-role-details": "roleID opportunityContactRole isPrimary:bool isDeleted:bool",
  "mixins/account-components": `
    accountComponents:(sourceAccountID:@datatypes/b2b-source sourceAccountParentID:@datatypes/b2b-source
    sourceExternalID:@datatypes/b2b-source sourcePartnerAccountID:@datatypes/b2b-source
    sourceAccountOwnerID:@datatypes/b2b-source segmentationAttributes:(accountName accountTerritoryID
    accountScore:num accountBillingAddress:@common/address accountShippingAddress:@common/address
    accountPhysicalAddress:@common/address accountOrganization:@datatypes/b2b-account-organization))[]`,
  "mixins/account-details": `
    accountName accountTerritoryID accountScore:num accountBillingAddress:@common/address
    accountShippingAddress:@common/address accountPhysicalAddress:@common/address
    accountOrganization:@datatypes/b2b-account-organization accountParentID
    accountParentKey:@datatypes/b2b-source partnerAccountID accountNumber accountDescription accountSite
    accountType accountSourceType defaultCurrencyCode accountOwnership accountOwnerID accountTradeStyle
    accountPhone:@context/phonenumber accountFax:@context/phonenumber`,
  "mixins/account-person-components": `
    accountPersonComponents:(sourceAccountPersonID:@datatypes/b2b-source
    sourceExternalID:@datatypes/b2b-source sourceAccountID:@datatypes/b2b-source
    sourcePersonID:@datatypes/b2b-source personRole)[]`,
  "mixins/account-person-details": "matchedAccount:(matchingScore:num scoreCreatedDate:datetime)",
  "mixins/campaign-components": `
    campaignComponents:(sourceCampaignID:@datatypes/b2b-source sourceParentCampaignID:@datatypes/b2b-source
    sourceExternalID:@datatypes/b2b-source sourceCampaignOwnerID:@datatypes/b2b-source)[]`,
  "mixins/campaign-details": `
    ...mixins/record-status parentCampaignID parentCampaignKey:@datatypes/b2b-source campaignStatus
    campaignProgressionName integrationPartnerName channelName campaignStartDate:datetime
    campaignEndDate:datetime timeZone timezoneName timeZoneDelivery webinarSessionName
    webinarSessionDescription webinarHistorySyncStatus webinarHistorySyncDate:datetime isActive:bool
    lastActivityDate:datetime expectedResponse expectedRevenue:@datatypes/currency
    budgetedCost:@datatypes/currency actualCost:@datatypes/currency`,
  "mixins/campaign-member-components": `
    campaignMemberComponents:(sourceCampaignMemberID:@datatypes/b2b-source
    sourceCampaignID:@datatypes/b2b-source sourceExternalID:@datatypes/b2b-source
    sourcePersonID:@datatypes/b2b-source sourceAcquiredByCampaignID:@datatypes/b2b-source memberStatus
    memberStatusReason hasReachedSuccess:bool reachedSuccessDate:datetime)[]`,
  "mixins/currency-conversion-details":
    "sourceISOCode targetISOCode startDate:date endDate:date conversionRate:num",
  "mixins/intent-details": `
    sourceSystemType:=BO|ZI|DE|LS domain topicName thirdPartyAccountID accountKey:@datatypes/b2b-source
    topicID categoryName keywordSetId intentStrength score:int scoreDelta:int topSignalLocations:[]
    recordedDate:datetime createdDate:datetime companyName companySize industry DomainOrigin`,
  "mixins/marketing-list-components": `
    marketingListComponents:(sourceMarketingListID:@datatypes/b2b-source
    sourceExternalID:@datatypes/b2b-source)[]`,
  "mixins/marketing-list-member-components": `
    marketingListMemberComponents:(sourceMarketingListMemberID:@datatypes/b2b-source
    sourcePersonID:@datatypes/b2b-source sourceMarketingListID:@datatypes/b2b-source
    sourceExternalID:@datatypes/b2b-source)[]`,
  "mixins/opportunity-components": `
    opportunityComponents:(sourceOpportunityID:@datatypes/b2b-source sourceAccountID:@datatypes/b2b-source
    sourceExternalID:@datatypes/b2b-source sourceOpportunityOwnerID:@datatypes/b2b-source
    sourceCampaignID:@datatypes/b2b-source)[]`,
  "mixins/opportunity-details": `
    campaignID campaignKey:@datatypes/b2b-source fiscalYear:int fiscalQuarter forecastCategory
    forecastCategoryName isClosed:bool isWon:bool probabilityPercentage:num
    opportunityAmount:@datatypes/currency expectedRevenue:@datatypes/currency opportunityQuantity:int
    expectedCloseDate:date actualCloseDate:datetime lastActivityDate:datetime leadSource nextStep`,
  "mixins/opportunity-person-components": `
    opportunityPersonComponents:(sourceOpportunityPersonID:@datatypes/b2b-source
    sourceExternalID:@datatypes/b2b-source sourceOpportunityID:@datatypes/b2b-source
    sourcePersonID:@datatypes/b2b-source personRole)[]`,
  "mixins/product-brand": "productPageURL productImageURL",
  "mixins/product-catalog": "productCatalogName productCatalogDescription",
  "mixins/product-catalog-category": "productCatalogCategoryName parentProductCatalogCategoryName",
  "mixins/product-category":
    "productCategoryName productCategoryDescription productSubcategoryName productSubcategoryDescription",
  "mixins/product-identifiers": "productSKU productGTIN productImageURL productSearchKeywords:[]",
  "mixins/product-measurement": "productSize unitOfMeasureName unitOfMeasureCode",
  "mixins/related-accounts": "relatedAccounts:[] relatedAccountKeys:@datatypes/b2b-source[]",
  "mixins/sports-entertainment-event-schedule": `
    sportsEntertainmentEventSchedule:(locationID eventStartDateTime:datetime attractionName
    eventClassification eventSubClassification premiumDoorTime:datetime regularDoorTime:datetime
    ticketSalesStartTime:datetime ticketSalesEndTime:datetime ticketsAvailable:bool eventSeasonName)`,
  "mixins/sports-entertainment-event-venue": `
    eventVenue:(designatedMarketAreas:[] currency:@datatypes/currency markets:[]
    physicalAddress:@common/address seatingCapacity:int timeZone url)`,
};
