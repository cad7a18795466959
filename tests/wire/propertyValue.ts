import { specialSecretSig, specialSigKey, unknownValue } from "@pulumi/pulumi/runtime/rpc";

/** A property as it stands in state and travels to the provider; secrets carry Pulumi's own mark. */
export type PropertyValue =
  null | boolean | number | string | readonly PropertyValue[] | { readonly [key: string]: PropertyValue };

export type PropertyMap = { readonly [key: string]: PropertyValue };

/** The text by which previews send a value that nobody knows yet. */
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

/** What the provider gets: it does not accept secrets, so every mark is taken off. */
export function unwrapSecrets(value: PropertyValue): PropertyValue {
  if (isSecret(value)) return unwrapSecrets(value["value"] ?? null);
  return mapChildren(value, unwrapSecrets);
}

export function unwrapSecretsOf(properties: PropertyMap): PropertyMap {
  return unwrapSecrets(properties) as PropertyMap;
}

/** The value with `[secret]` for everything marked: what may be read in a state file without its key. */
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
 * Marks outputs where the input at the same key path was secret. Objects are entered key by key; any other
 * value becomes secret as a whole as soon as its counterpart holds one, so one secret marks a whole list.
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
