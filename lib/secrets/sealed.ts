import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

const CIPHER = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const FORM = "v1";

type Sealing = {
  /** 32 bytes. */
  readonly key: Buffer;
  /** Where it is kept, as `mail_server.password`: sealed text opens nowhere else. */
  readonly place: string;
};

/** A secret as it is stored: encrypted, and bound to the place where it is kept. */
export function seal(secret: string, { key, place }: Sealing): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(place));
  const sealed = Buffer.concat([nonce, cipher.update(secret, "utf8"), cipher.final(), cipher.getAuthTag()]);
  return `${FORM}.${sealed.toString("base64url")}`;
}

/** The secret; null when it was sealed by another key or for another place, or is not as it was. */
export function unseal(stored: string, { key, place }: Sealing): string | null {
  const [form, text = ""] = stored.split(".");
  const sealed = Buffer.from(text, "base64url");
  if (form !== FORM || sealed.length < NONCE_BYTES + TAG_BYTES) return null;
  const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(place)).setAuthTag(sealed.subarray(-TAG_BYTES));
  try {
    const secret = [decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()];
    return Buffer.concat(secret).toString("utf8");
  } catch {
    return null;
  }
}
