import { z } from "zod";

/** What a provider says of an account. Some write the flag as text; only a plain yes counts. */
const claimsSchema = z.object({
  sub: z.string().min(1),
  email: z.email().optional().catch(undefined),
  email_verified: z.union([z.boolean(), z.literal("true").transform(() => true)]).catch(false),
  name: z.string().optional().catch(undefined),
});
export type OpenIdClaims = z.output<typeof claimsSchema>;

export function readClaims(claims: unknown): OpenIdClaims {
  return claimsSchema.parse(claims);
}

/** The claims of an ID token whose signature, issuer, audience and nonce were checked before. */
export function readIdToken(idToken: string): OpenIdClaims {
  const payload = idToken.split(".")[1] ?? "";
  return readClaims(JSON.parse(Buffer.from(payload, "base64url").toString("utf8")));
}
