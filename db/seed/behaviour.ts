import type { FieldValue } from "#lib/scoring/facts.ts";
import { type Calendar, weekdayOf } from "./calendar.ts";
import { BLOGS, CASES, type EventType, PAGES, type SourceKey, WEBINARS, WHITEPAPERS } from "./catalogue.ts";
import { type DemoLead, minuteOfVisit } from "./people.ts";
import { createRandom, type Random } from "./random.ts";

export type DemoEvent = {
  readonly id: string;
  readonly type: EventType;
  readonly source: SourceKey;
  readonly asset: string | null;
  readonly at: number;
  readonly day: number;
  readonly properties: Readonly<Record<string, FieldValue>> | null;
};

/** Leads who look again on the morning of loading, so that the first list has something new to tell. */
const EARLY_BIRDS = 26;
const MINUTE = 60_000;
/** How easily somebody of little interest never comes back after a spell. */
const GIVES_UP = 0.26;
/** Who has just found us looks around more. */
const FIRST_INTEREST = 2.4;

export type Diary = {
  readonly lead: DemoLead;
  readonly calendar: Calendar;
  readonly random: Random;
  readonly events: DemoEvent[];
};

/** What one lead did since it became known: visits in spells of interest, mails, webinars, noise. In no order. */
export function behaviourOf(lead: DemoLead, calendar: Calendar): Diary {
  const random = createRandom(`behaviour ${lead.id}`);
  const diary: Diary = { lead, calendar, random, events: [] };
  arrive(diary);
  for (let at = lead.createdAt; at < calendar.end; at += gapDays(diary) * 1440 * MINUTE) {
    spell(diary, at, at === lead.createdAt ? FIRST_INTEREST : 1);
    if (random.chance(GIVES_UP / (0.5 + lead.interest))) break;
  }
  if (isEarlyBird(lead, random)) morningVisit(diary);
  readMails(diary);
  joinWebinars(diary);
  if (random.chance(0.006)) crawl(diary);
  return diary;
}

type Happening = {
  type: EventType;
  at: number;
  asset?: string;
  source?: SourceKey;
  properties?: Record<string, FieldValue>;
};

function note(diary: Diary, { type, at, asset, source = "website", properties }: Happening): void {
  if (at > diary.calendar.end || at < diary.lead.createdAt) return;
  const instant = Math.round(at);
  diary.events.push({
    id: diary.random.uuid(),
    type,
    source,
    asset: asset ?? null,
    at: instant,
    day: diary.calendar.dayOf(instant),
    properties: properties ?? null,
  });
}

/** How the lead became known. */
function arrive(diary: Diary): void {
  const { lead, random } = diary;
  const at = lead.createdAt;
  switch (lead.source) {
    case "LinkedIn template ad":
      note(diary, {
        type: "template_downloaded",
        at,
        asset: "Weekplanning in Excel",
        properties: { campaign: "template" },
      });
      return;
    case "Webinar":
      note(diary, { type: "webinar_registered", at, asset: random.pick(WEBINARS) });
      return;
    case "Trade fair":
      note(diary, { type: "fair_visited", at, source: "crm", asset: "VSK" });
      return;
    case "Referral":
    case "Partner":
      if (random.chance(0.25)) askDemo(diary, at);
      else note(diary, { type: "page_viewed", at, asset: "/contact" });
      return;
    default:
      note(diary, { type: "page_viewed", at, asset: "/", properties: { utm_source: lead.source.toLowerCase() } });
      if (random.chance(0.25))
        note(diary, { type: "whitepaper_downloaded", at: at + 2 * MINUTE, asset: random.pick(WHITEPAPERS) });
  }
}

/** Days until somebody looks again: sooner the more they want it. */
function gapDays({ lead, random }: Diary): number {
  return 6 + random.logNormal(70 / (0.4 + lead.interest), 0.8);
}

/** A few days in which somebody looks around. */
function spell(diary: Diary, from: number, strength: number): void {
  const { lead, calendar, random } = diary;
  const sessions = Math.min(8, 1 + random.poisson(0.55 * strength * lead.interest));
  let at = from + 3 * MINUTE;
  for (let session = 0; session < sessions; session++) {
    visit(diary, at);
    const day =
      calendar.dayOf(at) +
      (random.chance(0.35)
        ? 0
        : random.weighted([
            [1, 5],
            [2, 3],
            [4, 2],
            [7, 1],
          ] as const));
    const weekend = weekdayOf(day) > 4 && random.chance(0.8) ? 7 - weekdayOf(day) : 0;
    at = Math.max(at + random.int(60, 200) * MINUTE, calendar.at(day + weekend, minuteOfVisit(random)));
  }
}

/** One visit to the site. Sales' own work calls some forth: who has an offer reads the prices again. */
export function visit(diary: Diary, from: number, interest: number = diary.lead.interest): void {
  const { random } = diary;
  const keen = Math.min(5, interest);
  let at = from;
  const step = () => {
    at += random.int(20, 260) * 1_000;
    return at;
  };
  const device = random.chance(0.3) ? "phone" : "desktop";
  const pages = 1 + random.poisson(1.05);
  for (let page = 0; page < pages; page++)
    note(diary, {
      type: "page_viewed",
      at: step(),
      asset: random.pick(PAGES),
      properties: { device, seconds: random.int(4, 240) },
    });
  if (random.chance(0.32))
    note(diary, {
      type: "blog_viewed",
      at: step(),
      asset: random.pick(BLOGS),
      properties: { scroll: random.int(10, 100) },
    });
  if (random.chance(Math.min(0.6, 0.08 + 0.12 * keen)))
    note(diary, {
      type: "case_study_viewed",
      at: step(),
      asset: random.pick(CASES),
      properties: { scroll: random.int(20, 100) },
    });
  if (random.chance(0.05)) note(diary, { type: "whitepaper_downloaded", at: step(), asset: random.pick(WHITEPAPERS) });
  if (random.chance(Math.min(0.6, 0.08 + 0.17 * keen))) {
    const looks = random.chance(0.2) ? 2 : 1;
    for (let look = 0; look < looks; look++)
      note(diary, {
        type: "pricing_page_viewed",
        at: step(),
        asset: "/prijzen",
        properties: { device, seconds: random.int(15, 300) },
      });
    if (random.chance(0.2))
      note(diary, {
        type: "calculator_used",
        at: step(),
        asset: "Calculator",
        properties: { mechanics: mechanicsOf(diary) },
      });
  }
  if (random.chance(Math.min(0.35, 0.014 + 0.046 * keen))) askDemo(diary, step());
}

function askDemo(diary: Diary, at: number): void {
  const { events, random } = diary;
  if (events.some((event) => event.type === "demo_requested" && at - event.at < 45 * 1440 * MINUTE)) return;
  note(diary, {
    type: "demo_requested",
    at,
    asset: "Demo",
    properties: { mechanics: mechanicsOf(diary), planning: random.pick(["Excel", "planbord", "agenda", "ERP"]) },
  });
}

function mechanicsOf({ lead }: Diary): number {
  const vans = lead.account.custom["account.vans"];
  return typeof vans === "number" ? vans : Math.max(2, Math.round((lead.account.employees ?? 30) / 3));
}

function isEarlyBird(lead: DemoLead, random: Random): boolean {
  return lead.interest > 1.6 && lead.account.suits > 0 && random.chance(EARLY_BIRDS / 520);
}

function morningVisit(diary: Diary): void {
  const { calendar, random, lead } = diary;
  const dawn = Math.max(calendar.at(calendar.today, 0), lead.createdAt);
  const at = dawn + (calendar.end - dawn) * (0.62 + 0.36 * random.next());
  note(diary, {
    type: "page_viewed",
    at,
    asset: "/product/planbord",
    properties: { device: "phone", seconds: random.int(20, 200) },
  });
  note(diary, {
    type: "pricing_page_viewed",
    at: at + 40_000,
    asset: "/prijzen",
    properties: { device: "phone", seconds: random.int(30, 200) },
  });
  if (random.chance(0.45)) askDemo(diary, at + 90_000);
  else if (random.chance(0.5)) note(diary, { type: "case_study_viewed", at: at + 80_000, asset: random.pick(CASES) });
}

/** A mail every other Tuesday. Who reads it depends a little on interest; mail scanners open and click everything. */
function readMails(diary: Diary): void {
  const { lead, calendar, random } = diary;
  if (!lead.mayEmail) return;
  const isScanned = random.chance(0.012);
  const bounces = random.chance(lead.source === "LinkedIn template ad" ? 0.22 : 0.02);
  const openRate = Math.min(0.75, 0.16 + 0.08 * lead.interest + 0.2 * random.next());
  for (let day = lead.createdDay + 1; day <= calendar.today; day++) {
    if (weekdayOf(day) !== 1 || Math.floor(day / 7) % 2 !== 0) continue;
    const sent = calendar.at(day, 600);
    const mail = {
      asset: `Nieuwsbrief ${new Date(day * 86_400_000).toISOString().slice(0, 7)}`,
      source: "mail",
    } as const;
    if (bounces) {
      note(diary, { type: "email_bounced", at: sent + 2_000, ...mail });
      return;
    }
    if (isScanned) {
      note(diary, { type: "email_opened", at: sent + 1_000, ...mail });
      for (let link = 0; link < 4; link++)
        note(diary, { type: "email_clicked", at: sent + 1_500 + link * 200, ...mail });
      continue;
    }
    if (!random.chance(openRate)) continue;
    const at = calendar.at(
      day +
        random.weighted([
          [0, 7],
          [1, 2],
          [3, 1],
        ] as const),
      minuteOfVisit(random),
    );
    const opened = at < sent ? sent + random.int(3, 400) * MINUTE : at;
    note(diary, { type: "email_opened", at: opened, ...mail });
    if (random.chance(0.12)) {
      note(diary, { type: "email_clicked", at: opened + 30_000, ...mail });
      note(diary, { type: "blog_viewed", at: opened + 40_000, asset: random.pick(BLOGS) });
    } else if (random.chance(0.006)) {
      note(diary, { type: "unsubscribed", at: opened + 60_000, ...mail });
      lead.mayEmail = false;
      return;
    }
  }
}

/** Planted noise: who joins a webinar says nothing about who buys. One is held on the second Thursday of four weeks. */
function joinWebinars(diary: Diary): void {
  const { lead, calendar, random } = diary;
  const isFond = random.chance(0.12) || lead.source === "Webinar";
  for (let day = lead.createdDay; day <= calendar.today; day++) {
    if (weekdayOf(day) !== 3 || Math.floor(day / 7) % 4 !== 1) continue;
    if (!random.chance(isFond ? 0.3 : 0.015)) continue;
    const asset = WEBINARS[Math.floor(day / 28) % WEBINARS.length] ?? "";
    note(diary, { type: "webinar_registered", at: calendar.at(day - random.int(1, 6), minuteOfVisit(random)), asset });
    note(diary, {
      type: "webinar_attended",
      at: calendar.at(day, 660 + random.next() * 8),
      asset,
      properties: { minutes: random.int(8, 45) },
    });
  }
}

/** A robot behind the company's address: hundreds of pages at an even pace. */
function crawl(diary: Diary): void {
  const { lead, calendar, random } = diary;
  const day = lead.createdDay + random.int(0, Math.max(0, calendar.today - lead.createdDay - 1));
  const pages = random.int(120, 400);
  for (let page = 0; page < pages; page++)
    note(diary, {
      type: "page_viewed",
      at: calendar.at(day, 150) + page * 4_000,
      asset: PAGES[page % PAGES.length] ?? "/",
      properties: { device: "desktop", seconds: 4 },
    });
}
