import type { FieldValue } from "#lib/scoring/facts.ts";
import { ERPS } from "./catalogue.ts";
import { type Language, NAMES, slug } from "./names.ts";
import { type Country, PLACES, type Place } from "./places.ts";
import { createRandom, type Random } from "./random.ts";
import { FIRST_WORDS, TRADES, type Trade } from "./trades.ts";

const ACCOUNTS = 1_800;

export type DemoAccount = {
  readonly id: number;
  readonly name: string;
  readonly domain: string;
  readonly country: Country;
  readonly language: Language;
  readonly place: Place;
  readonly industry: string | null;
  readonly employees: number | null;
  readonly custom: Readonly<Record<string, FieldValue>>;
  /** How well the company suits the product, whatever is known of it. */
  readonly suits: number;
};

export function createAccounts(): DemoAccount[] {
  const names = new Set<string>();
  return Array.from({ length: ACCOUNTS }, (_, index) => createAccount(index + 1, names));
}

function createAccount(id: number, taken: Set<string>): DemoAccount {
  const random = createRandom(`account ${id}`);
  const country = random.weighted([
    ["NL", 58],
    ["BE", 23],
    ["DE", 19],
  ] as const);
  const language = languageOf(country, random);
  const trade = random.weighted(TRADES.map((entry) => [entry, entry.share] as const));
  const employees = Math.max(2, Math.round(random.logNormal(trade.sendsMechanics ? 72 : 45, 1)));
  const vans = trade.sendsMechanics ? Math.round(employees * (0.25 + 0.4 * random.next())) : 0;
  const name = companyName({ language, trade, taken, random });
  const custom: Record<string, FieldValue> = {};
  if (vans > 0 && random.chance(0.55)) custom["account.vans"] = vans;
  if (random.chance(0.6)) custom["account.erp"] = country === "DE" && random.chance(0.6) ? "DATEV" : random.pick(ERPS);
  if (random.chance(0.03)) custom["account.was_customer"] = true;
  const isRightSize = employees >= 50 && employees <= 500;
  return {
    id,
    name,
    domain: `${slug(name)}.example`,
    country,
    language,
    place: random.pick(country === "BE" && language === "fr" ? PLACES.BE_FR : PLACES[country]),
    industry: random.chance(0.9) ? trade.industry : null,
    employees: random.chance(0.86) ? employees : null,
    custom,
    suits: (trade.sendsMechanics ? 0.75 : -1) + (isRightSize ? 0.55 : -0.35),
  };
}

function languageOf(country: Country, random: Random): Language {
  if (country === "DE") return "de";
  if (country === "NL") return "nl";
  return random.chance(0.2) ? "fr" : "be";
}

type Naming = { language: Language; trade: Trade; taken: Set<string>; random: Random };

function companyName({ language, trade, taken, random }: Naming): string {
  for (;;) {
    const family = capital(random.pick(NAMES[language].last));
    const suffix = random.pick(trade.suffixes[language]);
    const first = random.chance(0.68) ? family : random.pick(FIRST_WORDS[language]);
    const joined =
      random.chance(0.08) && language !== "fr"
        ? `${first} & ${random.pick(["Zn.", "Co."])} ${suffix}`
        : `${first} ${suffix}`;
    if (taken.has(slug(joined))) continue;
    taken.add(slug(joined));
    return joined;
  }
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
