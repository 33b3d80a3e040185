import type { Condition } from "#lib/scoring/condition.ts";
import type { Criterion, Group, Label } from "#lib/scoring/definition.ts";

type EventCriterion = Extract<Criterion, { type: "event" }>;
type Counted = Pick<EventCriterion, "points" | "halfLifeDays" | "maximum" | "scope"> & {
  readonly type: string;
  readonly isHighIntent?: boolean;
};

export function event(key: string, label: Label, { type, isHighIntent = false, ...rest }: Counted): Criterion {
  return { type: "event", key, label, active: null, isHighIntent, events: { types: [type], where: null }, ...rest };
}

export function trait(key: string, label: Label, points: number, condition: Condition): Criterion {
  return { type: "attribute", key, label, points, active: null, condition };
}

export function group(key: string, label: Label, cap: number | null, criteria: readonly Criterion[]): Group {
  return { key, label, cap, floor: null, criteria: [...criteria] };
}

/** A title, or whatever else, that holds one of these words. */
export function oneOfTheWords(field: string, words: readonly string[]): Condition {
  return { any: words.map((value) => ({ field, op: "contains_word", value })) };
}

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

/** Free e-mail address -10: design section 3. */
export function freeEmail(): Criterion {
  return trait("free_email", { nl: "Gratis e-mailadres", en: "Free e-mail address" }, -10, {
    field: "email_domain",
    op: "in",
    values: FREE_MAIL,
  });
}

/** Student -20: design section 3. */
export function student(): Criterion {
  const words = ["student", "stagiair", "stagiaire", "intern", "trainee", "werkstudent"];
  return trait(
    "student",
    { nl: "Student of stagiair", en: "Student or intern" },
    -20,
    oneOfTheWords("job_title", words),
  );
}

/** A fit match is worth 15 to 25: design section 3. */
export function decides(points: number): Criterion {
  const words = ["director", "directeur", "head", "hoofd", "manager", "ceo", "owner", "eigenaar"];
  return trait("decides", { nl: "Leidinggevende", en: "Head of, or above" }, points, oneOfTheWords("job_title", words));
}

type Size = { readonly from: number; readonly to: number; readonly points: number };

export function companySize({ from, to, points }: Size): Criterion {
  return trait("company_size", { nl: `${from} tot ${to} medewerkers`, en: `${from} to ${to} employees` }, points, {
    field: "account.employees",
    op: "between",
    from,
    to,
  });
}

/** Demo request +25; it is remembered longer than the default of 30 days. */
export function demoRequest(): Criterion {
  const rest = { points: 25, halfLifeDays: 60, maximum: 25, scope: "every", isHighIntent: true } as const;
  return event("demo_request", { nl: "Demo aangevraagd", en: "Demo request" }, { type: "demo_requested", ...rest });
}

/** Pricing page +15, with the default half-life. */
export function pricingPage(): Criterion {
  const rest = { points: 15, halfLifeDays: 30, maximum: 30, scope: "every" } as const;
  return event(
    "pricing_page",
    { nl: "Prijspagina bekeken", en: "Pricing page" },
    { type: "pricing_page_viewed", ...rest },
  );
}

/** Case study +10. */
export function caseStudy(halfLifeDays = 30): Criterion {
  const rest = { points: 10, halfLifeDays, maximum: 20, scope: "once_per_asset" } as const;
  return event("case_study", { nl: "Klantverhaal gelezen", en: "Case study" }, { type: "case_study_viewed", ...rest });
}

/** Whitepaper +10. */
export function whitepaper(): Criterion {
  const rest = { points: 10, halfLifeDays: 30, maximum: 20, scope: "once_per_asset" } as const;
  const label = { nl: "Whitepaper gedownload", en: "Whitepaper" };
  return event("whitepaper", label, { type: "whitepaper_downloaded", ...rest });
}

/** Webinar +5. */
export function webinar(): Criterion {
  const rest = { points: 5, halfLifeDays: 30, maximum: 10, scope: "once_per_asset" } as const;
  return event("webinar", { nl: "Webinar bijgewoond", en: "Webinar attended" }, { type: "webinar_attended", ...rest });
}

/** Blog +2; a blog view is forgotten sooner than the default. */
export function blog(): Criterion {
  const rest = { points: 2, halfLifeDays: 14, maximum: 6, scope: "once_per_asset" } as const;
  return event("blog", { nl: "Blogartikel gelezen", en: "Blog article" }, { type: "blog_viewed", ...rest });
}

/** Three e-mails opened +6, within a month; fades faster than what people ask for themselves. */
export function emailsOpened(): Criterion {
  return {
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
  };
}

/** Inactivity is negative; as much as one whitepaper. */
export function silence(days: number): Criterion {
  return {
    type: "inactivity",
    key: "silent",
    label: { nl: `${days} dagen niets gedaan`, en: `Nothing for ${days} days` },
    points: -10,
    active: null,
    events: { types: "any", where: null },
    days,
  };
}

/** Unsubscribing is negative, and for good: no half-life. As much as a student. */
export function turnedAway(): Criterion {
  const label = { nl: "Uitgeschreven", en: "Unsubscribed" };
  return event("unsubscribed", label, {
    type: "unsubscribed",
    points: -20,
    halfLifeDays: null,
    maximum: 20,
    scope: "once_per_lead",
  });
}
