import type { ErrorEntry } from "./errorEntry";
import { programErrors } from "./programErrors";

const checkNetwork = "Check aep:endpoint and the proxy.";
const runLater = "Run the command again later.";

/** Errors of config, in the order in which a new user meets them. */
const configErrors = {
  settingMissing: {
    text: "aep:<setting> is missing",
    cause: "Neither the stack's config nor the environment contains the setting.",
    remedy: "Set it with `<command>` or <variable>.",
  },
  settingInvalid: {
    text: 'aep:<setting> is "<value>", but must <rule>',
    cause: "The value does not have the form that the setting needs.",
    remedy: "Set it with `<command>` or <variable>.",
  },
  twoCredentials: {
    text: "aep:accessToken and aep:clientSecret are both set, but only one can be used",
    cause: "The config contains two credentials.",
    remedy:
      "Run `pulumi config rm aep:accessToken` or `pulumi config rm aep:clientSecret`, or unset AEP_ACCESS_TOKEN or AEP_CLIENT_SECRET.",
  },
  tokenRequestFailed: {
    text: "the token request to Adobe IMS failed: <message>",
    cause: "The client id, the client secret or the scopes are wrong, or aep:imsEndpoint is not Adobe IMS.",
    remedy: "Check aep:clientId, aep:clientSecret, aep:scopes and aep:imsEndpoint.",
  },
  tokenMissing: {
    text: "the response of Adobe IMS contains no access token",
    cause: "aep:imsEndpoint is not Adobe IMS, or a proxy changed the response.",
    remedy: "Check aep:imsEndpoint and the proxy.",
  },
  unauthorized: {
    text: "HTTP 401",
    cause: "AEP refused the access token.",
    remedy:
      "Check aep:clientId, aep:clientSecret, aep:scopes and aep:orgId. If you set aep:accessToken, it may have expired.",
  },
  otherOrganisation: {
    text: "HTTP 403 with one of the codes 403000, 403003, 403025, 403027",
    cause: "The credential does not belong to the organisation in aep:orgId.",
    remedy: "Check that aep:clientId (or aep:apiKey) is a credential of the organisation in aep:orgId.",
  },
  noPermission: {
    text: "HTTP 403 with another code",
    cause: "The role of the credential does not include this permission or this sandbox.",
    remedy: "Ask an administrator to add the permission for this sandbox to the credential's role.",
  },
  sandboxNotFound: {
    text: 'Sandbox "<sandbox>" does not exist in this organisation, or the credential has no access to it',
    cause: "The name of the sandbox is wrong, or the role of the credential does not include the sandbox.",
    remedy: "Correct `sandbox` in the program, or run `pulumi config set aep:sandbox NAME`.",
  },
} as const satisfies Record<string, ErrorEntry>;

/** Errors of the network, and responses that do not come from AEP. */
const networkErrors = {
  noResponse: {
    text: "<host> did not respond (<code>)",
    cause: "No connection was possible, or it broke, and further attempts failed too.",
    remedy: "Check the network, the proxy and aep:endpoint, and run the command again.",
  },
  certificateNotTrusted: {
    text: "<host> did not respond (SELF_SIGNED_CERT_IN_CHAIN), or with another code of TLS",
    cause: "Node.js does not trust the certificate of the host or of the proxy.",
    remedy: "Check the proxy, or set NODE_EXTRA_CA_CERTS to the file with your CA's certificate.",
  },
  outcomeUnknown: {
    text: "HTTP 5xx, or `did not respond`, after a write",
    cause: "The connection broke, or AEP failed, after the request was sent.",
    remedy: "AEP may have applied the change. Run the command again: it reads the object first.",
  },
  redirect: {
    text: "HTTP 3xx",
    cause: "AEP does not redirect requests, so that the response comes from another server.",
    remedy: `Redirects are not followed. ${checkNetwork}`,
  },
  notFromAep: {
    text: "HTTP 404 from a proxy or a gateway",
    cause: "The response is not AEP's JSON, or it comes from a gateway that has no such service.",
    remedy: `The response is not about this object. ${checkNetwork}`,
  },
  notJson: {
    text: "the response is not valid JSON",
    cause: "A proxy cut the response or replaced it.",
    remedy: "Run the command again. If the error stays, check aep:endpoint and the proxy.",
  },
  tooLarge: {
    text: "the response is larger than <size> MB",
    cause: "No response of AEP is that large: it comes from another server.",
    remedy: checkNetwork,
  },
} as const satisfies Record<string, ErrorEntry>;

/** Requests that AEP refuses or cannot serve now. */
const requestErrors = {
  waitTooLong: {
    text: "AEP allows the next request only in <seconds> s, which is longer than this operation may take",
    cause: "AEP limits the rate of requests, and the wait does not fit into aep:operationTimeoutSeconds.",
    remedy: "Run the command again after that time, or raise aep:operationTimeoutSeconds.",
  },
  unavailable: {
    text: "HTTP 429 or 503",
    cause: "AEP refused the request for now, and further attempts failed too.",
    remedy: `Nothing was changed. ${runLater}`,
  },
  readFailed: {
    text: "HTTP 5xx after a read",
    cause: "AEP failed, and further attempts failed too.",
    remedy: runLater,
  },
  rejected: {
    text: "HTTP 400 or 422",
    cause: "AEP does not accept a value. Its message names the value.",
    remedy: "Correct the program and run the command again.",
  },
  referenceNotFound: {
    text: "HTTP 404 after a create, or after a change in the Schema Registry",
    cause: "The args name an object that does not exist, or that AEP does not show yet.",
    remedy:
      'Check the ids in the args: one of them does not exist in sandbox "<sandbox>", or is not visible yet. If it is new, run the command again.',
  },
  notFound: {
    text: "HTTP 404 after another request",
    cause: "The object was deleted outside of this program.",
    remedy: "Run `pulumi up --refresh` if it was deleted outside of this program.",
  },
  nameTaken: {
    text: "HTTP 409",
    cause: "An object with this name exists.",
    remedy: "Choose another name, or import the existing object.",
  },
  titleTaken: {
    text: "XDM-1521-400",
    cause: "A schema, a class or a field group with this title exists. They share one list of titles.",
    remedy: "Titles are unique in a sandbox across schemas, classes and field groups. Choose another title.",
  },
  descriptorExists: {
    text: "XDM-1811-400, or `already exists` after the create of a descriptor",
    cause: "The schema has this descriptor already, and this program did not create it.",
    remedy: "Import the existing descriptor with the option `import`, or delete it in AEP.",
  },
  unionNeedsIdentity: {
    text: "XDM-1528-400",
    cause: "A schema enters Profile only after it has a primary identity.",
    remedy:
      "Give the schema a primary identity (SchemaDescriptor) and a ProfileEnablement, instead of `union` in immutableTags.",
  },
  connectorFixed: {
    text: "FLOW-1300-400 or FLOW-1445-400",
    cause: "AEP does not change connections of this connector.",
    remedy: "Give the resource a new logical name, so that Pulumi creates a new connection.",
  },
  stale: {
    text: "HTTP 412",
    cause: "Somebody else changed the object at the same time.",
    remedy: "Run `pulumi up --refresh` to read the current values.",
  },
  busy: {
    text: "FLOW-1409-400, FLOW-1416-400, FLOW-1417-400, FLOW-1420-400, FLOW-1421-400, FLOW-1422-400, FLOW-1456-400, FLOW-1457-400 or FLOW-1458-400",
    cause: "AEP still works on an earlier change of the object.",
    remedy: "Wait until AEP has finished with the object, and run the command again.",
  },
  inUse: {
    text: "FLOW-1418-400 or FLOW-1447-400, or a message such as `is in use`, after a delete",
    cause: "Another object refers to this one.",
    remedy: "Delete the objects that use it first, or set `retainOnDelete` to leave it in AEP.",
  },
  unsupported: {
    text: "HTTP 405 or 501",
    cause: "The API has no such operation.",
    remedy: "This operation is not available in AEP.",
  },
  malformed: {
    text: "the response has no <part>",
    cause: "The response does not have the form that Adobe documents.",
    remedy: "Run the command again. If the error stays, report it to Adobe with the request id.",
  },
} as const satisfies Record<string, ErrorEntry>;

/** Objects whose state in AEP is not what the operation needs. */
const stateErrors = {
  changedOutside: {
    text: "<paths> changed outside of this program since the last update",
    cause: "Somebody edited the same fields, for example in the AEP UI.",
    remedy: "Run `pulumi up --refresh` to see the current values and to decide.",
  },
  deletedOutside: {
    text: "it was deleted outside of this program",
    cause: "Somebody deleted the object, for example in the AEP UI.",
    remedy: "Run `pulumi up --refresh` to create it again.",
  },
  hidden: {
    text: "AEP does not show it to this credential, and does not say whether it exists",
    cause: "The role of the credential lacks an access label of the dataflow, or permits only reads.",
    remedy:
      "It is neither changed nor created again. Use a credential whose role may change dataflows and has all labels of this one.",
  },
  preconditionIgnored: {
    text: "AEP accepted a change for a version of the object that does not exist",
    cause: "A proxy removed the header If-Match, or AEP ignored it.",
    remedy: "Check the proxy. The change had no effect on the object's values.",
  },
  severalObjects: {
    text: "AEP has <count> objects that were created for this resource: <ids>",
    cause: "Several runs were interrupted, or somebody copied a description that contains the mark.",
    remedy: "Delete the objects that are not in the stack's state, and run the command again.",
  },
  failed: {
    text: "AEP reports a failure: <message>",
    cause: "AEP accepted the object, and could not finish it.",
    remedy: "Correct the cause and run `pulumi up` again.",
  },
  pending: {
    text: 'AEP still shows it as "<state>" after <seconds> s',
    cause: "AEP needs longer than aep:operationTimeoutSeconds.",
    remedy: "Run `pulumi up` again to continue waiting.",
  },
  notVisible: {
    text: "AEP does not show it yet after <seconds> s",
    cause: "AEP created the object, and its reads are late.",
    remedy: "Run `pulumi up` again to continue waiting.",
  },
  stillVisible: {
    text: "AEP accepted the deletion, but still shows the object after <seconds> s",
    cause: "AEP deletes the object later.",
    remedy: "Run the command again.",
  },
  withoutEffect: {
    text: "AEP accepted the change, but still shows the old values",
    cause: "AEP ignores the field, or its reads are late.",
    remedy: "Run the command again. If the error stays, compare the object in AEP with the program.",
  },
  interrupted: {
    text: "the run was interrupted",
    cause: "The process received a signal, such as Ctrl-C or the cancellation of a CI job.",
    remedy: "Run the command again: it continues from here.",
  },
  bug: {
    text: "This is a bug in pulumi-aep",
    cause: "The provider failed in a way that it does not handle.",
    remedy: "Please report it with this text.",
  },
} as const satisfies Record<string, ErrorEntry>;

/** Every error that has a remedy of its own, by a name that the code uses. */
export const errorTable = {
  ...configErrors,
  ...networkErrors,
  ...requestErrors,
  ...stateErrors,
  ...programErrors,
} as const satisfies Record<string, ErrorEntry>;
