import type { CopyValue } from "#db/copy-text.ts";
import type { Stage } from "#lib/lifecycle/constants.ts";
import { type Random, seededRandom } from "#lib/random.ts";
import { formatEpochDay, localDay } from "#lib/time/local-day.ts";
import { createdAt, type EventPlan } from "./dataset-events.ts";
import { CITIES, FIRST_NAMES, INTERESTS, LAST_NAMES, SOURCES, TITLES } from "./people.ts";

export type DatasetTable = { readonly table: string; readonly columns: string; readonly rows: Iterable<CopyValue[]> };

export const DATASET_REPS = 20;
/** Users by id: one admin, one marketer, one manager, then the reps. */
const FIRST_REP = 4;
const LEADS_AN_ACCOUNT = 12;
const SHARE_WITHOUT_ACCOUNT = 0.12;
const SHARE_WITHOUT_OWNER = 0.25;
const SHARE_NOT_SCORED = 0.01;

/** Of a hundred leads, so many in each stage. */
const STAGE_MIX: readonly (readonly [Stage, number])[] = [
  ["lead", 70],
  ["marketing_qualified", 9],
  ["sales_accepted", 4],
  ["sales_qualified", 3],
  ["opportunity", 2],
  ["customer", 4],
  ["recycled", 4],
  ["disqualified", 2],
  ["lost", 2],
];
const STAGE_OF_HUNDREDTH = STAGE_MIX.flatMap(([stage, perCent]) => Array.from({ length: perCent }, () => stage));

const COUNTRIES = ["Nederland", "Nederland", "België", "Deutschland", "France"] as const;
const LANGUAGES = ["nl", "nl", "fr", "de", "en"] as const;
const INDUSTRIES = ["Software", "Logistics", "Food", "Health", "Retail", "Energy", "Building", "Public"] as const;
const ERPS = ["none", "exact", "sap", "afas", "odoo"] as const;
const TRADES = ["Bouw", "Software", "Transport", "Foods", "Zorg", "Techniek", "Advies", "Groep"] as const;

export function* peopleTables(plan: EventPlan): Generator<DatasetTable> {
  const accounts = Math.max(1, Math.floor(plan.leads / LEADS_AN_ACCOUNT));
  const at = new Date(plan.until).toISOString();
  yield { table: "accounts", columns: ACCOUNT_COLUMNS, rows: accountRows(accounts, at) };
  yield { table: "account_identities", columns: "kind, value, account_id", rows: accountIdentities(accounts) };
  yield { table: "leads", columns: LEAD_COLUMNS, rows: leadRows(accounts, plan) };
  yield { table: "lead_identities", columns: "kind, value, lead_id", rows: leadIdentities(accounts, plan) };
}

const ACCOUNT_COLUMNS = "id, name, domain, industry, employees, country, city, custom, created_at, updated_at";
const LEAD_COLUMNS = `id, account_id, first_name, last_name, email, phone, job_title, country, city, language, source, custom,
  owner_id, stage, stage_entered_at, returns_on, may_call, may_email, may_score, created_at, created_day, updated_at`;

function* accountRows(count: number, at: string): Generator<CopyValue[]> {
  const random = seededRandom(30);
  for (let account = 1; account <= count; account++) {
    const country = random.below(COUNTRIES.length);
    const employees = Math.ceil(5 * 10 ** (random.next() * 3));
    const names = [`${random.pick(LAST_NAMES)} ${random.pick(TRADES)} ${account}`, domainOf(account)];
    const place = [COUNTRIES[country] ?? null, random.pick(CITIES), { json: { "account.erp": random.pick(ERPS) } }];
    yield [account, ...names, random.pick(INDUSTRIES), employees, ...place, at, at];
  }
}

function* accountIdentities(count: number): Generator<CopyValue[]> {
  for (let account = 1; account <= count; account++) yield ["domain", domainOf(account), account];
}

const domainOf = (account: number) => `bedrijf-${account}.example`;

type Person = {
  readonly account: number | null;
  readonly first: string;
  readonly last: string;
  readonly email: string;
};

/** Who a lead is; each reader begins with the same seed, so they agree. */
function person(lead: number, accounts: number, random: Random): Person {
  const account = random.next() < SHARE_WITHOUT_ACCOUNT ? null : 1 + random.below(accounts);
  const first = random.pick(FIRST_NAMES);
  const last = random.pick(LAST_NAMES);
  const domain =
    account === null ? random.pick(["gmail.example", "hotmail.example", "post.example"]) : domainOf(account);
  const local = `${first}.${last}`.normalize("NFD").replace(/[^a-zA-Z.]/g, "");
  return { account, first, last, email: `${local}.${lead}@${domain}`.toLowerCase() };
}

function* leadRows(accounts: number, plan: EventPlan): Generator<CopyValue[]> {
  const persons = seededRandom(40);
  const random = seededRandom(41);
  const today = localDay(plan.until, plan.timeZone);
  for (let lead = 1; lead <= plan.leads; lead++) {
    const { account, first, last, email } = person(lead, accounts, persons);
    const born = createdAt(lead - 1, plan);
    const entered = born + Math.floor(random.next() * (plan.until - born));
    const stage = STAGE_OF_HUNDREDTH[random.below(STAGE_OF_HUNDREDTH.length)] ?? "lead";
    const country = random.below(COUNTRIES.length);
    const phone = `+31 6 ${10_000_000 + (lead % 90_000_000)}`;
    const name = [lead, account, first, last, email, phone, random.pick(TITLES)];
    const place = [COUNTRIES[country] ?? null, random.pick(CITIES), LANGUAGES[country] ?? null, random.pick(SOURCES)];
    const owner = random.next() < SHARE_WITHOUT_OWNER ? null : FIRST_REP + random.below(DATASET_REPS);
    const at = new Date(stage === "lead" ? born : entered).toISOString();
    const returnsOn = stage === "recycled" ? formatEpochDay(today + random.below(60) - 20) : null;
    const permissions = [random.next() > 0.03, random.next() > 0.05, random.next() > SHARE_NOT_SCORED];
    const times = [new Date(born).toISOString(), formatEpochDay(localDay(born, plan.timeZone)), at];
    const custom = { json: ownFields(today, random) };
    yield [...name, ...place, custom, owner, stage, at, returnsOn, ...permissions, ...times];
  }
}

/** Forms leave fields open: each is there for a part of the leads. */
function ownFields(today: number, random: Random): Record<string, CopyValue> {
  const custom: Record<string, CopyValue> = {};
  if (random.next() < 0.7) custom.team_size = 1 + random.below(60);
  if (random.next() < 0.6) custom.newsletter = random.next() < 0.5;
  if (random.next() < 0.4) custom.renewal = today + random.below(700) - 100;
  if (random.next() < 0.5) custom.interests = [random.pick(INTERESTS), random.pick(INTERESTS)];
  if (random.next() < 0.8) custom.campaign = `utm_${random.below(40)}`;
  return custom;
}

function* leadIdentities(accounts: number, { leads }: EventPlan): Generator<CopyValue[]> {
  const persons = seededRandom(40);
  for (let lead = 1; lead <= leads; lead++) {
    yield ["email", person(lead, accounts, persons).email, lead];
    yield ["external:crm", `CRM-${lead}`, lead];
  }
}

export function userRows(at: string): CopyValue[][] {
  const staff = ["admin", "marketer", "manager"].map((role, at) => ({ id: at + 1, role, name: `Bench ${role}` }));
  const reps = Array.from({ length: DATASET_REPS }, (_, at) => ({
    id: FIRST_REP + at,
    role: "rep",
    name: `Rep ${at + 1}`,
  }));
  return [...staff, ...reps].map(({ id, role, name }) => [id, `${role}${id}@voorrang.example`, name, role, at]);
}
