import { describe, expect, it } from "vitest";
import { settleClaimedTime } from "./claimed-time.ts";

const arrived = Date.parse("2026-03-12T10:00:00Z");
const settle = (claimed: string) => settleClaimedTime({ claimed: Date.parse(claimed), arrived });

describe("the time an event claims", () => {
  it("is believed up to the moment it arrives", () => {
    expect(settle("2026-03-12T10:00:00Z")).toEqual({ ok: true, occurredAt: arrived, claimedAt: null });
  });

  it("up to 24 hours ahead means now, and is kept", () => {
    const claimedAt = Date.parse("2026-03-13T10:00:00Z");
    expect(settle("2026-03-13T10:00:00Z")).toEqual({ ok: true, occurredAt: arrived, claimedAt });
  });

  it("further ahead is refused", () => {
    expect(settle("2026-03-13T10:00:00.001Z")).toEqual({ ok: false, reason: "too_far_ahead" });
  });

  it("before the year 2000 is refused", () => {
    expect(settle("2000-01-01T00:00:00Z").ok).toBe(true);
    expect(settle("1999-12-31T23:59:59.999Z")).toEqual({ ok: false, reason: "before_2000" });
  });
});
