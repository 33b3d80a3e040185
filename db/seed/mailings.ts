import { weekdayOf } from "./calendar.ts";
import { BLOGS, PAGES, WEBINARS } from "./catalogue.ts";
import { type Diary, note } from "./diary.ts";
import { minuteOfVisit } from "./hours.ts";

const MINUTE = 60_000;

/** A mail every other Tuesday. Who reads it depends a little on interest; mail scanners open and click everything. */
export function readMails(diary: Diary): void {
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
export function joinWebinars(diary: Diary): void {
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
export function crawl(diary: Diary): void {
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
