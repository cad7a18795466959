import type { XdmFacts } from "../notation";

/** Field groups of events about the actions of a person or a marketer. */
export const activityGroups: XdmFacts = {
  "mixins/events/add-to-campaign": `
    leadOperation:(addToCampaign:(campaignKey:@datatypes/b2b-source streamKey:@datatypes/b2b-source
    streamName))`,
  "mixins/events/add-to-list": "listOperations:(listID listKey:@datatypes/b2b-source)",
  "mixins/events/add-to-opportunity":
    "opportunityEvent:(opportunityID opportunityKey:@datatypes/b2b-source isPrimary:bool role)",
  "mixins/events/asks-questions-in-webinar": `
    leadOperation:(webinar:(askQuestions:(campaignName campaignID isAnswered:bool question
    campaignKey:@datatypes/b2b-source)))`,
  "mixins/events/asset-downloads-in-webinar": `
    leadOperation:(webinar:(assetDownload:(campaignName campaignID file campaignKey:@datatypes/b2b-source)))`,
  "mixins/events/call-to-action-clicked-in-webinar": `
    leadOperation:(webinar:(callToActionClick:(campaignName campaignID linkClicked
    campaignKey:@datatypes/b2b-source)))`,
  "mixins/events/callwebhook":
    "leadOperation:(callWebhook:(webhookID webhookKey:@datatypes/b2b-source webhookName responseCode:int))",
  "mixins/events/change-campaign-cadence": `
    leadOperation:(changeCampaignCadence:(campaignID:int campaignKey:@datatypes/b2b-source newCadence
    previousCadence))`,
  "mixins/events/change-campaign-stream": `
    leadOperation:(changeCampaignStream:(campaignKey:@datatypes/b2b-source
    newStreamKey:@datatypes/b2b-source newStreamName previousStreamKey:@datatypes/b2b-source
    previousStreamName))`,
  "mixins/events/conversation-concierge-event": `
    engagement:(conversationConciergeEvent:(sessionId conversationId conciergeDetails:(conciergeId
    conciergeName) sessionExpirationDetails:(createdAt:datetime endedAt:datetime duration
    conversationStatus:=INITIATED|DROPPED|COMPLETED)))`,
  "mixins/events/conversation-engagement-concierge": `
    engagement:(brandConciergeConversation:(conciergeDetails:(conciergeName pageURL)
    conversationDetails:(createdAt:datetime durationInSeconds:int
    conversationStatus:=INITIATED|DROPPED|COMPLETED conversationTranscript summary discussedTopics:[]
    productsOrServices:[] engagementScore:int language chatTranscript) conciergeKey:@datatypes/b2b-source))`,
  "mixins/events/convert-lead":
    "leadOperation:(convertLead:(assignTo isSentNotificationEmail:bool convertedStatus))",
  "mixins/events/emailbounced": `
    directMarketing:(mailingID mailingKey:@datatypes/b2b-source mailingName emailBouncedCode
    emailBouncedDetails email testVariantID testVariantName automationRunID)`,
  "mixins/events/emailbouncedsoft": `
    directMarketing:(mailingID mailingKey:@datatypes/b2b-source mailingName emailBouncedCode
    emailBouncedDetails email testVariantID testVariantName automationRunID)`,
  "mixins/events/emailclicked": `
    directMarketing:(mailingID mailingKey:@datatypes/b2b-source mailingName linkURL testVariantID
    testVariantName automationRunID) environment:(operatingSystem browserDetails:(userAgent))
    device:(isMobileDevice:bool model) web:(webInteraction:(linkID))`,
  "mixins/events/emaildelivered": `
    directMarketing:(mailingID mailingKey:@datatypes/b2b-source mailingName testVariantID testVariantName
    automationRunID)`,
  "mixins/events/emailopened": `
    directMarketing:(mailingID mailingKey:@datatypes/b2b-source mailingName testVariantID testVariantName
    automationRunID) environment:(operatingSystem browserDetails:(userAgent)) device:(isMobileDevice:bool
    model)`,
  "mixins/events/emailsent": `
    directMarketing:(emailSent:(mailingKey:@datatypes/b2b-source mailingName testVariantID testVariantName
    automationRunID))`,
  "mixins/events/emailunsubscribed": `
    directMarketing:(mailingID mailingKey:@datatypes/b2b-source mailingName testVariantID testVariantName
    automationRunID) web:(fillOutForm:(webFormID webFormName) webPageDetails:(webPageID name
    queryParameters) webReferrer:(URL)) environment:(ipV4 browserDetails:(userAgent))`,
  "mixins/events/engaged-with-agent-in-conversational-flow": `
    engagement:(agentInConversationalFlow:(agentDetails:(agentID agentEmail agentName)
    conversationDetails:(conversationStatus conversationSummary conversationTranscript) flowDetails:(flowID
    flowName conversationalFlowKey:@datatypes/b2b-source) pageDetails:(pageURL)))`,
  "mixins/events/engaged-with-agent-in-dialog": `
    engagement:(agentInDialogue:(agentDetails:(agentID agentEmail agentName) conversationDetails:(status
    summary transcript discussedTopics:[]) dialogueDetails:(dialogueID dialogueName pageURL)
    dialogueKey:@datatypes/b2b-source))`,
  "mixins/events/engaged-with-conversational-flow": `
    engagement:(conversationalFlow:(flowDetails:(flowID flowName) interactionDetails:(interactedUIType
    sourceName sourceType) conversationDetails:(status summary transcript discussedTopics:[])
    pageDetails:(pageURL) conversationalFlowKey:@datatypes/b2b-source))`,
  "mixins/events/engaged-with-dialogue": `
    engagement:(dialogue:(dialogueID dialogueKey:@datatypes/b2b-source dialogueName pageURL)
    conversationDetails:(status summary transcript discussedTopics:[]))`,
  "mixins/events/engagement-business-representative-concierge": `
    engagement:(businessRepresentativeInConcierge:(visitorProfileID
    businessRepresentativeDetails:(businessRepresentativeID businessRepresentativeEmail
    businessRepresentativeName) conciergeConversationDetails:(sessionID
    status:=INITIATED|REPRESENTATIVES_NOT_AVAILABLE|REPRESENTATIVES_FULLY_OCCUPIED|ACCEPTED|REPRESENTATIVES_NOT_ACCEPTED|SYSTEM_ERROR|COMPLETED|EXPIRED
    initiatedAt:datetime notifiedAgents:[] acceptedAt:datetime completedAt:datetime durationInSeconds:int
    completedBy:=REPRESENTATIVE|VISITOR|VISITOR_DROPPED_OFF|SYSTEM summary transcript discussedTopics:[])
    conciergeDetails:(conciergeID conciergeName pageURL) conciergeKey:@datatypes/b2b-source))`,
  "mixins/events/formfilledout": `
    web:(fillOutForm:(webFormID webFormKey:@datatypes/b2b-source webFormName) webPageDetails:(webPageID name
    queryParameters) webReferrer:(URL)) environment:(ipV4 browserDetails:(userAgent))`,
  "mixins/events/interacted-with-document-in-conversational-flow": `
    interaction:(documentInConversationalFlow:(flowDetails:(flowID flowName) documentDetails:(documentID
    documentName documentURL isDownloaded:bool isOpened:bool documentKey:@datatypes/b2b-source)
    pageDetails:(pageURL)))`,
  "mixins/events/interacted-with-document-in-dialogue": `
    interaction:(documentInDialogue:(dialogueDetails:(dialogueID dialogueName pageURL)
    documentDetails:(documentID documentName documentURL isDownloaded:bool isOpened:bool)
    documentKey:@datatypes/b2b-source))`,
  "mixins/events/interesting-moment":
    "leadOperation:(interestingMoment:(type description date:datetime source))",
  "mixins/events/linkclicks": `
    web:(webInteraction:(linkID webInteractionKey:@datatypes/b2b-source linkURL) webPageDetails:(webPageID
    name queryParameters) webReferrer:(URL)) environment:(ipV4 browserDetails:(userAgent))`,
  "mixins/events/meeting-booked-concierge": `
    scheduledmeeting:(conciergeDetails:(conciergeName) consultantDetails:(consultantID consultantEmail
    consultantName) meetingDetails:(meetingStatus scheduledFor:datetime routingType durationInMinutes:int
    createdAt:datetime comments) conciergeKey:@datatypes/b2b-source)`,
  "mixins/events/merge-leads": `
    leadOperation:(mergeLeads:(sourceKeys:@datatypes/b2b-source[] targetUpdated:bool mergedInCRM:bool
    mergeSource))`,
  "mixins/events/new-lead":
    "leadOperation:(newLead:(sourceType formName listName sfdcType leadSource createdDate:datetime))",
  "mixins/events/opportunityupdated": `
    opportunityEvent:(opportunityID opportunityKey:@datatypes/b2b-source dataValueChanges:(attributeName
    newValue oldValue)[])`,
  "mixins/events/remove-from-list": "listOperations:(listID listKey:@datatypes/b2b-source)",
  "mixins/events/remove-from-opportunity":
    "opportunityEvent:(opportunityID opportunityKey:@datatypes/b2b-source isPrimary:bool role)",
  "mixins/events/responded-to-poll-in-webinar": `
    leadOperation:(webinar:(pollResponse:(campaignName campaignID question response
    campaignKey:@datatypes/b2b-source)))`,
  "mixins/events/revenueStageChanged": `
    leadOperation:(changeRevenueStage:(modelKey:@datatypes/b2b-source modelName
    newStageKey:@datatypes/b2b-source newStageName previousStageKey:@datatypes/b2b-source previousStageName
    reason))`,
  "mixins/events/scorechanged": `
    leadOperation:(changeScore:(scoreAttributeID scoreAttributeKey:@datatypes/b2b-source scoreAttributeName
    changeValue newValue:int oldValue:int reason urgency:num priority:int relativeScore:int
    relativeUrgency:int))`,
  "mixins/events/statusincampaignprogressionchanged": `
    leadOperation:(campaignProgression:(campaignID campaignKey:@datatypes/b2b-source newStatusID
    newStatusName oldStatusID oldStatusName reason isAcquiredBy:bool isSuccessful:bool webinarURL))`,
  "mixins/events/visit-webpage": `
    web:(webPageDetails:(webPageID webPageKey:@datatypes/b2b-source name URL queryParameters
    isPersonalizedURL:bool) webReferrer:(URL)) environment:(ipV4 browserDetails:(userAgent))
    search:(searchEngine keywords)`,
};
