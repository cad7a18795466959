import { specialSecretSig, specialSigKey, unknownValue } from "@pulumi/pulumi/runtime/rpc";

/** A property as stored in state and sent to the provider. Secrets carry Pulumi's own marker. */
export type PropertyValue =
  null | boolean | number | string | readonly PropertyValue[] | { readonly [key: string]: PropertyValue };

export type PropertyMap = { readonly [key: string]: PropertyValue };

/** The placeholder that previews send for a value that is not known yet. */
export const unknown: string = unknownValue;

export function isObject(value: PropertyValue | undefined): value is PropertyMap {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !isSecret(value);
}

export function isList(value: PropertyValue | undefined): value is readonly PropertyValue[] {
  return Array.isArray(value);
}

export function isSecret(value: PropertyValue | undefined): value is PropertyMap {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  return (value as PropertyMap)[specialSigKey] === specialSecretSig;
}

export function markSecret(value: PropertyValue): PropertyValue {
  return isSecret(value) ? value : { [specialSigKey]: specialSecretSig, value };
}

/** Removes every secret marker, because the provider does not accept secrets. */
export function unwrapSecrets(value: PropertyValue): PropertyValue {
  if (isSecret(value)) return unwrapSecrets(value["value"] ?? null);
  return mapChildren(value, unwrapSecrets);
}

export function unwrapSecretsOf(properties: PropertyMap): PropertyMap {
  return unwrapSecrets(properties) as PropertyMap;
}

/** Replaces every marked value by `[secret]`: the part of a state file that is readable without its key. */
export function redactSecrets(value: PropertyValue): PropertyValue {
  return isSecret(value) ? "[secret]" : mapChildren(value, redactSecrets);
}

export function containsSecret(value: PropertyValue): boolean {
  return isSecret(value) || childrenOf(value).some(containsSecret);
}

export function containsUnknown(value: PropertyValue): boolean {
  return value === unknown || childrenOf(value).some(containsUnknown);
}

/**
 * Marks an output as secret if the input at the same key path is secret. Objects are compared key by key. Any
 * other value becomes secret as a whole if its input contains a secret, so one secret marks a whole list.
 */
export function annotateSecrets(outputs: PropertyMap, inputs: PropertyMap): PropertyMap {
  const marked: Record<string, PropertyValue> = { ...outputs };
  for (const [key, input] of Object.entries(inputs)) {
    const output = outputs[key];
    if (output === undefined) continue;
    if (isObject(output) && isObject(input)) marked[key] = annotateSecrets(output, input);
    else if (containsSecret(input)) marked[key] = markSecret(output);
  }
  return marked;
}

function childrenOf(value: PropertyValue): readonly PropertyValue[] {
  if (isList(value)) return value;
  return typeof value === "object" && value !== null ? Object.values(value) : [];
}

function mapChildren(value: PropertyValue, change: (child: PropertyValue) => PropertyValue): PropertyValue {
  if (isList(value)) return value.map(change);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, change(child)]));
}
