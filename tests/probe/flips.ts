import type { Switches } from "../emulator";

type Flips = { [Name in keyof Switches]?: readonly Switches[Name][] };

/** The other values of each switch that the probe can observe. */
export const flips = {
  missingSandboxHeader: ["prod"],
  apiKeyMatchesToken: [false],
  tokenSeconds: [3600],
  retryAfter: ["date", "absent"],
  retryAfterSeconds: [3],
  asyncPolls: [1, 2],
  secretMask: ["fixed", "partial", "empty", "absent", "plain"],
  flowErrorShape: ["code", "bare"],
  notFoundCode: ["1101-404", "1439-400"],
  pastStartTime: ["accept"],
  copyAppendMode: ["accept"],
  usedConnections: ["accept"],
  missingSpecVersion: ["newest"],
  unknownAuthParams: ["refuse"],
  pairPatchReply: ["etag"],
  deleteStatus: [202],
  initializingWithoutEtag: [false],
  repeatedAction: ["refuse"],
  defaultPageSize: [1],
  scheduleForm: ["asSent", "flipped"],
  mappingVersionForm: ["strings", "flipped"],
  nullsForAbsent: [true],
  addedAuthParams: [true],
  catalogEtagHeader: ["ETag", "absent"],
  catalogEtagValue: ["updated"],
  catalogAddedTags: [false],
  catalogContentTypeMinor: [true],
  catalogEmptyFields: [true],
  catalogMergeDepth: ["deep"],
  catalogSchemaChange: ["accepted"],
  catalogAdobeTags: ["accepted"],
  catalogDeleteMissing: ["404"],
  registryAcceptRefusal: [406],
  registryMandatoryFields: ["openapi"],
  registryTenantSeesGlobal: [false],
  registryEtag: [false],
  registryOrderbyMandatory: [true],
  registryDescriptorPutStatus: [201],
  registryFieldTypes: [false],
  registryReferencedDeletion: ["allowed"],
  registryErrorShape: ["generic"],
  mappingSetFirstVersion: [1],
  mappingSetVersionByDefault: ["0"],
  mappingSetCreateReply: ["whole"],
  mappingSetDeletion: [404, 405],
  mappingSetListStart: ["mandatory"],
  mappingDestinations: ["free"],
} as const satisfies Flips;

/** Other switches without which a behaviour does not occur. */
export const conditions: { [Name in keyof typeof flips]?: Partial<Switches> } = {
  retryAfter: { requestsPerSecond: 1 },
  retryAfterSeconds: { requestsPerSecond: 1 },
  initializingWithoutEtag: { asyncPolls: 1 },
};

/** What stays in the sandbox, because AEP does not delete it. */
export const undeletable: { [Name in keyof typeof flips]?: Record<string, number> } = {
  mappingSetDeletion: { mappingSets: 1 },
};
