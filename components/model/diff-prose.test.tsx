import { expect, test } from "vitest";
import { renderMarkup } from "#components/test/render-words.tsx";
import type { Locale } from "#lib/i18n/locales.ts";
import type { ModelCatalogue } from "#lib/model/catalogue.ts";
import type { Change } from "#lib/model/diff.ts";
import type { Condition } from "#lib/scoring/condition.ts";
import { DiffProse } from "./diff-prose.tsx";

const label = { nl: "Demo-aanvraag", en: "Demo request" };
const catalogue: ModelCatalogue = {
  fields: [
    { key: "country", type: "text", label: null },
    { key: "account.vans", type: "number", label: { nl: "Bussen", en: "Vans" } },
    { key: "was_customer", type: "boolean", label: "Was a customer" },
  ],
  eventTypes: [{ key: "demo_requested", label: { nl: "Demo aangevraagd", en: "Demo requested" } }],
  stages: [],
};

/** The sentence as text, what was in ~ and what is in *. */
function say(change: Change, locale: Locale): string {
  return renderMarkup(<DiffProse changes={[change]} catalogue={catalogue} />, locale)
    .replace(/<\/?s\b[^>]*>/g, "~")
    .replace(/<\/?b\b[^>]*>/g, "*")
    .replace(/<[^>]*>/g, "")
    .trim();
}

test.each<[Change, string, string]>([
  [
    { type: "points", label, before: 25, after: 30 },
    "Demo request earns ~25~ *30* points.",
    "Demo-aanvraag levert ~25~ *30* punten op.",
  ],
  [
    { type: "points", label, before: -10, after: -20.5 },
    "Demo request costs ~10~ *20.5* points.",
    "Demo-aanvraag kost ~10~ *20,5* punten.",
  ],
  [
    { type: "points", label, before: -10, after: 5 },
    "Demo request goes from ~−10~ to *5* points.",
    "Demo-aanvraag gaat van ~−10~ naar *5* punten.",
  ],
  // The last number said decides whether it is one or many.
  [
    { type: "points", label, before: 5, after: 1 },
    "Demo request earns ~5~ *1* point.",
    "Demo-aanvraag levert ~5~ *1* punt op.",
  ],
  [
    { type: "points", label, before: -1, after: -2 },
    "Demo request costs ~1~ *2* points.",
    "Demo-aanvraag kost ~1~ *2* punten.",
  ],
  [
    { type: "criterion_removed", label, points: -1, group: "Intent" },
    "~Demo request~ leaves Intent, with its ~−1~ point.",
    "~Demo-aanvraag~ verdwijnt uit Intent, met ~−1~ punt.",
  ],
  [
    { type: "half_life", label, before: 30, after: 1 },
    "Demo request halves in ~30~ *1* day.",
    "Demo-aanvraag halveert in ~30~ *1* dag.",
  ],
  [
    { type: "half_life", label, before: 1, after: null },
    "Demo request no longer halves in ~1~ day: it *never fades*.",
    "Demo-aanvraag halveert niet meer in ~1~ dag: het *blijft gelden*.",
  ],
  [
    { type: "idle_days", label, before: 30, after: 1 },
    "Demo request applies after ~30~ *1* day.",
    "Demo-aanvraag geldt na ~30~ *1* dag.",
  ],
  [
    { type: "criterion_renamed", label, before: label, after: { nl: "", en: " " } },
    "~Demo request~ is now called *(no name)*.",
    "~Demo-aanvraag~ heet nu *(zonder naam)*.",
  ],
  [
    { type: "half_life", label, before: 30, after: null },
    "Demo request no longer halves in ~30~ days: it *never fades*.",
    "Demo-aanvraag halveert niet meer in ~30~ dagen: het *blijft gelden*.",
  ],
  [
    { type: "maximum", label, before: null, after: 40 },
    "Demo request gives at most *40*.",
    "Demo-aanvraag geeft voortaan hoogstens *40*.",
  ],
  [
    { type: "threshold", axis: "engagement", band: "1", before: 60, after: 65 },
    "Engagement 1 opens at ~60~ *65*.",
    "Engagement 1 begint bij ~60~ *65*.",
  ],
  [
    { type: "play", cell: "A1", part: "slaMinutes", before: null, after: 240 },
    "A1 is called ~no limit~ *within 4 hours*.",
    "A1 wordt gebeld ~geen termijn~ *binnen 4 uur*.",
  ],
  [
    { type: "qualifies", before: { cells: ["A1", "A2", "B1"] }, after: { combinedAtLeast: 60 } },
    "Handed to sales: ~A1, A2, and B1~ *from a combined score of 60*.",
    "Naar sales gaan: ~A1, A2 en B1~ *vanaf een totaalscore van 60*.",
  ],
  [
    {
      type: "events",
      label,
      before: { types: "any", where: null },
      after: { types: ["demo_requested"], where: { field: "form", op: "equals", value: true } },
    },
    "Demo request looks at ~any event~ *Demo requested where form: yes*.",
    "Demo-aanvraag let op ~elke gebeurtenis~ *Demo aangevraagd waarbij form: ja*.",
  ],
])("a change is a sentence in both languages: %o", (change, inEnglish, inDutch) => {
  expect(say(change, "en")).toBe(inEnglish);
  expect(say(change, "nl")).toBe(inDutch);
});

const before: Condition = { field: "country", op: "is_set" };
const words = ["a", "b", "c", "d", "e", "f"];

test.each<[Condition, string]>([
  [{ field: "country", op: "in", values: ["NL", "BE"] }, "Country is NL or BE"],
  [
    { any: words.map((value) => ({ field: "country", op: "starts_with", value })) },
    "Country begins with a, b, c, d, or 2 more",
  ],
  [{ not: before }, "Country is empty"],
  [{ not: { field: "was_customer", op: "equals", value: true } }, "not (Was a customer: yes)"],
  [
    {
      all: [
        { field: "account.vans", op: "between", from: 5, to: 20 },
        {
          any: [
            { field: "account.vans", op: "at_least", value: 90 },
            { field: "trial", op: "due_within", days: 1 },
          ],
        },
      ],
    },
    "Vans from 5 to 20 and (Vans at least 90 or trial within 1 day from now)",
  ],
])("a condition reads as a phrase: %o", (after, phrase) => {
  expect(say({ type: "condition", label, before, after }, "en")).toBe(
    `Demo request counts when ~Country is filled in~ *${phrase}*.`,
  );
});

test.each([
  [{ from: "2026-06-01", until: "2026-08-31" }, "from 1 June 2026 through 31 August 2026"],
  [{ from: "2026-06-01", until: null }, "from 1 June 2026 on"],
  [{ from: null, until: "2026-08-31" }, "through 31 August 2026"],
])("a season is told by its days: %o", (after, words) => {
  expect(say({ type: "season", label, before: null, after }, "en")).toBe(
    `Demo request counts: ~no season: it always counts~ *${words}*.`,
  );
});

test("every kind of change has its sentence", () => {
  const season = { from: "2026-06-01", until: null };
  const changes: Change[] = [
    { type: "half_life", label, before: null, after: 7 },
    { type: "half_life", label, before: 7, after: 14 },
    { type: "maximum", label, before: 5, after: 10 },
    { type: "maximum", label, before: 5, after: null },
    { type: "cap", label, before: 5, after: 10 },
    { type: "cap", label, before: null, after: 10 },
    { type: "cap", label, before: 5, after: null },
    { type: "floor", label, before: -5, after: -10 },
    { type: "floor", label, before: null, after: -10 },
    { type: "floor", label, before: -5, after: null },
    { type: "idle_days", label, before: 30, after: 60 },
    { type: "burst", label, before: { count: 3, withinHours: 48 }, after: { count: 2, withinHours: 1 } },
    { type: "scope", label, before: "every", after: "once_per_asset" },
    { type: "high_intent", label, before: false, after: true },
    { type: "high_intent", label, before: true, after: false },
    { type: "season", label, before: null, after: season },
    { type: "criterion_kind", label, before: "event", after: "burst" },
    { type: "criterion_added", label, points: 5, group: "Intent" },
    { type: "criterion_removed", label, points: -5, group: "Intent" },
    { type: "criterion_moved", label, before: "Intent", after: "Content" },
    { type: "criterion_renamed", label, before: "Demo", after: label },
    { type: "group_renamed", before: "Intent", after: "Interest" },
    { type: "group_added", label, axis: "fit" },
    { type: "group_removed", label, axis: "fit" },
    { type: "order" },
    { type: "bands", axis: "fit", before: 4, after: 5 },
    { type: "play", cell: "A1", part: "temperature", before: "hot", after: "warm" },
    { type: "play", cell: "A1", part: "action", before: "call_now", after: "enrich" },
    { type: "play", cell: "A1", part: "priority", before: 1, after: 2 },
    { type: "play", cell: "A1", part: "slaMinutes", before: 2880, after: 15 },
    { type: "mix", before: { fit: 30, engagement: 70 }, after: { fit: 40, engagement: 60 } },
    { type: "name", before: "Model", after: label },
    { type: "segment", before: null, after: before },
    { type: "stages", before: null, after: ["lead", "recycled"] },
    { type: "events_from", before: "always", after: "stage_entered" },
  ];
  for (const change of changes) {
    const sentences = new Set((["en", "nl"] as const).map((locale) => say(change, locale)));
    expect([...sentences].filter((sentence) => sentence.length < 10)).toEqual([]);
  }
});
