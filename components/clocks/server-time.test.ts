import { expect, it } from "vitest";
import { createServerTime } from "./server-time.ts";

it("the server's time goes on from its newest reading, also for what is shown later", () => {
  let elapsed = 500;
  const serverTime = createServerTime(() => elapsed);
  expect(serverTime(10_000)).toBe(10_000);
  elapsed += 3_000;
  expect(serverTime(10_000)).toBe(13_000);
  expect(serverTime(12_900)).toBe(12_900);
  elapsed += 100;
  expect(serverTime(10_000)).toBe(13_000);
});
