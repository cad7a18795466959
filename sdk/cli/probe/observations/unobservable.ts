import type { Unobservable } from "../observation";

/** Behaviours that calls without an outside account and without objects that stay cannot show. */
export const unobservable: Unobservable[] = [
  {
    switch: "requestsPerSecond",
    behaviour: "The rate limit",
    reason: "the probe does not load the gateway until it refuses requests",
  },
  {
    switch: "failedState",
    behaviour: "The state of an object whose operation failed",
    reason: "an operation fails only at an outside account",
  },
  {
    switch: "hiddenFlowsInLists",
    behaviour: "Dataflows with an access label that the role lacks, in lists",
    reason: "this needs a second role, which the probe cannot make",
  },
  {
    switch: "runCreateReply",
    behaviour: "The response to an on-demand run",
    reason: "a run cannot be deleted",
  },
  {
    switch: "catalogEnabledAt",
    behaviour: "The time of enablement in the Profile tag of a dataset",
    reason: "its schema must be enabled for Profile, and such a schema might never be deleted",
  },
  {
    switch: "registryUnionDeletion",
    behaviour: "DELETE of a schema that is enabled for Profile",
    reason: "such a schema might never be deleted",
  },
  {
    question: "C18",
    behaviour: "The number of requests that AEP accepts in a second",
    reason: "the probe does not load the gateway until it refuses requests",
  },
  {
    question: "C23",
    behaviour: "Whether new credentials of a connection reach its dataflows",
    reason: "this needs an outside account",
  },
  {
    question: "C24",
    behaviour: "Hosts and auth specs of AEP on AWS",
    reason: "they depend on the region of the organisation",
  },
];
