import type { Criterion, Group, Label } from "#lib/scoring/definition.ts";

/** Free mailboxes that most often stand in forms in the Netherlands, Belgium and Germany. */
const FREE_MAIL = [
  "gmail.com",
  "hotmail.com",
  "hotmail.nl",
  "outlook.com",
  "live.nl",
  "icloud.com",
  "yahoo.com",
  "ziggo.nl",
  "kpnmail.nl",
  "telenet.be",
  "skynet.be",
  "gmx.de",
  "web.de",
  "t-online.de",
];

/** The events the starter means, and how other names for them sound in Dutch and English. */
export const STARTER_EVENTS: Readonly<Record<string, RegExp>> = {
  demo_requested: /demo/i,
  pricing_page_viewed: /pric(e|ing)|prijs|prijz|tarie/i,
  case_study_viewed: /case.?stud|casus|klantverhaal|referentie/i,
  whitepaper_downloaded: /white.?paper/i,
  webinar_attended: /webinar/i,
  email_opened: /mail.*(open|gelezen)/i,
};

type EventCriterion = Extract<Criterion, { type: "event" }>;

function event(
  key: string,
  label: Label,
  rest: Pick<EventCriterion, "points" | "halfLifeDays" | "maximum" | "scope"> & {
    type: string;
    isHighIntent?: boolean;
  },
): Criterion {
  const { type, points, halfLifeDays, maximum, scope, isHighIntent = false } = rest;
  const events = { types: [type], where: null };
  return { type: "event", key, label, points, active: null, halfLifeDays, maximum, isHighIntent, events, scope };
}

export const STARTER_ENGAGEMENT: Group[] = [
  {
    key: "intent",
    label: { nl: "Koopsignalen", en: "Buying signals" },
    // Behaviour 40 of the 70 that engagement weighs, stretched to its scale of 100 and rounded.
    cap: 60,
    floor: null,
    criteria: [
      // Demo request +25; it is remembered longer than the default of 30 days.
      event(
        "demo_request",
        { nl: "Demo aangevraagd", en: "Demo request" },
        {
          type: "demo_requested",
          points: 25,
          halfLifeDays: 60,
          maximum: 25,
          scope: "every",
          isHighIntent: true,
        },
      ),
      // Pricing page +15, default half-life 30 days.
      event(
        "pricing_page",
        { nl: "Prijspagina bekeken", en: "Pricing page" },
        { type: "pricing_page_viewed", points: 15, halfLifeDays: 30, maximum: 30, scope: "every" },
      ),
    ],
  },
  {
    key: "content",
    label: { nl: "Inhoud", en: "Content" },
    // Engagement 20 of 70, stretched in the same way.
    cap: 30,
    floor: null,
    criteria: [
      // Case study +10.
      event(
        "case_study",
        { nl: "Klantverhaal gelezen", en: "Case study" },
        { type: "case_study_viewed", points: 10, halfLifeDays: 30, maximum: 20, scope: "once_per_asset" },
      ),
      // Whitepaper +10.
      event(
        "whitepaper",
        { nl: "Whitepaper gedownload", en: "Whitepaper" },
        { type: "whitepaper_downloaded", points: 10, halfLifeDays: 30, maximum: 20, scope: "once_per_asset" },
      ),
      // Webinar +5.
      event(
        "webinar",
        { nl: "Webinar bijgewoond", en: "Webinar attended" },
        { type: "webinar_attended", points: 5, halfLifeDays: 30, maximum: 10, scope: "once_per_asset" },
      ),
    ],
  },
  {
    key: "contact",
    label: { nl: "E-mail en stilte", en: "E-mail and silence" },
    // Intent 10 of 70, stretched and rounded down to two runs of opened e-mails.
    cap: 12,
    floor: null,
    criteria: [
      // Three e-mails opened +6, within a month; fades faster than what people ask for themselves.
      {
        type: "burst",
        key: "emails_opened",
        label: { nl: "3 e-mails geopend", en: "3 e-mails opened" },
        points: 6,
        active: null,
        halfLifeDays: 14,
        maximum: 12,
        isHighIntent: false,
        events: { types: ["email_opened"], where: null },
        count: 3,
        withinHours: 720,
      },
      // Inactivity is negative; as much as one whitepaper, after one half-life.
      {
        type: "inactivity",
        key: "silent",
        label: { nl: "30 dagen niets gedaan", en: "Nothing for 30 days" },
        points: -10,
        active: null,
        events: { types: "any", where: null },
        days: 30,
      },
    ],
  },
];

export const STARTER_FIT: Group[] = [
  {
    key: "company",
    label: { nl: "Bedrijf", en: "Company" },
    cap: null,
    floor: null,
    criteria: [
      // A fit match is worth 15 to 25.
      {
        type: "attribute",
        key: "company_size",
        label: { nl: "50 tot 500 medewerkers", en: "50 to 500 employees" },
        points: 25,
        active: null,
        condition: { field: "account.employees", op: "between", from: 50, to: 500 },
      },
    ],
  },
  {
    key: "person",
    label: { nl: "Persoon", en: "Person" },
    cap: null,
    floor: null,
    criteria: [
      {
        type: "attribute",
        key: "decides",
        label: { nl: "Leidinggevende", en: "Head of, or above" },
        points: 20,
        active: null,
        condition: {
          any: ["director", "directeur", "head", "hoofd", "manager", "ceo", "owner", "eigenaar"].map((word) => ({
            field: "job_title",
            op: "contains_word",
            value: word,
          })),
        },
      },
      // Free e-mail address -10.
      {
        type: "attribute",
        key: "free_email",
        label: { nl: "Gratis e-mailadres", en: "Free e-mail address" },
        points: -10,
        active: null,
        condition: { field: "email_domain", op: "in", values: FREE_MAIL },
      },
    ],
  },
];
