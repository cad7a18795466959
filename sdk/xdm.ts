/** `$id`s of Adobe's classes and field groups, by their names in Adobe's XDM repository (`components`). */

/** Class "XDM Individual Profile": attributes of a person. */
export const profile = "https://ns.adobe.com/xdm/context/profile";
/** Class "XDM ExperienceEvent": what a person did, and when. */
export const experienceEvent = "https://ns.adobe.com/xdm/context/experienceevent";
/** Class "Product". */
export const product = "https://ns.adobe.com/xdm/classes/product";
/** Class "XDM Business Account". */
export const account = "https://ns.adobe.com/xdm/context/account";
/** Class "XDM Business Opportunity". */
export const opportunity = "https://ns.adobe.com/xdm/context/opportunity";

/** Field group "Demographic Details": name, birth date, gender. */
export const profilePersonDetails = "https://ns.adobe.com/xdm/context/profile-person-details";
/** Field group "Personal Contact Details": private address, e-mail, phone. */
export const profilePersonalDetails = "https://ns.adobe.com/xdm/context/profile-personal-details";
/** Field group "Work Contact Details": address, e-mail, phone at work. */
export const profileWorkDetails = "https://ns.adobe.com/xdm/context/profile-work-details";
/** Field group "Preference Details": language, currency, time zone. */
export const profilePreferencesDetails = "https://ns.adobe.com/xdm/context/profile-preferences-details";
/** Field group "Loyalty Details": programme, tier, points. */
export const profileLoyaltyDetails = "https://ns.adobe.com/xdm/mixins/profile/profile-loyalty-details";
/** Field group "Consent and Preference Details". */
export const profileConsents = "https://ns.adobe.com/xdm/mixins/profile-consents";
/** Field group "User Account Details": login and account of a website. */
export const profileUserAccountDetails =
  "https://ns.adobe.com/xdm/mixins/profile/profile-user-account-details";
/** Field group "IdentityMap": identities by namespace, in profiles and events. */
export const identityMap = "https://ns.adobe.com/xdm/context/identitymap";
/** Field group "External Source System Audit Details": when and by whom a record was created in the source. */
export const externalSourceSystemAuditDetails =
  "https://ns.adobe.com/xdm/common/external-source-system-audit-details";

/** Field group "Commerce Details": carts, orders, product lists. */
export const experienceEventCommerce = "https://ns.adobe.com/xdm/context/experienceevent-commerce";
/** Field group "Web Details": page views, links. */
export const experienceEventWeb = "https://ns.adobe.com/xdm/context/experienceevent-web";
/** Field group "Environment Details": browser, device, location. */
export const experienceEventEnvironmentDetails =
  "https://ns.adobe.com/xdm/context/experienceevent-environment-details";
/** Field group "Channel Details". */
export const experienceEventChannel = "https://ns.adobe.com/xdm/context/experienceevent-channel";
/** Field group "Campaign Marketing Details". */
export const experienceEventMarketing = "https://ns.adobe.com/xdm/context/experienceevent-marketing";
/** Field group "End User ID Details". */
export const experienceEventEndUserIds = "https://ns.adobe.com/xdm/context/experienceevent-enduserids";
