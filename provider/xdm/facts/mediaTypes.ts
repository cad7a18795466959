import type { XdmFacts } from "../notation";

/** Data types of media and advertising. */
export const mediaTypes: XdmFacts = {
  "datatypes/advertisingDetails": `
    friendlyName name! length!:int podPosition!:int playerName advertiser campaignID creativeID siteID
    creativeURL placementID isCompleted:bool isStarted:bool timePlayed:int`,
  "datatypes/advertisingPodDetails": "ID friendlyName index:int offset:int",
  "datatypes/chapterDetails":
    "friendlyName length:int offset:int index:int ID isStarted:bool isCompleted:bool timePlayed:int",
  "datatypes/customMetadataDetails": "name value",
  "datatypes/errorDetails": "name! source!:=player|external",
  "datatypes/mediaDetails": `
    playhead:int sessionID sessionDetails:@datatypes/sessionDetails
    advertisingDetails:@datatypes/advertisingDetails advertisingPodDetails:@datatypes/advertisingPodDetails
    chapterDetails:@datatypes/chapterDetails errorDetails:@datatypes/errorDetails
    qoeDataDetails:@datatypes/qoeDataDetails statesStart:@datatypes/playerStateData[]
    statesEnd:@datatypes/playerStateData[] states:@datatypes/playerStateData[]
    customMetadata:@datatypes/customMetadataDetails[]`,
  "datatypes/mediaEvent":
    "mediaCollection:@datatypes/mediaDetails mediaEventTimestamp:datetime mediaEventType",
  "datatypes/mediaProgramDetails": "name! length!:int startTimestamp!:datetime",
  "datatypes/playerStateData": "name! isSet:bool count:int time:int",
  "datatypes/qoeDataDetails": `
    bitrateAverageBucket bitrate:int bitrateAverage:num hasBitrateChangeImpactedStreams:bool
    bitrateChangeCount:int hasDroppedFrameImpactedStreams:bool droppedFrames:int isDroppedBeforeStart:bool
    framesPerSecond:int timeToStart:int hasBufferImpactedStreams:bool bufferCount:int bufferTime:int
    hasErrorImpactedStreams:bool errorCount:int hasStallImpactedStreams:bool stallCount:int stallTime:int
    playerSdkErrors:[] externalErrors:[] mediaSdkErrors:[]`,
  "datatypes/sessionDetails": `
    ID name! friendlyName length!:int contentType! playerName channel appVersion show season episode assetID
    genre genreList:[] firstAirDate firstDigitalDate rating originator network showType adLoad mvpd
    authorized dayPart feed streamFormat hasResume:bool streamType:=video|audio artist album label author
    station publisher segment isDownloaded:bool isFederated:bool isViewed:bool isPlayed:bool
    isCompleted:bool timePlayed:int totalTimePlayed:int scheduleTimePlayed:int uniqueTimePlayed:int
    averageMinuteAudience:num adCount:int chapterCount:int hasProgress10:bool hasProgress25:bool
    hasProgress50:bool hasProgress75:bool hasProgress95:bool estimatedStreams:num
    hasPauseImpactedStreams:bool pauseCount:int pauseTime:int hasSegmentView:bool secondsSinceLastCall:num
    cdn pev3:=video|videoAd|audio|audioAd pccr:bool dataIngestionSource`,
  "http://ns.adobe.com/adobecloud/core/1.0": "",
  "http://schema.org/GeoCircle":
    "_id _schema:(description coordinates:@http://schema.org/GeoCoordinates radius:num)",
  "http://schema.org/GeoCoordinates": "_id _schema:(description latitude:num longitude:num elevation:num)",
  "http://schema.org/GeoShape": `
    _id _schema:(description polygon:@http://schema.org/GeoCoordinates[] circle:@http://schema.org/GeoCircle
    box:@http://schema.org/GeoCoordinates[] elevation:num) ceiling:num`,
  "http://www.iptc.org/creator": "_iptc4xmpExt:(Name)",
  "http://www.iptc.org/episode": "_iptc4xmpExt:(Name Number:num Identifier)",
  "http://www.iptc.org/rating": "_iptc4xmpExt:(RatingValue! RatingSourceLink)",
  "http://www.iptc.org/season": "_iptc4xmpExt:(Name Number:num Identifier)",
  "http://www.iptc.org/series": "_iptc4xmpExt:(Name Identifier)",
  "https://id3.org/id3v2.4/audio": "_id3:(TPUB TRSN)",
};
