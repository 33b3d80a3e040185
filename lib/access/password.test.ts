import { verify } from "@node-rs/argon2";
import { describe, expect, test, vi } from "vitest";
import { hashPassword, verifyPassword } from "./password.ts";

vi.mock(import("@node-rs/argon2"), async (original) => {
  const argon2 = await original();
  return { ...argon2, verify: vi.fn(argon2.verify) };
});

const OURS = "$argon2id$v=19$m=19456,t=2,p=1$";
const PARAMETERS = /^\$argon2id\$v=\d+\$[^$]+\$/;

describe("a password", () => {
  test("is recognised, and another is not", async () => {
    const hash = await hashPassword("correct horse battery");
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await verifyPassword("correct horse battery", hash)).toBe(true);
    expect(await verifyPassword("correct horse batterY", hash)).toBe(false);
  });
  test("is the same however its accents were typed", async () => {
    const hash = await hashPassword("re\u0301union du matin");
    expect(await verifyPassword("r\u00e9union du matin", hash)).toBe(true);
  });
  test("of an unknown user is refused after the same work as that of a known one", async () => {
    const hash = await hashPassword("correct horse battery");
    const work = vi.mocked(verify);
    work.mockClear();
    expect(await verifyPassword("a wrong password", hash)).toBe(false);
    expect(await verifyPassword("a wrong password", null)).toBe(false);
    const parameters = work.mock.calls.map(([checked]) => PARAMETERS.exec(String(checked))?.[0]);
    expect(parameters).toEqual([OURS, OURS]);
  });
});
