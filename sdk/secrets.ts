import * as pulumi from "@pulumi/pulumi";
import { type Connector, connectorById, connectorByName, secretParams } from "../provider/connectors";

/**
 * `auth` with exactly its secret parameters marked, whether the program marked them or not. What is plain stays plain and
 * in its place: an Output around the whole would make every parameter as unknown, and as secret, as any one of them.
 */
export function withSecrets(connectionSpec: unknown, auth: unknown): unknown {
  if (isAsynchronous(auth)) return whenKnown(auth, (value) => withSecrets(connectionSpec, value));
  if (!isObject(auth)) return auth;
  const { specName, params } = auth;
  const connector = connectorOf(connectionSpec);
  const name = typeof specName === "string" ? specName : undefined;
  return { ...auth, params: mark(connector, name, params) };
}

function mark(connector: Connector | undefined, specName: string | undefined, params: unknown): unknown {
  if (isAsynchronous(params)) return whenKnown(params, (value) => mark(connector, specName, value));
  if (!isObject(params)) return params;
  const secrets = new Set(secretParams(connector, specName, params));
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      const marked = secrets.has(name) && value !== undefined && value !== null;
      return [name, marked ? pulumi.secret(value) : value];
    }),
  );
}

/** An id that is not known yet leaves the decision to the name rule, which hides more rather than less. */
function connectorOf(connectionSpec: unknown): Connector | undefined {
  if (typeof connectionSpec === "string") return connectorByName(connectionSpec);
  const id = isObject(connectionSpec) ? connectionSpec["id"] : undefined;
  return typeof id === "string" ? connectorById(id) : undefined;
}

type Json = Record<string, unknown>;

function isAsynchronous(value: unknown): boolean {
  return pulumi.Output.isInstance(value) || value instanceof Promise;
}

function whenKnown(value: unknown, change: (value: unknown) => unknown): pulumi.Output<unknown> {
  const known: pulumi.Output<unknown> = pulumi.output(value as pulumi.Input<object>);
  return known.apply(change);
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !isAsynchronous(value);
}
