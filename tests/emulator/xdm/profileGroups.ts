import type { XdmFacts } from "./notation";

/**
 * Standard field groups for records: people, accounts, opportunities and products.
 * Facts (names, paths and types) taken from Adobe XDM, https://github.com/adobe/xdm, Copyright Adobe Systems
 * Incorporated, CC BY 4.0. Texts, limits and enumerations are omitted. Names are written as the Schema Registry shows
 * them: without the prefix xdm:, and with namespaces as in _repo.createDate. See notation.ts for the notation.
 */
export const profileGroups: XdmFacts = {
  "context/profile-person-details": {
    title: "Demographic Details",
    classes: ["context/profile", "context/experienceevent"],
    fields: "person:>context/person",
  },
  "context/profile-personal-details": {
    title: "Personal Contact Details",
    classes: ["context/profile", "context/experienceevent"],
    fields: `
      homeAddress:>common/address personalEmail:>context/emailaddress homePhone:>context/phonenumber
      mobilePhone:>context/phonenumber faxPhone:>context/phonenumber
      shippingAddressPhone:>context/phonenumber billingAddressPhone:>context/phonenumber
      shippingAddress:>common/address billingAddress:>common/address mailingAddress:>common/address
    `,
  },
  "context/profile-work-details": {
    title: "Work Contact Details",
    classes: ["context/profile"],
    fields: `
      workAddress:>common/address workEmail:>context/emailaddress workPhone:>context/phonenumber
      organizations[]
    `,
  },
  "context/profile-other-work-details": {
    title: "Profile Other Work Details",
    classes: ["context/profile"],
    fields: `
      otherAddress:>common/address otherPhone:>context/phonenumber
      extendedWorkDetails.assistantDetails.name:>context/person-name
      extendedWorkDetails.assistantDetails.phone:>context/phonenumber extendedWorkDetails.reportsToID
      extendedWorkDetails.departments[] extendedWorkDetails.jobTitle extendedWorkDetails.photoUrl
    `,
  },
  "context/profile-preferences-details": {
    title: "Preference Details",
    classes: ["context/profile"],
    fields: "preferredLanguage profilePictureLink emailFormat timeZone optInOut:obj",
  },
  "context/profile-phones": {
    title: "Phone Number Details",
    classes: ["context/profile"],
    fields: `
      homePhone:>context/phonenumber mobilePhone:>context/phonenumber workPhone:>context/phonenumber
      faxPhone:>context/phonenumber
    `,
  },
  "context/identitymap": {
    title: "IdentityMap",
    fields: "identityMap{}[]:>context/identityitem",
  },
  "context/profile-segmentation": {
    title: "Segment Membership Details",
    classes: ["context/profile", "context/account", "context/prospect-profile"],
    fields: `
      segments[]:>context/segmentmembership segmentMembership{}{}:>context/segmentmembership
    `,
  },
  "mixins/profile-consents": {
    title: "Consent and Preference Details",
    classes: ["context/profile"],
    inherits: ["datatypes/consents-and-preferences"],
    fields: "",
  },
  "mixins/profile/profile-loyalty-details": {
    title: "Loyalty Details",
    classes: ["context/profile"],
    fields: `
      loyalty.joinDate:datetime loyalty.loyaltyID[] loyalty.points:num
      loyalty.pointsExpiration[].pointsExpiring:num loyalty.pointsExpiration[].pointsExpirationDate:datetime
      loyalty.pointsRedeemed:num loyalty.program loyalty.upgradeDate loyalty.tierUpgradeDate:datetime
      loyalty.status loyalty.tier loyalty.nextTier loyalty.pointsToNextTier:num
      loyalty.tierExpiryDate:datetime loyalty.adjustedPoints:num loyalty.cardsDetails[].number
      loyalty.cardsDetails[].series loyalty.cardsDetails[].status loyalty.challenges[].description
      loyalty.challenges[].endDate:datetime loyalty.challenges[].frequencyType loyalty.challenges[].id
      loyalty.challenges[].name loyalty.challenges[].series loyalty.challenges[].startDate:datetime
      loyalty.challenges[].state loyalty.challenges[].tasks[].endDate:datetime
      loyalty.challenges[].tasks[].entity loyalty.challenges[].tasks[].goal:num
      loyalty.challenges[].tasks[].name loyalty.challenges[].tasks[].progress:num
      loyalty.challenges[].tasks[].startDate:datetime loyalty.challenges[].tasks[].state
      loyalty.challenges[].tasks[].type loyalty.expiredPoints:num loyalty.lifetimePoints:num
      loyalty.lifetimePurchases:num loyalty.promisedPoints:num loyalty.returnedPoints:num
      loyalty.rewards.badges[].endDate:datetime loyalty.rewards.badges[].id loyalty.rewards.badges[].name
      loyalty.rewards.badges[].series loyalty.rewards.badges[].startDate:datetime
      loyalty.rewards.badges[].state loyalty.rewards.coupons[].discountValue:num
      loyalty.rewards.coupons[].endDate:datetime loyalty.rewards.coupons[].id loyalty.rewards.coupons[].name
      loyalty.rewards.coupons[].redemptionCount:int loyalty.rewards.coupons[].redemptionLimit:int
      loyalty.rewards.coupons[].series loyalty.rewards.coupons[].startDate:datetime
      loyalty.rewards.coupons[].state loyalty.rewards.coupons[].storeName
      loyalty.rewards.giveaways[].endDate:datetime loyalty.rewards.giveaways[].id
      loyalty.rewards.giveaways[].name loyalty.rewards.giveaways[].partnerId
      loyalty.rewards.giveaways[].partnerName loyalty.rewards.giveaways[].series
      loyalty.rewards.giveaways[].startDate:datetime loyalty.rewards.giveaways[].state
      loyalty.rewards.giveaways[].type loyalty.rewards.referrals[].endDate:datetime
      loyalty.rewards.referrals[].id loyalty.rewards.referrals[].name loyalty.rewards.referrals[].recipient
      loyalty.rewards.referrals[].series loyalty.rewards.referrals[].startDate:datetime
      loyalty.rewards.referrals[].state
    `,
  },
  "context/profile-test-profile": {
    title: "Profile test details",
    classes: ["context/profile"],
    fields: "testProfile:bool",
  },
  "mixins/profile/profile-user-account-details": {
    title: "User Account Details",
    classes: ["context/profile"],
    fields: `
      userAccount.ID userAccount.contactDetails:>context/profile-personal-details
      userAccount.startDate:datetime userAccount.status userAccount.accountType
      userAccount.productPreferences[] userAccount.alertStatus:bool userAccount.autopayStatus:bool
    `,
  },
  "context/profile-owning-entities": {
    title: "Profile owning entity details",
    classes: ["context/profile"],
    fields: "orgUnit:>common/orgunit geoUnit:>common/geounit",
  },
  "context/profile-privacy": {
    title: "IAB TCF 2.0 Consent Details",
    classes: ["context/profile"],
    fields: `
      optOutConsentLevel.privacyOptOuts[].optOutType optOutConsentLevel.privacyOptOuts[].optOutValue
      optOutConsentLevel.privacyOptOuts[].timestamp:datetime
      identityPrivacyInfo{}{}.identityIABConsent.consentTimestamp:datetime
      identityPrivacyInfo{}{}.identityIABConsent.consentString:>context/consentstring
    `,
  },
  "mixins/b2b-person-details": {
    title: "XDM Business Person Details",
    classes: ["context/profile"],
    inherits: [
      "context/profile-personal-details",
      "context/profile-person-details",
      "context/profile-other-work-details",
      "context/profile-work-details",
      "context/identitymap",
      "common/external-source-system-audit-details",
      "mixins/record-status",
    ],
    fields: `
      b2b.accountID b2b.accountKey:>datatypes/b2b-source b2b.isBlocked:bool b2b.blockedCause
      b2b.isMarketingSuspended:bool b2b.marketingSuspendedCause b2b.isConverted:bool
      b2b.convertedDate:datetime b2b.convertedContactID b2b.convertedContactKey:>datatypes/b2b-source
      b2b.personOptInOut:obj b2b.personKey:>datatypes/b2b-source b2b.companyName b2b.companyWebsite
      b2b.matchedAccount.score:num b2b.matchedAccount.accountKey:>datatypes/b2b-source
      b2b.matchedAccount.scoreDate:datetime b2b.personType b2b.personStatus b2b.personSource
      b2b.personScore:num b2b.personGroupID
    `,
  },
  "mixins/b2b-person-components": {
    title: "XDM Business Person Components",
    classes: ["context/profile"],
    fields: `
      personComponents[].sourcePersonID personComponents[].sourceAccountID
      personComponents[].sourceConvertedContactID personComponents[].sourceExternalID
      personComponents[].workEmail:>context/emailaddress personComponents[].personType
      personComponents[].personStatus personComponents[].personSource personComponents[].personScore:num
      personComponents[].personGroupID personComponents[].sourcePersonKey:>datatypes/b2b-source
      personComponents[].sourceAccountKey:>datatypes/b2b-source
      personComponents[].sourceConvertedContactKey:>datatypes/b2b-source
      personComponents[].sourceExternalKey:>datatypes/b2b-source
    `,
  },
  "mixins/account-details": {
    title: "XDM Business Account Details",
    classes: ["context/account"],
    fields: `
      accountName accountTerritoryID accountScore:num accountBillingAddress:>common/address
      accountShippingAddress:>common/address accountPhysicalAddress:>common/address
      accountOrganization:>datatypes/b2b-account-organization accountParentID
      accountParentKey:>datatypes/b2b-source partnerAccountID accountNumber accountDescription accountSite
      accountType accountSourceType defaultCurrencyCode accountOwnership accountOwnerID accountTradeStyle
      accountPhone:>context/phonenumber accountFax:>context/phonenumber
    `,
  },
  "mixins/account-components": {
    title: "XDM Business Account Components",
    classes: ["context/account"],
    fields: `
      accountComponents[].sourceAccountID:>datatypes/b2b-source
      accountComponents[].sourceAccountParentID:>datatypes/b2b-source
      accountComponents[].sourceExternalID:>datatypes/b2b-source
      accountComponents[].sourcePartnerAccountID:>datatypes/b2b-source
      accountComponents[].sourceAccountOwnerID:>datatypes/b2b-source
      accountComponents[].segmentationAttributes:>datatypes/b2b-account
    `,
  },
  "mixins/opportunity-details": {
    title: "XDM Business Opportunity Details",
    classes: ["context/opportunity"],
    fields: `
      campaignID campaignKey:>datatypes/b2b-source fiscalYear:int fiscalQuarter forecastCategory
      forecastCategoryName isClosed:bool isWon:bool probabilityPercentage:num
      opportunityAmount:>datatypes/currency expectedRevenue:>datatypes/currency opportunityQuantity:int
      expectedCloseDate:date actualCloseDate:datetime lastActivityDate:datetime leadSource nextStep
    `,
  },
  "common/external-source-system-audit-details": {
    title: "External Source System Audit Details",
    fields: "extSourceSystemAudit:>common/external-source-system-audit",
  },
  "mixins/product-catalog": {
    title: "Product Catalog",
    classes: ["classes/product"],
    fields: "productCatalogName productCatalogDescription",
  },
  "mixins/product-category": {
    title: "Product Category",
    classes: ["classes/product"],
    fields: `
      productCategoryName productCategoryDescription productSubcategoryName productSubcategoryDescription
    `,
  },
  "mixins/product-identifiers": {
    title: "Product Identifiers",
    classes: ["classes/product"],
    fields: "productSKU productGTIN productImageURL productSearchKeywords[]",
  },
  "mixins/record-status": {
    title: "Record Status",
    classes: [
      "classes/account-person",
      "context/account",
      "classes/marketing-list-member",
      "classes/marketing-list",
      "classes/opportunity-person",
      "context/opportunity",
    ],
    fields: "isDeleted:bool",
  },
  "mixins/person-identifier": {
    title: "Person Identifier",
    fields: "personID personKey:>datatypes/b2b-source",
  },
};
