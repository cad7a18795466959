import type { Connector } from "./connector";

/**
 * The names in `params` whose values are secret. The catalogue decides for its own parameters. A parameter that it does not
 * know is accepted only if the sandbox is newer: it is secret unless it is a number or a boolean. For connectors outside the
 * catalogue a rule for names decides, which hides too much rather than too little.
 */
export function secretParams(
  connector: Connector | undefined,
  specName: string | undefined,
  params: Record<string, unknown>,
): string[] {
  const known = specName === undefined ? undefined : connector?.auth[specName];
  return Object.entries(params)
    .filter(([name, value]) => {
      const param = known && Object.hasOwn(known, name) ? known[name] : undefined;
      if (param) return param.secret === true;
      return hasSecretName(name, value) || (connector !== undefined && mayBeText(value));
    })
    .map(([name]) => name);
}

function mayBeText(value: unknown): boolean {
  return typeof value !== "number" && typeof value !== "boolean";
}

const secretWords = new Set(
  "key keys pass pwd passwd sas jwt pin private pem pfx cert certificate signature credential credentials".split(
    " ",
  ),
);
const secretParts =
  /password|passphrase|secret|token|credential|connectionstring|apikey|accesskey|privatekey|sasuri|saskey|keyfile/;

/** `Key`, `s3SecretKey`, `API_KEY`, `pass-phrase`, and objects or lists that contain such a name. */
function hasSecretName(name: string, value: unknown): boolean {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z0-9]+/);
  if (words.some((word) => secretWords.has(word)) || secretParts.test(words.join(""))) return true;
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(value).some(([inner, entry]) => hasSecretName(inner, entry));
}
