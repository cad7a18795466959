import type { XdmFacts } from "../notation";

/** Field groups of paid media. */
export const paidMediaGroups: XdmFacts = {
  "mixins/paid-media/account-details": `
    paidMedia:(accountDetails:(accountName currency currencyCode timezone
    accountType:=business|personal|agency|brand|other businessName industry country isTestAccount:bool
    parentAccountID agencyID
    permissions:=owner|admin|analyst|campaign_manager|creative_manager|finance_manager|viewer[]
    spendingLimits:(dailyLimit:num monthlyLimit:num totalLimit:num)
    billingInfo:(billingType:=prepaid|postpaid|credit_line|credit_card paymentMethod creditLimit:num
    currentBalance:num) contactInfo:(primaryEmail phone website address:@common/address)
    additionalDetails:@datatypes/paid-media-additional-field[]))`,
  "mixins/paid-media/ad-details": `
    paidMedia:(adDetails:(adType creative:@datatypes/paid-media-creative
    reviewStatus:=pending|approved|rejected|under_review|needs_attention|not_reviewed reviewStatusReasons:[]
    deliveryStatus:=active|inactive|pending|learning|limited|not_delivering|completed isPinDeleted:bool
    isRemovable:bool payingAdvertiserName creativeAssetGroupsSpec:(isDynamic:bool assetGroups:(groupName
    assetIDs:[])[]) degreesOfFreedomSpec:(enabled:bool features:[])
    socialMediaProperties:(effectiveObjectStoryID sourceInstagramMediaID
    objectStorySpec:@datatypes/paid-media-additional-field{} isShareable:bool favoriteDisplayMode)
    appProperties:(appInstallProperties:@datatypes/paid-media-additional-field{}
    deepLinkProperties:@datatypes/paid-media-additional-field{})
    leadGenerationProperties:(leadGenerationFormID offerDisclaimerID)
    partnershipProperties:(creatorPartnershipType profileProperties:(profileID))
    interactionProperties:(chatProperties:@datatypes/paid-media-additional-field{}
    webViewProperties:@datatypes/paid-media-additional-field{}
    adToLensProperties:@datatypes/paid-media-additional-field{}
    adToCallProperties:@datatypes/paid-media-additional-field{}
    adToMessageProperties:@datatypes/paid-media-additional-field{}
    reminderProperties:@datatypes/paid-media-additional-field{})
    urlTracking:@datatypes/paid-media-url-tracking
    additionalDetails:@datatypes/paid-media-additional-field[]))`,
  "mixins/paid-media/adgroup-details": `
    paidMedia:(adGroupDetails:(startTime:datetime endTime:datetime adGroupType childAdType
    promotedObject:(objectType objectID productSetID) budgetSettings:(budgetType:=daily|lifetime
    dailyBudget:num lifetimeBudget:num budgetInMicroCurrency:int bidInMicroCurrency:int bidStrategyType
    targetCpa:num targetRoas:num roasValueMicro:int) targeting:@datatypes/paid-media-targeting
    optimizationSettings:(optimizationGoal optimizationGoalMetadata:@datatypes/paid-media-additional-field{}
    conversionWindow isAutoTargetingEnabled:bool isCampaignOptimization:bool)
    placementSettings:(placementGroup placements:[] deviceTypes:[])
    deliverySettings:(pacingDeliveryType:=standard|accelerated deliveryConstraint deliveryStatus
    reachGoal:int impressionGoal:int) trackingSettings:(pixelID measurementProviderNames:[] eventSources:[]
    skadnetworkProperties:(status) urlTracking:@datatypes/paid-media-url-tracking)
    brandSafetyConfig:(inventoryFilter blockedCategories:[])
    additionalDetails:@datatypes/paid-media-additional-field[]))`,
  "mixins/paid-media/asset-details": `
    paidMedia:(assetDetails:(assetType assetSubType title description content mediaProperties:(url
    permalinkURL thumbnailURL source hash) dimensions:(width:int height:int aspectRatio
    orientation:=landscape|portrait|square) fileProperties:(fileSize:int fileSizeFormatted mimeType
    fileExtension encoding) videoProperties:(duration:num frameRate:num bitrate:int codec hasAudio:bool
    youtubeVideoID) imageProperties:(colorSpace hasTransparency:bool isAnimated:bool dominantColors:[])
    interactionProperties:(interactionType buttonProperties:@datatypes/paid-media-additional-field{}
    webViewProperties:(url) deepLinkProperties:@datatypes/paid-media-additional-field{})
    leadFormProperties:(backgroundImageAsset formFields:(fieldType fieldLabel isRequired:bool)[])
    dynamicEducationProperties:(imageURL thumbnailImageURL) usageMetadata:(usageCount:int
    lastUsedDate:datetime associatedCampaigns:[] associatedAds:[])
    additionalDetails:@datatypes/paid-media-additional-field[]))`,
  "mixins/paid-media/attribution-metrics": `
    paidMedia:(attributionMetrics:(attributionModel:=LAST_CLICK|FIRST_CLICK|LINEAR|TIME_DECAY|POSITION_BASED|DATA_DRIVEN|EVEN_CREDIT|CUSTOM
    clickAttributionWindow:=1_DAY|7_DAY|14_DAY|28_DAY|30_DAY|60_DAY|90_DAY|CUSTOM
    viewAttributionWindow:=1_DAY|7_DAY|14_DAY|28_DAY|30_DAY|CUSTOM
    engagementAttributionWindow:=1_DAY|7_DAY|14_DAY|28_DAY|30_DAY|CUSTOM
    crossDeviceAttribution:(enabled:bool crossDeviceConversions:num crossDeviceConversionRate:num
    crossDeviceConversionRateUncapped:num deviceSwitchRate:num averageDevicesPerPath:num
    devicePathBreakdown:(mobileToDesktop:num desktopToMobile:num mobileToMobileApp:num))
    attributionWeight:num touchpointPosition:=first|middle|last|only touchpointSequence:int
    totalTouchpoints:int pathLength:int timeToConversion:num attributionConfidence:num incrementalImpact:num
    baselineConversions:num incrementalConversions:num liftPercentage:num
    attributionMethodology:(algorithmType modelVersion trainingPeriod dataQuality:num sampleSize:int)
    crossChannelAttribution:(channelContribution:num channelSequence:(channel position:int weight:num)[]
    dominantChannel)))`,
  "mixins/paid-media/campaign-details": `
    paidMedia:(campaignDetails:(objective:=awareness|consideration|conversions|reach|traffic|engagement|app_installs|video_views|lead_generation|catalog_sales|store_visits|other
    startTime:datetime endTime:datetime campaignType subType
    promotedObject:(objectType:=page|app|product|event|website|catalog|other objectID objectName objectURL)
    budgetSettings:(isCampaignBudgetOptimization:bool
    budgetType:=daily|lifetime|campaign_budget_optimization dailyBudget:num lifetimeBudget:num spendCap:num
    bidStrategy bidAmount:num) targeting:@datatypes/paid-media-targeting scheduling:(isAlwaysOn:bool
    flightDates:(startDate:datetime endDate:datetime budget:num)[] dayParting:(enabled:bool
    schedule:(dayOfWeek:=monday|tuesday|wednesday|thursday|friday|saturday|sunday startHour:int
    endHour:int)[])) frequencyCapping:(enabled:bool impressionCap:int timePeriod:=hour|day|week|month)
    conversionTracking:(pixelIDs:[] conversionEvents:[] attributionWindow
    urlTracking:@datatypes/paid-media-url-tracking)
    ios14CampaignType:=REGULAR_CAMPAIGN|IOS14_CAMPAIGN|ADVANCED_DEDICATED_CAMPAIGN skanEnabled:bool
    skanPostbackWindow:=POSTBACK_WINDOW_MODE1|POSTBACK_WINDOW_MODE2|POSTBACK_WINDOW_MODE3
    appProfilePageEnabled:bool isAutomatedCampaign:bool
    automatedCampaignType:=SMART_PLUS|SMART_PERFORMANCE_WEB|MAXIMUM_DELIVERY|AUTO_CAMPAIGN|DYNAMIC_CREATIVE|GMV_MAX|OTHER
    catalogId catalogAuthorizedBusinessCenterId
    productSource:=CATALOG|STORE|GOOGLE_MERCHANT_CENTER|TIKTOK_SHOP|AMAZON|SHOPIFY|MANUAL|OTHER productSetId
    storeId storeAuthorizedBusinessCenterId placementBidAdjustments:(placement!
    placementType:=SEARCH|PRODUCT_PAGE|HOME|FEED|STORIES|REELS|OTHER adjustmentPercentage!:num)[]
    additionalDetails:@datatypes/paid-media-additional-field[]))`,
  "mixins/paid-media/conversion-metrics": `
    paidMedia:(conversionMetrics:(postClickConversions:num postViewConversions:num
    postEngagementConversions:num conversionsByType:(purchases:num addToCart:num initiateCheckout:num
    leads:num registrations:num downloads:num subscriptions:num customEvents:num addPaymentInfo:num
    search:num viewContent:num landingPageView:num) conversionRate:num conversionRateUncapped:num
    costPerAction:num conversionLag:num conversionPath:(averagePathLength:num medianPathLength:num
    singleTouchConversions:num multiTouchConversions:num averageTouchpoints:num assistedConversions:num
    directConversions:num) assistedConversions:num directConversions:num newCustomerConversions:num
    returningCustomerConversions:num averageOrderValue:num totalOrderValue:num
    conversionQuality:(qualityScore:num fraudRate:num validationRate:num) leads:int qualifiedLeads:int
    costPerLead:num leadFormOpens:int leadFormSubmissions:int leadFormCompletionRate:num))`,
  "mixins/paid-media/core-identifiers": `
    paidMedia:(adNetwork!:=meta|google_ads|google_cm360|snapchat|pinterest|tiktok|linkedin|amazon|reddit|twitter|adobe_dsp|other
    network accountID accountGUID campaignID campaignGUID adGroupID adGroupGUID adID adGUID experienceID
    experienceGUID assetID assetGUID portfolioID portfolioGUID hierarchyPath channel)`,
  "mixins/paid-media/core-metadata": `
    paidMedia:(metadata:(name
    status:=active|paused|deleted|archived|draft|completed|pending_review|rejected|unknown servingStatus
    currency currencyCode timezone createdTime:datetime updatedTime:datetime startTime:datetime
    endTime:datetime
    objective:=awareness|consideration|conversions|reach|traffic|engagement|app_installs|video_views|lead_generation|catalog_sales|store_visits|other
    budgetType:=daily|lifetime|campaign_budget_optimization dailyBudget:num lifetimeBudget:num
    biddingStrategy optimizationGoal))`,
  "mixins/paid-media/core-metrics": `
    paidMedia:(metrics:(impressions:int clicks:int spend:num reach:int frequency:num ctr:num ctrUncapped:num
    cpm:num cpc:num conversions:num conversionValue:num costPerConversion:num roas:num videoViews:int
    videoCompletions:int engagements:int engagementRate:num engagementRateUncapped:num
    additionalMetrics:(metricName! metricValue!:num metricType metricUnit)[]))`,
  "mixins/paid-media/cost-metrics": `
    paidMedia:(costMetrics:(spendInMicroCurrency:int averageCpm:num averageCpc:num averageCpe:num
    averageCpv:num averageCpa:num averageCpl:num bidAmount:num bidAmountMicro:int maxBid:num minBid:num
    targetBid:num actualBid:num qualityScore:num adRank:num competitionIndex:num
    impressionShare:(impressionShare:num impressionShareRank:num impressionShareBudget:num
    lostImpressionShareRank:num lostImpressionShareBudget:num exactMatchImpressionShare:num
    topImpressionShare:num absoluteTopImpressionShare:num) lostImpressionShareRank:num
    lostImpressionShareBudget:num budgetUtilization:(budgetAllocated:num budgetSpent:num budgetRemaining:num
    budgetUtilization:num budgetUtilizationUncapped:num dailyBudget:num dailySpend:num
    dailyBudgetUtilization:num dailyBudgetUtilizationUncapped:num pacingStatus:=on_track|ahead|behind|paused
    projectedSpend:num budgetOverrun:num budgetUnderrun:num) budgetRemaining:num budgetPacing:num
    costEfficiency:num marginOfError:num confidenceLevel:num
    costTrend:=increasing|decreasing|stable|volatile costVariance:num))`,
  "mixins/paid-media/denormalized-names": `
    paidMedia:(denormalizedNames:(accountName campaignName adGroupName adName experienceName assetName
    portfolioName))`,
  "mixins/paid-media/dimensional-breakdowns": `
    paidMedia:(breakdownType dimensionalBreakdowns:(deviceType:=desktop|mobile|tablet|tv|other placement
    ageGroup age gender:=male|female|all|unknown country region city language interestCategory
    behaviorCategory audienceSegment campaignObjective optimizationGoal creativeFormat adPosition position
    platform timeOfDay dayOfWeek
    adNetworkType:=search|display|youtube|shopping|discover|gmail|maps|search_partners|other
    adSlot:=top|absolute_top|other))`,
  "mixins/paid-media/experience-details": `
    paidMedia:(experienceDetails:(experienceName experienceDescription experienceType sourceURL thumbnailURL
    landingPageURL headingText bodyText callToAction assetIDs:[] assetGUIDs:[]
    carouselProperties:(cardCount:int cards:(cardIndex:int assetID assetGUID heading description
    destinationURL)[]) collectionProperties:(coverAssetID coverAssetGUID itemCount:int)
    videoProperties:(duration:num hasSound:bool autoplay:bool) interactionProperties:(isInteractive:bool
    interactionType:=swipe|tap|click|scroll|playable|form|other) instantExperienceProperties:(templateType
    componentCount:int) performanceMetadata:(usageCount:int lastUsedDate:datetime associatedCampaigns:[]
    associatedAds:[]) additionalDetails:@datatypes/paid-media-additional-field[]))`,
  "mixins/paid-media/extended-metrics": `
    paidMedia:(extendedMetrics:(viewableImpressions:int viewabilityRate:num uniqueClicks:int linkClicks:int
    outboundClicks:int saves:int shares:int likes:int comments:int pageEngagement:int pageLikes:int
    postEngagement:int postComments:int postReactions:int postShares:int postSaves:int follows:int
    profileVisits:int websiteVisits:int averageDwellTime:num appInstalls:int appOpens:int
    leadSubmissions:int signups:int downloads:int subscriptions:int checkouts:int addToCarts:int
    wishlistAdds:int productViews:int photoViews:int catalogViews:int storeVisits:int callsGenerated:int
    directionsRequested:int eventResponses:int messagesSent:int))`,
  "mixins/paid-media/measurement-run": `
    paidMedia:(measurementRun:(moduleID matchRate:num groupedConversions:num conversionEventType
    audienceName placementName siteName))`,
  "mixins/paid-media/quality-metrics": `
    paidMedia:(qualityMetrics:(relevanceScore:num engagementScore:num conversionScore:num
    overallQualityScore:num negativeActions:int negativeActionRate:num negativeActionRateUncapped:num
    positiveActions:int positiveActionRate:num positiveActionRateUncapped:num brandSafetyScore:num
    viewabilityScore:num fraudScore:num invalidTrafficRate:num botTrafficRate:num humanTrafficRate:num
    attentionScore:num dwellTime:num interactionDepth:num creativeFatigue:num frequencyFatigue:num
    audienceRelevance:num contextualRelevance:num emotionalResonance:num memorabilityScore:num
    brandLiftScore:num intentLiftScore:num qualityTrend:=improving|declining|stable|volatile
    benchmarkComparison:(industryAverage:num percentileRank:num competitorAverage:num)))`,
  "mixins/paid-media/video-metrics": `
    paidMedia:(videoMetrics:(videoPlays:int video3SecViews:int video2SecViews:int video6SecViews:int
    video10SecViews:int videoViewRate2Sec:num videoViewRate6Sec:num video15SecViews:int video30SecViews:int
    videoQuartile1:int videoQuartile2:int videoQuartile3:int videoCompletions:int videoCompletionRate:num
    videoViewRate25Percent:num videoViewRate50Percent:num videoViewRate75Percent:num
    videoViewRate100Percent:num averageVideoWatchTime:num totalVideoWatchTime:num videoMrcViews:int
    videoThroughplayViews:int videoSkips:int videoSkipRate:num videoReplays:int videoPauses:int
    videoResumes:int videoFullscreenViews:int videoMutes:int videoUnmutes:int videoVolumeChanges:int
    videoClickToPlays:int videoAutoPlays:int videoViewabilityRate:num videoAudibilityRate:num))`,
};
