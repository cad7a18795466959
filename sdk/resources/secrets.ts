import * as pulumi from "@pulumi/pulumi";
import { type Connector, secretParams } from "../../provider/connectors";
import { isPending, isPlainObject, connectionSpecOf } from "../program/declared";

/**
 * `auth` with its secret parameters marked as secrets, also if the program passes them as plain text. Other parameters stay
 * plain: if the whole were one Output, one unknown or secret parameter would make all of them unknown or secret.
 */
export function withSecrets(connectionSpec: unknown, auth: unknown): unknown {
  if (isPending(auth)) return whenKnown(auth, (value) => withSecrets(connectionSpec, value));
  if (!isPlainObject(auth)) return auth;
  const { specName, params } = auth;
  // With a spec id that is not known yet, the names of the parameters decide. That rule prefers to hide too much.
  const connector = connectionSpecOf({ connectionSpec })?.connector;
  const name = typeof specName === "string" ? specName : undefined;
  return { ...auth, params: mark(connector, name, params) };
}

function mark(connector: Connector | undefined, specName: string | undefined, params: unknown): unknown {
  if (isPending(params)) return whenKnown(params, (value) => mark(connector, specName, value));
  if (!isPlainObject(params)) return params;
  const secrets = new Set(secretParams(connector, specName, params));
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      const marked = secrets.has(name) && value !== undefined && value !== null;
      return [name, marked ? pulumi.secret(value) : value];
    }),
  );
}

function whenKnown(value: unknown, change: (value: unknown) => unknown): pulumi.Output<unknown> {
  const known: pulumi.Output<unknown> = pulumi.output(value as pulumi.Input<object>);
  return known.apply(change);
}
