import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { specialSecretSig, specialSigKey } from "@pulumi/pulumi/runtime/rpc";
import type { PropertyMap, PropertyValue } from "../wire/propertyValue";
import type { ResourceState } from "../wire/resourceState";
import { type Capture, files, passphrase, readJson } from "./captures";
import { type Decrypt, decrypterFor } from "./secrets";

/** A captured stack with decrypted secrets, as the engine uses it. */
export interface CapturedStack {
  readonly resources: readonly ResourceState[];
  /** Config by its full key, such as `amazon-s3:path`; objects as JSON. */
  readonly config: Readonly<Record<string, string>>;
}

interface Deployment {
  readonly secrets_providers: { readonly state: { readonly salt: string } };
  readonly resources: readonly ExportedResource[];
}

/** A resource as `pulumi stack export` writes it. */
interface ExportedResource {
  readonly urn: string;
  readonly type: string;
  readonly id?: string;
  readonly external?: boolean;
  readonly inputs?: PropertyMap;
  readonly outputs?: PropertyMap;
  readonly dependencies?: readonly string[];
  readonly propertyDependencies?: Readonly<Record<string, readonly string[] | null>>;
  readonly initErrors?: readonly string[];
}

interface StackConfig {
  readonly config: Readonly<Record<string, unknown>>;
}

export const kindPrefix = "pulumi-nodejs:dynamic/aep:";

export function readStack(capture: Capture): CapturedStack {
  const { deployment } = readJson(join(capture.folder, files.state)) as { deployment: Deployment };
  const decrypt = decrypterFor(deployment.secrets_providers.state.salt, passphrase);
  const own = deployment.resources.filter(({ type }) => type.startsWith(kindPrefix));
  return {
    resources: own.map((resource) => stateOf(resource, decrypt)),
    config: readConfig(capture, decrypt),
  };
}

function stateOf(resource: ExportedResource, decrypt: Decrypt): ResourceState {
  const { urn, type, id = "", external = false, inputs = {}, outputs = {}, dependencies = [] } = resource;
  const uses = Object.entries(resource.propertyDependencies ?? {}).map(([key, urns]) => [key, urns ?? []]);
  return {
    urn,
    kind: type.slice(kindPrefix.length),
    name: urn.slice(urn.lastIndexOf("::") + 2),
    type,
    id,
    inputs: decryptSecrets(inputs, decrypt) as PropertyMap,
    outputs: decryptSecrets(outputs, decrypt) as PropertyMap,
    dependencies,
    propertyDependencies: Object.fromEntries(uses) as Record<string, string[]>,
    initErrors: resource.initErrors ?? [],
    external,
    delete: false,
    pendingReplacement: false,
  };
}

/** Replaces the ciphertext of each secret by its value and keeps the secret marker. */
function decryptSecrets(value: PropertyValue, decrypt: Decrypt): PropertyValue {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item: PropertyValue) => decryptSecrets(item, decrypt));
  const { ciphertext, ...rest } = value as PropertyMap;
  if (rest[specialSigKey] === specialSecretSig) {
    return { ...rest, value: JSON.parse(decrypt(String(ciphertext))) as PropertyValue };
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => [key, decryptSecrets(child, decrypt)]),
  );
}

function readConfig({ folder }: Capture, decrypt: Decrypt): Record<string, string> {
  // A dependency of @pulumi/pulumi, without types.
  const yaml = createRequire(__filename)("js-yaml") as { load(text: string): StackConfig };
  const { config } = yaml.load(readFileSync(join(folder, files.config), "utf8"));
  const entries = Object.entries(config).map(([key, value]) => [key, configText(value, decrypt)]);
  return Object.fromEntries(entries) as Record<string, string>;
}

function configText(value: unknown, decrypt: Decrypt): string {
  if (typeof value !== "object" || value === null) return String(value);
  const { secure } = value as { secure?: unknown };
  return typeof secure === "string" ? decrypt(secure) : JSON.stringify(value);
}
