import { describe, expect, test } from "vitest";
import { contentSecurityPolicy, securityHeaders } from "./headers.ts";

const plain = { publicUrl: undefined, providerUrl: undefined, isDevelopment: false };
const secure = { ...plain, publicUrl: "https://leads.example.com" };
const policyOf = (installation: typeof plain | typeof secure, nonce = "N0nce") =>
  new Map(
    contentSecurityPolicy(installation, nonce)
      .split("; ")
      .map((directive) => [directive.split(" ")[0], directive.split(" ").slice(1).join(" ")]),
  );

describe("the content security policy", () => {
  test("runs scripts by this answer's nonce only, never inline ones", () => {
    expect(policyOf(plain).get("script-src")).toBe("'self' 'nonce-N0nce' 'strict-dynamic'");
    expect(policyOf(plain).get("style-src")).toBe("'self' 'nonce-N0nce'");
  });
  test("lets nobody frame the pages, rebase them or send their forms elsewhere", () => {
    expect(policyOf(plain).get("frame-ancestors")).toBe("'none'");
    expect(policyOf(plain).get("base-uri")).toBe("'none'");
    expect(policyOf(plain).get("form-action")).toBe("'self'");
  });
  test("lets the sign-in form lead to the provider", () => {
    const withProvider = { ...plain, providerUrl: "https://id.example.com/realms/sales" };
    expect(contentSecurityPolicy(withProvider, "n")).toContain("form-action 'self' https://id.example.com;");
  });
  test("asks for https only where the installation has it", () => {
    expect(policyOf(secure).has("upgrade-insecure-requests")).toBe(true);
    expect(policyOf(plain).has("upgrade-insecure-requests")).toBe(false);
    expect(securityHeaders(secure)).toHaveProperty("strict-transport-security");
    expect(securityHeaders(plain)).not.toHaveProperty("strict-transport-security");
  });
});
