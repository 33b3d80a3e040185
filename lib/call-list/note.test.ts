import { describe, expect, test } from "vitest";
import { withReturned } from "./note.ts";

describe("the note of an outcome that was not recorded", () => {
  test("stands in the field again", () => {
    expect(withReturned("", "wants a quote")).toBe("wants a quote");
    expect(withReturned("  ", "wants a quote")).toBe("wants a quote");
  });

  test("goes above what was typed since, which stays", () => {
    expect(withReturned("call after ten", "wants a quote")).toBe("wants a quote\ncall after ten");
  });

  test("is not written twice", () => {
    expect(withReturned("wants a quote", "wants a quote")).toBe("wants a quote");
  });

  test("changes nothing when it was empty", () => {
    expect(withReturned("call after ten", "")).toBe("call after ten");
  });
});
