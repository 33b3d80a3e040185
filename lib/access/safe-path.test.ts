import { expect, test } from "vitest";
import { safePath } from "./safe-path.ts";

test.each(["/", "/today", "/leads?sort=score&q=a%2Fb", "/leads/7#timeline"])("%s is followed after sign-in", (path) => {
  expect(safePath(path)).toBe(path);
});

test.each([
  null,
  "",
  "today",
  "https://evil.example/",
  "//evil.example",
  "/\\evil.example",
  "/\t/evil.example",
  "/.//evil.example",
  "/%2e//evil.example",
  "javascript:alert(1)",
  "http:/evil.example",
])("%s is not followed after sign-in", (path) => {
  expect(safePath(path)).toBeNull();
});
