"use strict";
// The connections are read from a file, so that one program serves every step of a run.
const { readFileSync } = require("node:fs");
const pulumi = require("@pulumi/pulumi");
const aep = require("pulumi-aep");

const { connections } = JSON.parse(readFileSync(process.env.CANARIES_CONNECTIONS, "utf8"));
const configured = new pulumi.Config().requireSecret("fromConfig");

/** Programs pass auth in many ways; each must end up encrypted. */
const ways = {
  plain: (auth) => auth,
  output: (auth) => pulumi.output(auth),
  promise: (auth) => Promise.resolve(auth),
  secret: (auth) => ({
    ...auth,
    params: Object.fromEntries(
      Object.entries(auth.params).map(([key, value]) => [key, pulumi.secret(value)]),
    ),
  }),
  config: (auth) => ({ ...auth, params: { ...auth.params, password: configured } }),
};

const made = connections.map(({ name, way, ...args }) => {
  return new aep.BaseConnection(name, { ...args, auth: ways[way](args.auth) });
});
// As an id from elsewhere, so that AEP and not the program refuses it when the connections move to another sandbox.
new aep.SourceConnection("downstream", {
  baseConnectionId: made[0].id.apply((id) => id),
  connectionSpec: connections[0].connectionSpec,
  data: { format: "delimited" },
  params: { path: "/crm/customers.csv", type: "file" },
});
exports.ids = made.map(({ id }) => id);
exports.auth = made.map(({ auth }) => auth);
