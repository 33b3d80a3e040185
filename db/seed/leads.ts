import type { FieldValue } from "#lib/scoring/facts.ts";
import type { DemoAccount } from "./accounts.ts";
import { type Calendar, partOfYear, weekdayOf } from "./calendar.ts";
import { INTERESTS } from "./catalogue.ts";
import { FREE_MAIL_DOMAINS } from "./criteria.ts";
import { minuteOfVisit } from "./hours.ts";
import { LEAD_SOURCES } from "./lead-sources.ts";
import { NAMES, slug } from "./names.ts";
import { DIAL } from "./places.ts";
import { createRandom, type Random } from "./random.ts";
import { type RoleAtWork, TITLES } from "./roles.ts";

const LEADS = 5_000;
const DAYS = 365;

export type DemoLead = {
  readonly id: number;
  readonly account: DemoAccount;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly phone: string | null;
  readonly jobTitle: string | null;
  readonly source: string;
  readonly custom: Record<string, FieldValue>;
  readonly createdAt: number;
  readonly createdDay: number;
  readonly mayScore: boolean;
  mayCall: boolean;
  mayEmail: boolean;
  /** Hidden: how much the person wants it. Behaviour and purchase follow from it, the model never sees it. */
  readonly interest: number;
  /** Hidden: how likely a purchase is once sales is at work; 0 is the middle. */
  readonly appetite: number;
};

/** People in the order in which they came to be known. */
export function createLeads(accounts: readonly DemoAccount[], calendar: Calendar): DemoLead[] {
  const random = createRandom("leads");
  const days = createdDays(calendar, random);
  const order = accountsOfLeads(accounts, random);
  const objectors = new Set<number>();
  while (objectors.size < OBJECTORS) objectors.add(random.int(1, LEADS - 40));
  const emails = new Set<string>();
  return days.map((createdDay, index) => {
    const account = order[index];
    if (!account) throw new Error("More leads than places for them.");
    return createLead({ id: index + 1, account, createdDay, isObjector: objectors.has(index + 1), emails, calendar });
  });
}

/** Nobody spends whole days on a site. */
const KEENEST = 3.5;

/** People who asked not to be scored. */
const OBJECTORS = 50;

/** More of late (a campaign of eight weeks), fewer in holidays and at weekends. */
function createdDays(calendar: Calendar, random: Random): number[] {
  const days = Array.from({ length: DAYS }, (_, index) => calendar.today - DAYS + 1 + index);
  const weights = days.map((day, index) => {
    const part = partOfYear(day);
    const season = part > 0.53 && part < 0.63 ? 0.6 : part > 0.975 || part < 0.01 ? 0.35 : 1;
    const rhythm = calendar.isWorkday(day) ? (weekdayOf(day) === 4 ? 0.85 : 1) : 0.25;
    return [
      day,
      season *
        rhythm *
        (0.75 + (0.6 * index) / DAYS) *
        (index > DAYS - 56 ? 2.1 : 1) *
        (day === calendar.today ? 0.4 : 1),
    ] as const;
  });
  return Array.from({ length: LEADS }, () => random.weighted(weights)).sort((a, b) => a - b);
}

/** Every account has somebody; large ones have several. */
function accountsOfLeads(accounts: readonly DemoAccount[], random: Random): DemoAccount[] {
  const more = accounts.map((account) => [account, 0.4 + Math.log10((account.employees ?? 40) + 1)] as const);
  const list = [...accounts, ...Array.from({ length: LEADS - accounts.length }, () => random.weighted(more))];
  for (let index = list.length - 1; index > 0; index--) {
    const other = random.int(0, index);
    const [here, there] = [list[index], list[other]];
    if (here && there) [list[index], list[other]] = [there, here];
  }
  return list;
}

type Creating = {
  id: number;
  account: DemoAccount;
  createdDay: number;
  isObjector: boolean;
  emails: Set<string>;
  calendar: Calendar;
};

function createLead({ id, account, createdDay, isObjector, emails, calendar }: Creating): DemoLead {
  const random = createRandom(`lead ${id}`);
  const source = random.weighted(LEAD_SOURCES.map((entry) => [entry, entry.share] as const));
  const isTemplate = source.name === "LinkedIn template ad";
  const role: RoleAtWork = random.chance(source.suitable)
    ? random.weighted([
        ["planning", 60],
        ["direction", 40],
      ] as const)
    : isTemplate && random.chance(0.35)
      ? "student"
      : "other";
  const firstName = random.pick(NAMES[account.language].first);
  const lastName = random.pick(NAMES[account.language].last);
  const hasFreeMail = random.chance(isTemplate ? 0.5 : 0.12);
  const suits = account.suits + (role === "other" ? -0.5 : role === "student" ? -1.5 : 0.6) - (hasFreeMail ? 0.6 : 0);
  const want = 0.42 * suits + random.normal();
  const custom: Record<string, FieldValue> = {};
  if (random.chance(0.18))
    custom.interests = [random.pick(INTERESTS), ...(random.chance(0.3) ? [random.pick(INTERESTS)] : [])];
  if (want > 1.2 && random.chance(0.35))
    custom.trial_ends = Math.min(createdDay + random.int(20, 60), calendar.today + 30);
  return {
    id,
    account,
    firstName,
    lastName,
    email: emailOf({
      firstName,
      lastName,
      domain: hasFreeMail ? random.pick(FREE_MAIL_DOMAINS) : account.domain,
      emails,
      random,
    }),
    phone: random.chance(isTemplate ? 0.55 : 0.93) ? phoneOf(account, random) : null,
    jobTitle: random.chance(0.88) ? random.pick(TITLES[role][account.language]) : null,
    source: source.name,
    custom,
    createdDay,
    createdAt: firstVisit(createdDay, calendar, random),
    mayScore: !isObjector,
    mayCall: !random.chance(0.04),
    mayEmail: !random.chance(0.03),
    interest: Math.min(KEENEST, Math.exp(0.55 * want + 0.45 * random.normal() + (isTemplate ? -0.3 : 0))),
    appetite: 0.35 * suits + 0.5 * want + source.quality + 0.7 * random.normal(),
  };
}

type Addressing = { firstName: string; lastName: string; domain: string; emails: Set<string>; random: Random };

/** An address of one's own; a few write from the one of the office. */
function emailOf({ firstName, lastName, domain, emails, random }: Addressing): string {
  const [first, last] = [slug(firstName), slug(lastName)];
  const form = random.chance(0.55) ? `${first}.${last}` : `${first.slice(0, 1)}.${last}`;
  for (let number = 1; ; number++) {
    const email = `${form}${number === 1 ? "" : number}@${domain}`;
    if (emails.has(email)) continue;
    emails.add(email);
    return email;
  }
}

function phoneOf(account: DemoAccount, random: Random): string {
  const digits = String(random.int(0, 9999)).padStart(4, "0");
  const number = account.country === "DE" ? digits : `${digits.slice(0, 2)} ${digits.slice(2)}`;
  return `${DIAL[account.country]} ${account.place.area} 555 ${number}`;
}

/** On the day of loading, somewhere in the part of it that has passed. */
function firstVisit(day: number, calendar: Calendar, random: Random): number {
  const minute = minuteOfVisit(random);
  if (day < calendar.today) return calendar.at(day, minute);
  const dawn = calendar.at(day, 0);
  return Math.round(dawn + (calendar.end - dawn) * (0.3 + 0.65 * random.next()));
}
