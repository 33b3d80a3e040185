import { createHash, randomBytes } from "node:crypto";

/** 256 random bits for a session or a one-time link, as URL-safe text. The database keeps only `hashSecret` of it. */
export function createSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** Plain SHA-256 suffices: what is hashed has 256 random bits, so there is nothing to guess. */
export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
