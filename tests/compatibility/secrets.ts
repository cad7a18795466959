import { createDecipheriv, pbkdf2Sync } from "node:crypto";

/** Decrypts the secrets of one stack, as Pulumi's passphrase provider does. */
export type Decrypt = (ciphertext: string) => string;

const iterations = 1_000_000;
const keyBytes = 32;
const tagBytes = 16;

/** `salt` is that of the stack: `v1:<salt>:<an encrypted known text>`. */
export function decrypterFor(salt: string, passphrase: string): Decrypt {
  const [version, bytes = ""] = salt.split(":");
  if (version !== "v1") throw new Error(`The salt of the stack has the unknown version "${version ?? ""}"`);
  const key = pbkdf2Sync(passphrase, Buffer.from(bytes, "base64"), iterations, keyBytes, "sha256");
  return (ciphertext) => {
    const [, nonce = "", sealed = ""] = ciphertext.split(":");
    const encrypted = Buffer.from(sealed, "base64");
    const decipher = createDecipheriv("aes-256-gcm", key, Buffer.from(nonce, "base64"));
    decipher.setAuthTag(encrypted.subarray(-tagBytes));
    return decipher.update(encrypted.subarray(0, -tagBytes), undefined, "utf8") + decipher.final("utf8");
  };
}
