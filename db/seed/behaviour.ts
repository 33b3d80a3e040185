import type { Calendar } from "./calendar.ts";
import { CASES, WEBINARS, WHITEPAPERS } from "./catalogue.ts";
import { type Diary, note } from "./diary.ts";
import type { DemoLead } from "./leads.ts";
import { crawl, joinWebinars, readMails } from "./mailings.ts";
import { createRandom, type Random } from "./random.ts";
import { askDemo, gapDays, spell } from "./visits.ts";

/** Leads who look again on the morning of loading, so that the first list has something new to tell. */
const EARLY_BIRDS = 26;
const MINUTE = 60_000;
/** How easily somebody of little interest never comes back after a spell. */
const GIVES_UP = 0.26;
/** Who has just found us looks around more. */
const FIRST_INTEREST = 2.4;

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
