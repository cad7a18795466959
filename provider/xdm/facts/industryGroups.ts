import type { XdmFacts } from "../notation";

/** Field groups of events in single industries. */
export const industryGroups: XdmFacts = {
  "mixins/experience-event/industry-verticals/experienceevent-reservation-search": `
    reservationSearch:(couponCode groupCode isFlexible:bool productCode
    rateType:=aaa|aarp|senior|government|corporate startDate:datetime endDate:datetime
    reservationSearch:@datatypes/internal-site-search)`,
  "mixins/experienceevent-alert-impressions":
    "alerts:(ID clicks:int dismissals:int impressions:@datatypes/impressions[])",
  "mixins/experienceevent-balance-transfers": `
    personalFinances:(balanceTransfers:(transaction:@datatypes/transaction
    accountTo:@datatypes/financial-account accountFrom:@datatypes/financial-account))`,
  "mixins/experienceevent-bill-pay-details": `
    personalFinances:(billPayDetails:(steps:@datatypes/tool-usage transaction:@datatypes/transaction
    financialAccount:@datatypes/financial-account scheduledTransactionDate:datetime serviceProvider:(name
    userAccountID)))`,
  "mixins/experienceevent-card-application-details": `
    personalFinances:(cardApplicationComparisons:@datatypes/comparisons
    cardApplicationSteps:@datatypes/form-applications)`,
  "mixins/experienceevent-claim-details": `
    claims:(ID startDate:datetime status type policyID benefitAmount:@datatypes/currency
    steps:@datatypes/tool-usage)`,
  "mixins/experienceevent-contact-request-details": `
    customerFeedback:(chatDeclined:int chatEnd:int chatOffered:int chatSessionID chatStart:int
    clickToCall:int clickToDirectMessage:int clickToEmail:int clickToText:int subject
    callBackNumber:@context/phonenumber replyToEmailAddress:@context/emailaddress)`,
  "mixins/experienceevent-credit-limit-increase-details":
    "personalFinances:(creditLimitIncrease:@datatypes/form-applications)",
  "mixins/experienceevent-deposit-details": `
    personalFinances:(deposits:(transaction:@datatypes/transaction account:@datatypes/financial-account
    mobileDeposit:bool))`,
  "mixins/experienceevent-insurance-claim-details": `
    insuranceClaim:(claim:@datatypes/claim adjustorID policeReport:bool incidentDate:datetime
    incidentLocation:@common/address
    type:=product|automobile|renters|thirdPartyAutomobile|thirdPartyHome|life|health|dental|vision|flood|earthquake|pet)`,
  "mixins/experienceevent-live-event-purchase": `
    eventPurchaseDetails:(ticketPurchaseID liveEventID ticketMasterEventCode liveEventName
    corporateSponsorshipFlag:bool tickets:(barcodeID deliveryMethod rowName seatingArea seatName
    seatingAreaNumeric:int sectionCategory sectionGroup sectionLevel sectionName sectionRowName
    ticketClassCategory ticketClassGroupName ticketClassName ticketType:=season|package|single)[]
    ticketPurchase:@datatypes/transaction)`,
  "mixins/experienceevent-loan-application-details":
    "personalFinances:(loanApplicationDetails:(loan:@datatypes/form-applications))",
  "mixins/experienceevent-warranty-claim-details":
    "warrantyClaim:(claim:@datatypes/claim length:int type:=product|recall|service|home|automobile)",
  "mixins/industry-verticals/experienceevent-device-trade-in-details": `
    deviceTradeInDetails:(deviceTradeIn:@datatypes/tool-usage originalDeviceID newDeviceID
    tradeInValue:@datatypes/currency) deviceActivation:@datatypes/tool-usage`,
  "mixins/industry-verticals/experienceevent-dining-reservation": `
    ...mixins/industry-verticals/experienceevent-reservation-details
    reservations:(diningReservations:(cuisine restaurantID deliveryPartners diningOptions
    groupReservation:bool loyaltyID partySize:int priceCategory reservationTime:datetime
    specialOccasion:bool status cancellation:int confirmationNumber created:int currencyCode ID length:int
    modification:int modificationDate:datetime numberOfAdults:int numberOfChildren:int purpose)[])`,
  "mixins/industry-verticals/experienceevent-flight-reservation": `
    ...mixins/industry-verticals/experienceevent-reservation-details
    reservations:(flightReservations:(agentID arrivalAirportCode departureAirportCode fareClass
    departureDate:datetime arrivalDate:datetime flightNumber aircraftID aircraftType loyaltyID passengerID
    salesChannel securityScreening status cancellation:int confirmationNumber created:int currencyCode
    ticketNumber length:int modification:int modificationDate:datetime numberOfAdults:int
    numberOfChildren:int purpose tripType flightCheckIn:(boardingGroup checkedBags:int checkedPassengers:int
    checkInMethod:=counter|mobile|web|kiosk checkInProcess:@datatypes/tool-usage arrivalAirportCode
    departureAirportCode flightNumber confirmationNumber) flightStatusSearch:(searchCount:int flightNumber
    arrivalAirportCode departureAirportCode departureDate:datetime))[])`,
  "mixins/industry-verticals/experienceevent-lodging-reservation": `
    ...mixins/industry-verticals/experienceevent-reservation-details
    reservations:(lodgingReservations:(agentID averageDailyPrice:@datatypes/currency basePrice bookingID
    rackrate:@datatypes/currency checkInDate:datetime checkOutDate:datetime couponCode discountPercent:num
    freeCancelation:bool guestID loyaltyID numberOfRooms:int propertyID propertyName ratePlan
    refundable:bool reservationStatus roomAccessibilityType roomCapacity:int roomType smoking:bool
    cancellation:int confirmationNumber created:int currencyCode ID length:int modification:int
    modificationDate:datetime numberOfAdults:int numberOfChildren:int purpose tripType
    lodgingCheckIn:(checkInSteps:@datatypes/tool-usage userSelectedRoom:bool oneRoomCheckIn:int
    noRoomCheckIn:int digitalKey:int lateCheckInRequested:int earlyCheckInRequested:int roomKeys:int)
    lodgingCheckout:(receiptURL dailyCharges:(dailyCharge:@datatypes/currency chargeDescription
    chargeReferenceCode chargeDate:date)[]))[])`,
  "mixins/industry-verticals/experienceevent-prescription-details": `
    prescription:(deliveryEligible:bool ID refill:bool refillsRemaining:int steps:@datatypes/tool-usage
    upload:@datatypes/file-transfer)`,
  "mixins/industry-verticals/experienceevent-reservation-details": `
    reservations:(cancellation:int confirmationNumber created:int currencyCode endDate:datetime ID
    length:int modification:int modificationDate:datetime nonRefundableAmount:@datatypes/currency
    numberOfAdults:int numberOfChildren:int processSteps:@datatypes/tool-usage purpose startDate:datetime
    transaction:@datatypes/transaction triptype)`,
  "mixins/industry-verticals/experienceevent-upgrade-details": `
    upgrades:(upgradeSteps:@datatypes/tool-usage upgradeImpressions:@datatypes/impressions[]
    upgradeTransaction:@datatypes/transaction)`,
  "mixins/industry-verticals/experienceevent-upsell-details": `
    upsells:(upsellSteps:@datatypes/tool-usage upsellImpressions:@datatypes/impressions[]
    upsellTransaction:@datatypes/transaction)`,
  "mixins/industry-verticals/experienceevent-vehicle-reservation": `
    ...mixins/industry-verticals/experienceevent-reservation-details reservations:(vehicleReservations:(ID
    agentID ancillaryRevenue:@datatypes/currency couponCode vehicleDifferentDropoffLocation:bool
    discountPercent:num dropOffDateTime:datetime vehicleDropOffLocation vehicleDropOffLocationCode
    freeCancelation:bool guestID loyaltyID payLaterEligible:bool pickUpDateTime:datetime
    vehiclePickUpLocation vehiclePickUpLocationCode prePaid:bool vin refundable:bool rentersAge:int
    salesChannel status vehicleClass cancellation:int confirmationNumber created:int currencyCode length:int
    modification:int modificationDate:datetime numberOfAdults:int numberOfChildren:int purpose tripType)[])`,
};
