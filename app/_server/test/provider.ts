import { createSign, generateKeyPairSync } from "node:crypto";
import { createServer } from "node:http";

export type Account = Readonly<Record<string, unknown>> & { readonly sub: string };

/** An OpenID Connect provider on this machine, at which one account after another signs in. */
export type TestProvider = {
  readonly issuer: string;
  /** Signs the account in at the authorization address; what the provider sends the browser back with. */
  authorize(address: string, account: Account): URL;
  /** What it leaves out of the ID token and tells only when asked. */
  tellLater(claims: Readonly<Record<string, unknown>>): void;
  close(): void;
};

const CODE = "one-time-code";

export async function startTestProvider(clientId: string): Promise<TestProvider> {
  const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  let signedIn: { account: Account; nonce: string | null } | null = null;
  let later: Readonly<Record<string, unknown>> = {};
  const server = createServer((request, response) => {
    response.setHeader("content-type", "application/json").end(JSON.stringify(answer(request.url ?? "")));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The provider has no port.");
  const issuer = `http://127.0.0.1:${address.port}`;

  function answer(path: string): unknown {
    switch (path) {
      case "/.well-known/openid-configuration":
        return {
          issuer,
          authorization_endpoint: `${issuer}/authorize`,
          token_endpoint: `${issuer}/token`,
          userinfo_endpoint: `${issuer}/userinfo`,
          jwks_uri: `${issuer}/keys`,
          id_token_signing_alg_values_supported: ["RS256"],
        };
      case "/keys":
        return { keys: [{ ...publicKey.export({ format: "jwk" }), kid: "1", use: "sig", alg: "RS256" }] };
      case "/token":
        return { access_token: "access", token_type: "Bearer", id_token: idToken() };
      case "/userinfo":
        return { sub: signedIn?.account.sub, ...later };
      default:
        return {};
    }
  }

  function idToken(): string {
    const seconds = Math.floor(Date.now() / 1000);
    const header = { alg: "RS256", kid: "1" };
    const claims = {
      iss: issuer,
      aud: clientId,
      iat: seconds,
      exp: seconds + 60,
      nonce: signedIn?.nonce,
      ...signedIn?.account,
    };
    const body = [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString("base64url")).join(".");
    return `${body}.${createSign("RSA-SHA256").update(body).sign(privateKey, "base64url")}`;
  }

  return {
    issuer,
    authorize(at, account) {
      const { searchParams } = new URL(at);
      signedIn = { account, nonce: searchParams.get("nonce") };
      const back = new URL(searchParams.get("redirect_uri") ?? "");
      back.searchParams.set("code", CODE);
      back.searchParams.set("state", searchParams.get("state") ?? "");
      return back;
    },
    tellLater(claims) {
      later = claims;
    },
    close: () => void server.close(),
  };
}
