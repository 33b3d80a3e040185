import { describe, expect, it } from "vitest";
import { isReturnDay, LONGEST_NURTURE_DAYS, RETURN_CHOICES, returnDay } from "./nurture.ts";
import { REJECTION_ROUTES } from "./rejection.ts";

const DAY = 20_524;

describe("giving a lead back to marketing", () => {
  it("is for a month, a quarter or half a year, as reasons of their own have it", () => {
    const days = RETURN_CHOICES.map((choice) => returnDay(choice, DAY) - DAY);
    const routes = Object.values(REJECTION_ROUTES).flatMap((route) => ("afterDays" in route ? route.afterDays : []));
    expect(days).toEqual([30, 90, 180]);
    expect([...new Set(routes)].sort((a, b) => a - b)).toEqual(days);
  });

  it("takes a day after today, at most two years ahead", () => {
    expect(isReturnDay(DAY, DAY)).toBe(false);
    expect(isReturnDay(DAY - 1, DAY)).toBe(false);
    expect(isReturnDay(DAY + 1, DAY)).toBe(true);
    expect(isReturnDay(DAY + LONGEST_NURTURE_DAYS, DAY)).toBe(true);
    expect(isReturnDay(DAY + LONGEST_NURTURE_DAYS + 1, DAY)).toBe(false);
  });
});
