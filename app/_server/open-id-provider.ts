import type { Profile } from "next-auth";
import type { OAuthConfig } from "next-auth/providers/oauth";
import { readClaims, readIdToken } from "#lib/access/open-id-claims.ts";
import { readEnv } from "#lib/env.ts";

export const OPEN_ID_PROVIDER = "oidc";

/** The provider that the environment names, by OpenID Connect discovery; null without one. */
export function openIdProvider(): OAuthConfig<Profile> | null {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME } = readEnv();
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET) return null;
  return {
    id: OPEN_ID_PROVIDER,
    name: OIDC_NAME,
    type: "oauth",
    wellKnown: `${OIDC_ISSUER.replace(/\/$/, "")}/.well-known/openid-configuration`,
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    idToken: true,
    checks: ["pkce", "state", "nonce"],
    authorization: { params: { scope: "openid email profile" } },
    userinfo: {
      async request({ client, tokens }) {
        const claims = readIdToken(tokens.id_token ?? "");
        if (claims.email || !tokens.access_token) return claims;
        // Some providers leave the e-mail out of the ID token and tell it here, unsigned: the id must agree.
        const told = readClaims(await client.userinfo(tokens.access_token));
        return told.sub === claims.sub ? told : claims;
      },
    },
    profile: (claims) => ({ id: claims.sub ?? "", email: claims.email ?? null, name: claims.name ?? null }),
  };
}
