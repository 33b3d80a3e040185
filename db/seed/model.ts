import type { z } from "zod";
import type { Condition } from "#lib/scoring/condition.ts";
import { type Definition, definitionSchema } from "#lib/scoring/definition.ts";

type Input = z.input<typeof definitionSchema>;

/** The demo uses `.example` postboxes; the others stand here because real ones would. */
export const FREE_MAIL_DOMAINS = ["postvak.example", "vrijemail.example", "freipost.example"];
const REAL_FREE_MAIL = [
  "gmail.com",
  "hotmail.com",
  "outlook.com",
  "live.nl",
  "ziggo.nl",
  "telenet.be",
  "gmx.de",
  "web.de",
];

const DECIDING_WORDS =
  `Operations Planning Planner Service Servicemanager Buitendienst Directeur Bedrijfsleider COO Eigenaar
  Zaakvoerder Responsable Gérant Einsatzleiter Serviceleiter Disponent Geschäftsführer Inhaber Prokurist`.split(/\s+/);

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

const sector: Condition = {
  field: "account.industry",
  op: "in",
  values: [
    "Installation",
    "HVAC",
    "Refrigeration",
    "Lifts",
    "Electrical",
    "Heat pumps and solar",
    "Fire safety",
    "Doors and gates",
    "Pumps and drains",
  ],
};
const size: Condition = {
  any: [
    { field: "account.employees", op: "between", from: 50, to: 500 },
    { field: "account.vans", op: "at_least", value: 20 },
  ],
};
const role: Condition = {
  any: DECIDING_WORDS.map((value) => ({ field: "job_title", op: "contains_word", value })),
};
const freeMail: Condition = { field: "email_domain", op: "in", values: [...FREE_MAIL_DOMAINS, ...REAL_FREE_MAIL] };

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

/** Fit as both versions see it, save the points: a fit match earns 15 to 25, a free address costs 10 (design, section 3). */
function fitAxis(points: { sector: number; size: number; role: number }): Input["axes"]["fit"] {
  return {
    thresholds: [20, 40, 55],
    groups: [
      {
        key: "company",
        label: { nl: "Bedrijf", en: "Company" },
        cap: 50,
        criteria: [
          {
            type: "attribute",
            key: "sector",
            label: { nl: "Stuurt monteurs op pad", en: "Sends out mechanics" },
            points: points.sector,
            condition: sector,
          },
          {
            type: "attribute",
            key: "size",
            label: { nl: "50 tot 500 medewerkers of 20 bussen", en: "50 to 500 employees or 20 vans" },
            points: points.size,
            condition: size,
          },
        ],
      },
      {
        key: "person",
        label: { nl: "Persoon", en: "Person" },
        criteria: [
          {
            type: "attribute",
            key: "role",
            label: { nl: "Beslist over de planning", en: "Decides on planning" },
            points: points.role,
            condition: role,
          },
          {
            type: "attribute",
            key: "free_mail",
            label: { nl: "Gratis e-mailadres", en: "Free e-mail address" },
            points: -10,
            condition: freeMail,
          },
        ],
      },
    ],
  };
}

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

function event(
  key: string,
  label: { nl: string; en: string },
  points: number,
  types: string[],
  halfLifeDays: number,
  maximum: number,
) {
  return {
    type: "event",
    key,
    label,
    points,
    events: { types },
    scope: types[0] === "case_study_viewed" || types[0] === "whitepaper_downloaded" ? "once_per_asset" : "every",
    halfLifeDays,
    maximum,
  } as const;
}

/** The published versions, oldest first, with how many days before the day of loading each was published. */
export const VERSIONS: readonly { daysAgo: number; note: string; definition: Definition }[] = [
  { daysAgo: 380, note: "Eerste model, opgesteld met sales", definition: definitionSchema.parse(first) },
  {
    daysAgo: 143,
    note: "Stilte telt mee, de whitepaper niet meer; een demo-aanvraag blijft langer vers",
    definition: definitionSchema.parse(second),
  },
];
