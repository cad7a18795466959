import type { XdmFacts } from "./notation";

/**
 * Standard field groups for events.
 * Facts (names, paths and types) taken from Adobe XDM, https://github.com/adobe/xdm, Copyright Adobe Systems
 * Incorporated, CC BY 4.0. Texts, limits and enumerations are omitted. Names are written as the Schema Registry shows
 * them: without the prefix xdm:, and with namespaces as in _repo.createDate. See notation.ts for the notation.
 */
export const eventGroups: XdmFacts = {
  "context/experienceevent-web": {
    title: "Web Details",
    classes: ["context/experienceevent"],
    fields: "web:>context/webinfo",
  },
  "context/experienceevent-commerce": {
    title: "Commerce Details",
    classes: ["context/experienceevent"],
    fields: "productListItems[]:>content/productlistitem commerce:>context/commerce",
  },
  "context/experienceevent-environment-details": {
    title: "Environment Details",
    classes: ["context/experienceevent"],
    fields: `
      environment:>context/environment device:>context/device placeContext:>context/placecontext
    `,
  },
  "context/experienceevent-channel": {
    title: "Channel Details",
    classes: ["context/experienceevent"],
    fields: "channel:>channels/channel",
  },
  "context/experienceevent-marketing": {
    title: "Campaign Marketing Details",
    classes: ["context/experienceevent"],
    fields: "marketing:>context/marketing",
  },
  "context/experienceevent-enduserids": {
    title: "End User ID Details",
    classes: ["context/experienceevent"],
    fields: "endUserIDs:>context/enduserids",
  },
  "context/experienceevent-application": {
    title: "Application Details",
    classes: ["context/experienceevent"],
    fields: "application:>context/application",
  },
  "context/experienceevent-directmarketing": {
    title: "Direct Marketing Details",
    classes: ["context/experienceevent"],
    fields: "directMarketing:>context/direct-marketing",
  },
  "context/experienceevent-implementation-details": {
    title: "Implementation Details",
    classes: ["context/experienceevent"],
    fields: "implementationDetails:>context/implementationdetails",
  },
  "context/experienceevent-search": {
    title: "Search Details",
    classes: ["context/experienceevent"],
    fields: "search:>context/search",
  },
  "context/experienceevent-order-details": {
    title: "Order Details",
    classes: ["context/experienceevent"],
    fields: `
      productListItems[]:>content/productlistitem order:>datatypes/store-web-order store.storeID
      billing.address:>common/address shipping:>datatypes/shipping
    `,
  },
  "context/experienceevent-loyalty-details": {
    title: "Loyalty Event Details",
    classes: ["context/experienceevent"],
    fields: `
      loyalty.discounts[].value:num loyalty.discounts[].source loyalty.discounts[].triggeredForItem
      loyalty.discounts[].scope loyalty.discounts[].promotionId loyalty.couponRedemption[].id
      loyalty.couponRedemption[].series loyalty.couponRedemption[].seriesName
      loyalty.couponRedemption[].promotionId loyalty.pointsRedemption[].value:num
      loyalty.pointsRedemption[].promotionId loyalty.pointsRedemption[].loyaltyProgramId
      loyalty.pointsRedemption[].transactionId loyalty.referralRedemption[].code
      loyalty.referralRedemption[].promotionId loyalty.pointsGained[].value:num
      loyalty.pointsGained[].promotionId loyalty.pointsGained[].loyaltyProgramId
      loyalty.pointsGained[].transactionId
    `,
  },
  "context/experienceevent-advertising": {
    title: "Advertising Details",
    classes: ["context/experienceevent"],
    fields: "advertising:>context/advertising",
  },
  "mixins/experienceevent-user-login-details": {
    title: "User Login Process",
    classes: ["context/experienceevent"],
    fields: `
      userAccount.accountSwitch:int userAccount.cookieConsentAccepted:bool
      userAccount.cookieConsentViewed:int userAccount.forgotPassword:int userAccount.forgotUsername:int
      userAccount.login:int userAccount.loginBiometric:bool userAccount.loginFailure:int
      userAccount.loginLocation userAccount.loginKeychain:bool userAccount.loginMultiFactor:bool
      userAccount.loginStatus userAccount.loginThirdParty:int userAccount.loginThirdPartySite
      userAccount.loginType userAccount.logout:int userAccount.resetPassword:int
      userAccount.sessionTimeout:int userAccount.updateProfile:int userAccount.createProfile:int
    `,
  },
  "mixins/experienceevent-site-search": {
    title: "Site Search",
    classes: ["context/experienceevent"],
    fields: `
      siteSearch:>datatypes/sitesearch searchRequest:>data/measure searchResponse:>data/measure
    `,
  },
  "mixins/experienceevent-content": {
    title: "Experience Event Content",
    classes: ["context/experienceevent"],
    fields: `
      experienceContent.idSource experienceContent.channel experienceContent.experience.experienceID
      experienceContent.experience.experienceSource experienceContent.experience.experienceChannel
      experienceContent.experience.experienceClicks:>data/measure
      experienceContent.experience.experienceViews:>data/measure
      experienceContent.experience.experienceScroll.horizontalPercentageDepth:>data/measure
      experienceContent.experience.experienceScroll.horizontalPixelDepth:>data/measure
      experienceContent.experience.experienceScroll.verticalPercentageDepth:>data/measure
      experienceContent.experience.experienceScroll.verticalPixelDepth:>data/measure
      experienceContent.experience.experienceExtras{} experienceContent.assets[].assetID
      experienceContent.assets[].assetSource experienceContent.assets[].assetBlock
      experienceContent.assets[].assetHTMLPath experienceContent.assets[].assetLinkURL
      experienceContent.assets[].assetDisplayHeight:num experienceContent.assets[].assetDisplayWidth:num
      experienceContent.assets[].assetAbsoluteLeft:num experienceContent.assets[].assetAbsoluteTop:num
      experienceContent.assets[].assetClicks:>data/measure
      experienceContent.assets[].assetViews:>data/measure experienceContent.assets[].assetExtras{}
      experienceContent.implementationDetails:>context/implementationdetails
    `,
  },
};
