import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { EnvError, envSchema, parseEnv } from "./env.ts";

function refusal(source: Record<string, string>): string {
  try {
    parseEnv(source);
  } catch (error) {
    if (error instanceof EnvError) return error.message;
    throw error;
  }
  throw new Error("The environment was taken.");
}

describe("the environment", () => {
  it("may be empty", () => {
    expect(parseEnv({})).toMatchObject({ HOST: "127.0.0.1", OIDC_NAME: "OpenID Connect", VOORRANG_TEST: false });
  });
  it("treats an empty value as absent", () => {
    expect(parseEnv({ PORT: "", DATABASE_URL: "" }).PORT).toBeUndefined();
  });
  it.each([
    ["PORT", "ninety"],
    ["PORT", "70000"],
    ["PORT", "80.5"],
    ["VOORRANG_TEST", "yes"],
    ["DATABASE_URL", "mysql://localhost/x"],
    ["AUTH_SECRET", "short"],
    ["LOG_LEVEL", "loud"],
    ["PUBLIC_URL", "not an address"],
    ["TRUSTED_PROXIES", "10.0.0.0/8, the-proxy"],
    ["OIDC_ISSUER", "https://id.example"],
    ["VOORRANG_TEST_NOW", "2026-03-12T09:00:00Z"],
    ["VOORRANG_TEST_NOW", "yesterday"],
  ])("names %s when it is wrong, in one sentence", (name, value) => {
    const sentence = refusal({ [name]: value });
    expect(sentence).toMatch(new RegExp(`^The environment variable ${name} (must|needs|goes) [^|"]+\\.$`));
  });
  it("refuses test mode anywhere but on loopback", () => {
    expect(refusal({ VOORRANG_TEST: "1", HOST: "0.0.0.0" })).toContain("loopback");
  });
  it("is listed in .env.example, name by name", () => {
    const listed = readFileSync(new URL("../.env.example", import.meta.url), "utf8").matchAll(/^([A-Z_]+)=/gm);
    expect([...listed].map(([, name]) => name).sort()).toEqual(Object.keys(envSchema.shape).sort());
  });
  it("takes .env.example as it stands", () => {
    const file = readFileSync(new URL("../.env.example", import.meta.url), "utf8");
    const source = Object.fromEntries([...file.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name, value]) => [name, value]));
    expect(() => parseEnv(source)).not.toThrow();
  });
});
