import type { XdmFacts } from "../notation";

/** Field groups of profiles. */
export const profileGroups: XdmFacts = {
  "context/profile-directmarketing": `
    directMarketingAddress:@context/directmarketing-address
    directMarketingEmail:@context/directmarketing-emailaddress
    directMarketingPhone:@context/directmarketing-phonenumber`,
  "context/profile-other-work-details": `
    otherAddress:@common/address otherPhone:@context/phonenumber
    extendedWorkDetails:(assistantDetails:(name:@context/person-name phone:@context/phonenumber) reportsToID
    departments:[] jobTitle photoUrl)`,
  "context/profile-owning-entities": "orgUnit:@common/orgunit geoUnit:@common/geounit",
  "context/profile-person-details": "person:@context/person",
  "context/profile-personal-details": `
    homeAddress:@common/address personalEmail:@context/emailaddress homePhone:@context/phonenumber
    mobilePhone:@context/phonenumber faxPhone:@context/phonenumber shippingAddressPhone:@context/phonenumber
    billingAddressPhone:@context/phonenumber shippingAddress:@common/address billingAddress:@common/address
    mailingAddress:@common/address`,
  "context/profile-phones": `
    homePhone:@context/phonenumber mobilePhone:@context/phonenumber workPhone:@context/phonenumber
    faxPhone:@context/phonenumber`,
  "context/profile-preferences-details":
    "preferredLanguage profilePictureLink emailFormat timeZone optInOut:any",
  "context/profile-privacy": `
    optOutConsentLevel:(privacyOptOuts:(optOutType:=general_opt_out|sales_sharing_opt_out
    optOutValue:=not_provided|pending|in|out timestamp:datetime)[])
    identityPrivacyInfo:(identityIABConsent:(consentTimestamp!:datetime
    consentString:@context/consentstring)){}{}`,
  "context/profile-push-details": "pushNotificationTokens:@context/pushnotificationtoken[]",
  "context/profile-push-notification-details": `
    pushNotificationDetails:(token platform blacklisted:bool blocklisted:bool denylisted:bool appID
    identiy:@context/identity identity:@context/identity)[] liveActivityPushNotificationDetails:(token
    platform denylisted:bool appID identity:@context/identity attributeType)[]`,
  "context/profile-subscriptions": "subscriptions:@context/subscription[]",
  "context/profile-test-profile": "testProfile:bool",
  "context/profile-trait-membership": "traitMembership:@datatypes/traitMembership{} system__traitMembership",
  "context/profile-work-details": `
    workAddress:@common/address workEmail:@context/emailaddress workPhone:@context/phonenumber
    organizations:[]`,
  "mixins/b2b-person-components": `
    personComponents:(sourcePersonID sourceAccountID sourceConvertedContactID sourceExternalID
    workEmail:@context/emailaddress personType personStatus personSource personScore:num personGroupID
    sourcePersonKey:@datatypes/b2b-source sourceAccountKey:@datatypes/b2b-source
    sourceConvertedContactKey:@datatypes/b2b-source sourceExternalKey:@datatypes/b2b-source)[]`,
  "mixins/b2b-person-details": `
    ...context/profile-personal-details ...context/profile-person-details
    ...context/profile-other-work-details ...context/profile-work-details ...context/identitymap
    ...common/external-source-system-audit-details ...mixins/record-status b2b:(accountID
    accountKey:@datatypes/b2b-source isBlocked:bool blockedCause isMarketingSuspended:bool
    marketingSuspendedCause isConverted:bool convertedDate:datetime convertedContactID
    convertedContactKey:@datatypes/b2b-source personOptInOut:any personKey:@datatypes/b2b-source companyName
    companyWebsite matchedAccount:(score:num accountKey:@datatypes/b2b-source scoreDate:datetime) personType
    personStatus personSource personScore:num personGroupID)`,
  "mixins/profile-consentResults": "consentPoliciesIDMap:[]{}{}",
  "mixins/profile-consentResults-v2": `
    consentPoliciesResultMap:(status:=realized|exited ts:datetime
    identityLevelConsents:(status:=realized|exited ts:datetime identity)[]{}){}`,
  "mixins/profile-consents": `
    consents:(collect:(val!:=y|n|p|u|dy|dn|LI|CT|CP|VI|PI) share:(val!:=y|n|p|u|dy|dn|LI|CT|CP|VI|PI)
    personalize:(content:(val!:=y|n|p|u|dy|dn|LI|CT|CP|VI|PI)) marketing:(preferred
    any:(val!:=y|n|p|u|dy|dn|LI|CT|CP|VI|PI time:datetime reason) email:(val!:=y|n|p|u|dy|dn|LI|CT|CP|VI|PI
    time:datetime reason subscriptions:(val:=y|n|p|u|dy|dn|LI|CT|CP|VI|PI type topics:[]
    subscribers:(time:datetime source){}){}) push:(val!:=y|n|p|u|dy|dn|LI|CT|CP|VI|PI time:datetime reason
    subscriptions:(val:=y|n|p|u|dy|dn|LI|CT|CP|VI|PI type topics:[] subscribers:(time:datetime source){}){})
    sms:(val!:=y|n|p|u|dy|dn|LI|CT|CP|VI|PI time:datetime reason
    subscriptions:(val:=y|n|p|u|dy|dn|LI|CT|CP|VI|PI type topics:[] subscribers:(time:datetime source){}){})
    whatsApp:(val!:=y|n|p|u|dy|dn|LI|CT|CP|VI|PI time:datetime reason
    subscriptions:(val:=y|n|p|u|dy|dn|LI|CT|CP|VI|PI type topics:[] subscribers:(time:datetime source){}){})
    call:(val!:=y|n|p|u|dy|dn|LI|CT|CP|VI|PI time:datetime reason) fax:(val!:=y|n|p|u|dy|dn|LI|CT|CP|VI|PI
    time:datetime reason) commercialEmail:(val!:=y|n|p|u|dy|dn|LI|CT|CP|VI|PI time:datetime reason)
    postalMail:(val!:=y|n|p|u|dy|dn|LI|CT|CP|VI|PI time:datetime reason))
    idSpecific:(collect:(val!:=y|n|p|u|dy|dn|LI|CT|CP|VI|PI) share:(val!:=y|n|p|u|dy|dn|LI|CT|CP|VI|PI)
    adID:(val!:=y|n|p|u|dy|dn|LI|CT|CP|VI|PI idType:=IDFA|GAID)
    personalize:(content:(val!:=y|n|p|u|dy|dn|LI|CT|CP|VI|PI))
    marketing:(email:(val!:=y|n|p|u|dy|dn|LI|CT|CP|VI|PI time:datetime reason)
    push:(val!:=y|n|p|u|dy|dn|LI|CT|CP|VI|PI time:datetime reason) sms:(val!:=y|n|p|u|dy|dn|LI|CT|CP|VI|PI
    time:datetime reason) whatsApp:(val!:=y|n|p|u|dy|dn|LI|CT|CP|VI|PI time:datetime reason))){}{}
    metadata:(time:datetime))`,
  "mixins/profile-inferred-person": `
    anonymousHostname inferredAddress:@common/address inferredCompany inferredCompanyStatus
    inferredMetropolitanArea inferredPhoneAreaCode`,
  "mixins/profile-personal-finance-details": `
    personalFinances:(accountCardsTotal:int assignedBeneficiary:@context/profile-person-details[]
    creditScores:(score:int provider scoreDate:datetime)[] employmentStatus ID:[]
    hasAssignedBeneficiary:bool)`,
  "mixins/profile-responses":
    "emailResponse:(isEmailBounced:bool emailBouncedDate:datetime emailBouncedReason)",
  "mixins/profile-source-system-markers": "sourceSystemName! recordTypeID recordStatus recordSource",
  "mixins/profile/profile-loyalty-details": `
    loyalty:(joinDate:datetime loyaltyID:[] points:num pointsExpiration:(pointsExpiring:num
    pointsExpirationDate:datetime)[] pointsRedeemed:num program upgradeDate tierUpgradeDate:datetime status
    tier nextTier pointsToNextTier:num tierExpiryDate:datetime adjustedPoints:num cardsDetails:(number
    series status)[] challenges:(description endDate:datetime frequencyType id name series
    startDate:datetime state tasks:(endDate:datetime entity goal:num name progress:num startDate:datetime
    state type)[])[] expiredPoints:num lifetimePoints:num lifetimePurchases:num promisedPoints:num
    returnedPoints:num rewards:(badges:(endDate:datetime id name series startDate:datetime state)[]
    coupons:(discountValue:num endDate:datetime id name redemptionCount:int redemptionLimit:int series
    startDate:datetime state storeName)[] giveaways:(endDate:datetime id name partnerId partnerName series
    startDate:datetime state type)[] referrals:(endDate:datetime id name recipient series startDate:datetime
    state)[]))`,
  "mixins/profile/profile-personal-tax-profile-details": `
    personalFinances:(personalTaxProfile:(filingJointly:bool filingSeparately:bool isHeadOfHousehold:bool
    householdIncome:@datatypes/currency singleFiler:bool taxBracket taxID))`,
  "mixins/profile/profile-telecom-subscription": `
    telecomSubscription:(primarySubscriber:@context/person primaryPartyID bundleName
    internetSubscription:(subscriptionDetails:@datatypes/telecom-subscription dataCap:int
    connectionType:=cable|dsl|fiber|mobile|satellite downloadSpeed:int uploadSpeed:int selfSetup:bool)[]
    landlineSubscription:(subscriptionDetails:@datatypes/telecom-subscription
    phoneNumber:@context/phonenumber minutes:int voicemail:bool callForwarding:bool callerID:bool
    callBlocking:bool callWaiting:bool threeWayCalling:bool internationalCalling:bool
    unlimitedLocalCalling:bool unlimitedDomesticLongDistance:bool)[]
    mediaSubscription:(subscriptionDetails:@datatypes/telecom-subscription channels:int
    streamingServices:(serviceName:int promotionalAddition:bool promotionLength:int)[])[]
    mobileSubscription:(subscriptionDetails:@datatypes/telecom-subscription earlyUpgradeEnrollment:bool
    planLevel phoneNumber:@context/phonenumber portedNumber:bool)[])`,
  "mixins/profile/profile-user-account-details": `
    userAccount:(ID contactDetails:@context/profile-personal-details startDate:datetime
    status:=active|inactive|disabled|other accountType productPreferences:[] alertStatus:bool
    autopayStatus:bool)`,
  "mixins/profile/travel-preferences": `
    travelPreferences:(seat:=noPreference|aisle|window|middle
    seatSection:=noPreference|forward|bulkhead|exitRow|rear meal preferredDepartureAirportCode
    ticketDelivery:=eTicket|physical medicalAlerts
    roomType:=noPreference|king|queen|double|twin|single|disability smokingRoom:bool foamPillows:bool
    rollAwayBed:bool crib:bool earlyCheckIn:bool gym:bool pool:bool hasRestaurant:bool roomService:bool
    wheelchairAccessible:bool visuallyImpairedAccessible:bool vehicleType smokingVehicle:bool
    manualTransmission:bool)`,
};
