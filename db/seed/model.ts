import { type Definition, definitionSchema } from "#lib/scoring/definition.ts";
import { event, fitAxis, type Input } from "./criteria.ts";

const VISITS = [
  "page_viewed",
  "pricing_page_viewed",
  "demo_requested",
  "case_study_viewed",
  "whitepaper_downloaded",
  "webinar_attended",
  "blog_viewed",
  "calculator_used",
];

const plays: Input["plays"] = {
  A1: { temperature: "hot", action: "call_now", priority: 1, slaMinutes: 15 },
  B1: { temperature: "hot", action: "call_now", priority: 2, slaMinutes: 15 },
  A2: { temperature: "hot", action: "call_today", priority: 3, slaMinutes: 240 },
  B2: { temperature: "warm", action: "call_today", priority: 4, slaMinutes: 480 },
  C1: { temperature: "warm", action: "call_today", priority: 5, slaMinutes: 480 },
  A3: { temperature: "warm", action: "nurture", priority: 6 },
  B3: { temperature: "warm", action: "nurture", priority: 7 },
  C2: { temperature: "warm", action: "enrich", priority: 8 },
  D1: { temperature: "warm", action: "enrich", priority: 9 },
  A4: { temperature: "cold", action: "nurture", priority: 10 },
  C3: { temperature: "cold", action: "leave", priority: 11 },
  B4: { temperature: "cold", action: "leave", priority: 12 },
  D2: { temperature: "cold", action: "enrich", priority: 13 },
  C4: { temperature: "cold", action: "leave", priority: 14 },
  D3: { temperature: "cold", action: "leave", priority: 15 },
  D4: { temperature: "cold", action: "leave", priority: 16 },
};

const name = { nl: "Inbound NL BE DE", en: "Inbound NL BE DE" };
const qualifies = { cells: ["A1", "A2", "B1", "B2", "C1"] };

/** Version 1 as marketing began: a whitepaper counts like a case study, everything halves in a month, silence costs nothing. */
const first: Input = {
  name,
  axes: {
    fit: fitAxis({ sector: 25, size: 18, role: 22 }),
    engagement: {
      thresholds: [20, 40, 60],
      groups: [
        {
          key: "intent",
          label: { nl: "Koopsignalen", en: "Intent" },
          cap: 60,
          criteria: [
            event("demo_request", { nl: "Demo-aanvraag", en: "Demo request" }, 25, ["demo_requested"], 30, 25),
            event("pricing_page", { nl: "Prijspagina", en: "Pricing page" }, 15, ["pricing_page_viewed"], 30, 30),
          ],
        },
        {
          key: "content",
          label: { nl: "Inhoud", en: "Content" },
          cap: 40,
          criteria: [
            event("case_study", { nl: "Casus gelezen", en: "Case study" }, 10, ["case_study_viewed"], 30, 20),
            event("whitepaper", { nl: "Whitepaper", en: "Whitepaper" }, 10, ["whitepaper_downloaded"], 30, 20),
            event("webinar", { nl: "Webinar gevolgd", en: "Webinar attended" }, 10, ["webinar_attended"], 30, 20),
          ],
        },
      ],
    },
  },
  mix: { fit: 40, engagement: 60 },
  plays,
  qualifies,
};

/** Version 2, in force: ten criteria, the points and half-lives of the design's reference numbers (section 3). */
const second: Input = {
  name,
  axes: {
    fit: fitAxis({ sector: 25, size: 18, role: 22 }),
    engagement: {
      thresholds: [20, 40, 60],
      groups: [
        {
          key: "intent",
          label: { nl: "Koopsignalen", en: "Intent" },
          cap: 60,
          criteria: [
            {
              ...event("demo_request", { nl: "Demo-aanvraag", en: "Demo request" }, 25, ["demo_requested"], 60, 25),
              isHighIntent: true,
            },
            {
              type: "burst",
              key: "pricing_burst",
              label: { nl: "3x prijspagina in 48 uur", en: "3x pricing page in 48 hours" },
              points: 15,
              events: { types: ["pricing_page_viewed"] },
              count: 3,
              withinHours: 48,
              halfLifeDays: 14,
              maximum: 15,
            },
            event("pricing_page", { nl: "Prijspagina", en: "Pricing page" }, 15, ["pricing_page_viewed"], 30, 25),
          ],
        },
        {
          key: "content",
          label: { nl: "Inhoud", en: "Content" },
          cap: 30,
          criteria: [
            event("case_study", { nl: "Casus gelezen", en: "Case study" }, 10, ["case_study_viewed"], 30, 20),
            event("webinar", { nl: "Webinar gevolgd", en: "Webinar attended" }, 5, ["webinar_attended"], 30, 10),
          ],
        },
        {
          key: "silence",
          label: { nl: "Stilte", en: "Silence" },
          floor: -10,
          criteria: [
            {
              type: "inactivity",
              key: "no_visit",
              label: { nl: "30 dagen geen bezoek", en: "No visit for 30 days" },
              points: -10,
              events: { types: VISITS },
              days: 30,
            },
          ],
        },
      ],
    },
  },
  mix: { fit: 40, engagement: 60 },
  plays,
  qualifies,
};

/** The published versions, oldest first, with how many days before the day of loading each was published. */
export const VERSIONS: readonly { daysAgo: number; note: string; definition: Definition }[] = [
  { daysAgo: 380, note: "Eerste model, opgesteld met sales", definition: definitionSchema.parse(first) },
  {
    daysAgo: 143,
    note: "Stilte telt mee, de whitepaper niet meer; een demo-aanvraag blijft langer vers",
    definition: definitionSchema.parse(second),
  },
];
