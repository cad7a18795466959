import * as pulumi from "@pulumi/pulumi";
import { type Connector, secretParams } from "../../provider/connectors";
import { isPending, isPlainObject, specOf } from "../program/declared";

/**
 * `auth` with exactly its secret parameters marked, whether the program marked them or not. What is plain stays plain and
 * in its place: an Output around the whole would make every parameter as unknown, and as secret, as any one of them.
 */
export function withSecrets(connectionSpec: unknown, auth: unknown): unknown {
  if (isPending(auth)) return whenKnown(auth, (value) => withSecrets(connectionSpec, value));
  if (!isPlainObject(auth)) return auth;
  const { specName, params } = auth;
  // An id that is not known yet leaves the decision to the name rule, which hides more rather than less.
  const connector = specOf({ connectionSpec })?.connector;
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
