import NextAuth, { type AuthOptions, type Profile, type User } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { createSession } from "#db/mutations/create-session.ts";
import { endSession } from "#db/mutations/end-session.ts";
import { joinIdentity } from "#db/mutations/join-identity.ts";
import { readClaims } from "#lib/access/open-id-claims.ts";
import { safePath } from "#lib/access/safe-path.ts";
import { hashSecret } from "#lib/access/secret.ts";
import { SESSION_SECONDS } from "#lib/access/tokens.ts";
import { now } from "#lib/clock.ts";
import { readEnv } from "#lib/env.ts";
import { type AuthAnswer, AuthReply, type AuthRequest, asApiRequest, asApiResponse } from "./auth-exchange.ts";
import { checkPassword } from "./check-password.ts";
import { OPEN_ID_PROVIDER, openIdProvider } from "./open-id-provider.ts";
import { callerLocale } from "./refusal.ts";
import { authSecret, readSessionHash, usesSecureCookies } from "./session-cookie.ts";

declare module "next-auth" {
  interface User {
    /** Of the session made for this sign-in: all that the cookie carries. */
    sessionId?: string;
  }
}

const credentials = Credentials({
  credentials: { email: { type: "email" }, password: { type: "password" } },
  async authorize(given) {
    const result = await checkPassword({ email: given?.email ?? "", password: given?.password ?? "" });
    if (result.ok) return { id: String(result.value.userId) };
    // next-auth hands the message on as the error of its answer.
    throw new Error(result.refusal.reason);
  },
});

function authOptions(): AuthOptions {
  const openId = openIdProvider();
  return {
    secret: authSecret(),
    useSecureCookies: usesSecureCookies(),
    providers: openId ? [credentials, openId] : [credentials],
    session: { strategy: "jwt", maxAge: SESSION_SECONDS },
    pages: { signIn: "/sign-in", signOut: "/sign-in", error: "/sign-in" },
    // It warns that NEXTAUTH_URL is not set, which is right here.
    logger: { warn: () => {}, debug: () => {} },
    callbacks: {
      redirect: ({ url, baseUrl }) =>
        `${baseUrl}${safePath(url.startsWith(baseUrl) ? url.slice(baseUrl.length) : url) ?? "/"}`,
      async signIn({ user, account, profile }) {
        if (account?.provider !== OPEN_ID_PROVIDER) return startSession(user, Number(user.id));
        const joined = await joinIdentity({ ...identityOf(profile), at: now() });
        return joined.ok ? startSession(user, joined.value.userId) : `/sign-in?error=${joined.refusal.reason}`;
      },
      jwt: ({ token, user }) => (user ? { sessionId: user.sessionId } : token),
    },
    events: {
      async signOut({ token }) {
        if (typeof token.sessionId === "string") await endSession({ idHash: hashSecret(token.sessionId) });
      },
    },
  };
}

/** Puts a new session on the user that next-auth carries to the cookie, in place of the browser's old one. */
async function startSession(user: User, userId: number): Promise<boolean> {
  const sessionId = await createSession({ userId, at: now(), locale: await callerLocale(null) });
  if (sessionId === null) return false;
  user.sessionId = sessionId;
  const old = await readSessionHash();
  if (old !== null) await endSession({ idHash: old });
  return true;
}

function identityOf(profile: Profile | undefined) {
  const claims = readClaims(profile);
  return {
    issuer: readEnv().OIDC_ISSUER ?? "",
    subject: claims.sub,
    email: claims.email ?? null,
    isEmailVerified: claims.email_verified,
    name: claims.name ?? null,
  };
}

/**
 * The one door to next-auth: an HTTP request to it, or a form of ours that speaks to it. Its own
 * address is `PUBLIC_URL`, else the host that the request was sent to.
 */
export async function callNextAuth(request: AuthRequest): Promise<AuthAnswer> {
  const { PUBLIC_URL } = readEnv();
  if (PUBLIC_URL) process.env.NEXTAUTH_URL = new URL(PUBLIC_URL).origin;
  else process.env.AUTH_TRUST_HOST = "1";
  const headers = {
    ...request.headers,
    "x-forwarded-host": request.headers.host ?? "",
    "x-forwarded-proto": request.headers["x-forwarded-proto"] ?? "http",
  };
  const reply = new AuthReply();
  await NextAuth(asApiRequest({ ...request, headers }), asApiResponse(reply), authOptions());
  return reply.answer();
}
