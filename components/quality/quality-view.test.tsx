import { describe, expect, it } from "vitest";
import { renderWords } from "#components/test/render-words.tsx";
import { leadsAlike } from "#lib/data-quality/example-leads.ts";
import { qualityOf } from "#lib/data-quality/figures.ts";
import type { KeptQuality } from "#lib/data-quality/report.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { STAGES } from "#lib/lifecycle/constants.ts";
import { QualityView } from "./quality-view.tsx";

const CATALOGUE = {
  fields: [{ key: "phone", type: "text", label: null }],
  eventTypes: [],
  stages: STAGES,
} as const;

type Found = Parameters<typeof qualityOf>[0];

const NOTHING: Found = { alike: [], required: [], groups: [], knowsBounces: false };

function say(found: Found | null, locale: Locale): string {
  const kept: KeptQuality | null = found && {
    madeAt: new Date("2026-03-12T08:00:00Z"),
    toMend: { missing: [], duplicate: [], old: [], bounced: [] },
    days: [
      { day: 20_524, figures: qualityOf(found) },
      { day: 20_523, figures: qualityOf(found) },
    ],
  };
  const view = <QualityView kept={kept} timeZone="Europe/Amsterdam" catalogue={CATALOGUE} list={null} form={null} />;
  return renderWords(view, locale);
}

const CASES: readonly (readonly [string, Found | null])[] = [
  ["before the first measurement", null],
  ["of no leads", NOTHING],
  ["of one lead without a model", { ...NOTHING, alike: [leadsAlike({ hasScore: false })] }],
  ["of leads with everything", { ...NOTHING, alike: [leadsAlike({ leads: 9, filled: [true] })], required: ["phone"] }],
  [
    "of leads with every fault",
    {
      alike: [leadsAlike({ leads: 2, filled: [false], isDuplicate: true, ageDays: 400, hasBounced: true })],
      required: ["phone"],
      groups: [{ leadIds: [1, 2], open: 2 }],
      knowsBounces: true,
    },
  ],
];

describe("the quality of data in words", () => {
  it.each(CASES)("%s has no number that is none, in either language", (_, found) => {
    for (const locale of ["nl", "en"] as const)
      expect(say(found, locale)).not.toMatch(/NaN|undefined|null|Infinity|\{/);
  });

  it("of no leads says so, rather than that all is well", () => {
    const words = say(NOTHING, "en");
    expect(words).toContain("There are no open leads");
    expect(words).not.toContain("On target");
  });

  it("says how to come to know of bounces, where nobody has said what tells of one", () => {
    expect(say({ ...NOTHING, alike: [leadsAlike()] }, "en")).toContain("Say below which events");
  });

  it("says which figure is not on target, and that all required fields are there", () => {
    expect(say(CASES[4]?.[1] ?? null, "en")).toContain("Not on target: target over 90%");
    expect(say(CASES[3]?.[1] ?? null, "nl")).toContain("Elke open lead heeft alle verplichte velden");
  });
});
