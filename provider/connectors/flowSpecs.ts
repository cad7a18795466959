/** Ids of the flow specs that Adobe's tutorials name; the same in every organisation. */
export const flowSpecIds: Readonly<Record<string, string>> = {
  CloudStorageToAEP: "9753525b-82c7-4dce-8a9b-5ccfce2b9876",
  CRMToAEP: "14518937-270c-4525-bdec-c2ba7cce3860",
  RestStorageToAEP: "6499120c-0b15-42dc-936e-847ea3c24d72",
  GenericStreamingAEP: "e77fde5a-22a8-11ed-861d-0242ac120002",
};
