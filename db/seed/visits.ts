import { weekdayOf } from "./calendar.ts";
import { BLOGS, CASES, PAGES, WHITEPAPERS } from "./catalogue.ts";
import { type Diary, note } from "./diary.ts";
import { minuteOfVisit } from "./hours.ts";

const MINUTE = 60_000;

/** Days until somebody looks again: sooner the more they want it. */
export function gapDays({ lead, random }: Diary): number {
  return 6 + random.logNormal(70 / (0.4 + lead.interest), 0.8);
}

/** A few days in which somebody looks around. */
export function spell(diary: Diary, from: number, strength: number): void {
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

export function askDemo(diary: Diary, at: number): void {
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
