import { expect, test } from "vitest";
import { limitHeaders } from "./limits.ts";

const limit = { name: "api", requests: 600, seconds: 60 };

test("who has requests left reads how many, and for how long the count runs", () => {
  expect(limitHeaders(limit, { isAllowed: true, remaining: 599, resetMs: 59_001 })).toEqual({
    "ratelimit-policy": '"api";q=600;w=60',
    ratelimit: '"api";r=599;t=60',
  });
});

test("who has none left reads when to come back, never at once", () => {
  expect(limitHeaders(limit, { isAllowed: false, remaining: 0, resetMs: 1 })).toMatchObject({
    ratelimit: '"api";r=0;t=1',
    "retry-after": "1",
  });
});
