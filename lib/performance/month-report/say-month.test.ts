import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { alertCatalogueSchema, speakerOf } from "#lib/alerts/speech.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { EXAMPLE_MONTH } from "./example-month.ts";
import { type MonthReport, monthReportSchema } from "./month-report.ts";
import { sayMonth } from "./say-month.ts";

/** With blanks that break a line: those that do not look alike. */
function say(report: MonthReport, locale: Locale): string[] {
  const catalogue = alertCatalogueSchema.parse(JSON.parse(readFileSync(`messages/${locale}.json`, "utf8")));
  const page = speakerOf(catalogue.performance, locale);
  const lines = sayMonth(report, {
    say: (key, values) => page(`month.${key}`, values),
    page,
    reason: speakerOf(catalogue.reasons, locale),
    locale,
    names: new Map([[4, "Ruben"]]),
  });
  return lines.map((line) => line.replaceAll("\u00a0", " "));
}

describe("a month in words", () => {
  it("sets each figure beside the month before and its target, in English", () => {
    const lines = say(EXAMPLE_MONTH, "en");
    expect(lines).toContain("New leads: 412 (month before: 390)");
    expect(lines).toContain("First touches in time, of the month’s leads: 80.0% (month before: not known)");
    expect(lines).toContain("MQL to SQL, the newest 90 days that are over: 18.7% (month before: 17.2%; target: 20.0%)");
    expect(lines).toContain("Revenue per lead: €1,234.56 (month before: €1,000.00; target: €1,300.00)");
    expect(lines).toContain("Required fields filled in: 84.0% (month before: 82.0%; target: over 90.0%)");
    expect(lines).toContain("Age of the data, median: 74 days (month before: 70 days; target: under 183 days)");
    // Nothing tells of bounces: no line that could be taken for none.
    expect(lines.filter((line) => line.startsWith("Bounces"))).toEqual([]);
  });

  it("says what was found and what to change, in Dutch, with the name of who is concerned", () => {
    const lines = say(EXAMPLE_MONTH, "nl");
    expect(lines).toContain("- MQL naar SQL steeg van 12% naar 19%");
    expect(lines).toContain("- De score ordent wie koopt: AUC 0,81, tussen 0,77 en 0,85");
    const place = lines.indexOf("WAT TE VERANDEREN");
    expect(lines[place + 1]).toMatch(/^1\. .*Ruben/);
    expect(lines.filter((line) => /undefined|NaN|\{/.test(line))).toEqual([]);
  });

  it("of a first month says what is not known, and that nothing stands out", () => {
    const findings = { trend: null, wait: { kind: "few" }, best: null, worst: null, order: null } as const;
    const figures = EXAMPLE_MONTH.figures.map(({ name }) => ({ name, now: null, before: null, target: null }));
    const lines = say({ ...EXAMPLE_MONTH, figures, quality: [], findings, advice: [] }, "en");
    expect(lines).toContain("Customers: not known (month before: not known)");
    expect(lines.at(-1)).toBe("Nothing stands out: no figure says clearly enough that something should change.");
    expect(lines).not.toContain("QUALITY OF THE DATA");
  });

  it("is kept as it is", () => {
    expect(monthReportSchema.parse(JSON.parse(JSON.stringify(EXAMPLE_MONTH)))).toEqual(EXAMPLE_MONTH);
  });
});
