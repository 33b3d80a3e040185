import { describe, expect, test } from "vitest";
import { hashPassword, verifyPassword } from "./password.ts";

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
    const known = await seconds(() => verifyPassword("a wrong password", hash));
    const unknown = await seconds(() => verifyPassword("a wrong password", null));
    expect(await verifyPassword("a wrong password", null)).toBe(false);
    expect(unknown).toBeGreaterThan(known / 3);
    expect(unknown).toBeLessThan(known * 3);
  });
});

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 5; round++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return Math.min(...times) / 1000;
}
