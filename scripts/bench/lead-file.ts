import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { writeCsv } from "#lib/csv/write.ts";
import type { Mapping } from "#lib/import/mapping.ts";
import { CITIES, FIRST_NAMES, INTERESTS, LAST_NAMES, SOURCES, TITLES } from "./people.ts";

/** What the 20 columns mean: 8 of them are fields of the organisation's own. */
export const BENCH_MAPPING: Mapping = {
  kind: "leads",
  source: "bench",
  dialect: {},
  missing: ["n/a"],
  decimal: "point",
  dates: "year_first",
  unknownLeads: "reject",
  columns: [
    { column: "Email", to: "email" },
    { column: "External Id", to: "external_id" },
    { column: "First Name", to: "field", field: "first_name" },
    { column: "Last Name", to: "field", field: "last_name" },
    { column: "Phone", to: "field", field: "phone" },
    { column: "Job Title", to: "field", field: "job_title" },
    { column: "Country", to: "field", field: "country" },
    { column: "City", to: "field", field: "city" },
    { column: "Source", to: "field", field: "source" },
    { column: "Company", to: "field", field: "account.name" },
    { column: "Created", to: "created_at" },
    { column: "Do Not Call", to: "permission", permission: "may_call", inverted: true },
    { column: "Budget", to: "custom", key: "budget", type: "number" },
    { column: "Team Size", to: "custom", key: "team_size", type: "number" },
    { column: "Newsletter", to: "custom", key: "newsletter", type: "boolean" },
    { column: "Renewal", to: "custom", key: "renewal", type: "date" },
    { column: "Interests", to: "custom", key: "interests", type: "list" },
    { column: "Campaign", to: "custom", key: "campaign", type: "text" },
    { column: "Segment", to: "custom", key: "segment", type: "text" },
    { column: "Notes", to: "custom", key: "notes", type: "text" },
  ],
};

const HEADER = BENCH_MAPPING.columns.map(({ column = "" }) => column);
const COUNTRIES = ["Nederland", "België", "Deutschland"];
/** Leads a company has. */
const LEADS_A_COMPANY = 15;

export type Share = { readonly updates: number; readonly bad: number };

/** Of so many leads, the first: those that are there before the file comes. */
export function* knownLeads(count: number): Generator<string[]> {
  yield HEADER;
  for (let lead = 0; lead < count; lead++) yield row(lead, count, 0);
}

/** Rows of new leads, with changed values of known ones and with bad cells strewn in. */
export function* benchRows(rows: number, known: number, { updates, bad }: Share): Generator<string[]> {
  yield HEADER;
  let told = 0;
  for (let n = 0; n < rows; n++) {
    const chance = random(n);
    if (chance < updates && told < known) yield row(told++, known, 1);
    else if (chance >= 1 - bad) yield spoiled(row(known + n, known, 0), n);
    else yield row(known + n, known, 0);
  }
}

export async function writeBenchFile(path: string, rows: Generator<string[]>): Promise<void> {
  await pipeline(writeCsv(rows), createWriteStream(path));
}

function row(lead: number, known: number, version: number): string[] {
  const pick = (from: readonly string[], salt: number) =>
    from[Math.floor(random(lead * 31 + salt) * from.length)] ?? "";
  const company = Math.floor(random(lead + 7) * Math.max(1, (known * 20) / LEADS_A_COMPANY));
  const first = pick(FIRST_NAMES, 1);
  const last = pick(LAST_NAMES, 2);
  return [
    `person.${lead}@company-${company}.example`,
    `CRM-${lead}`,
    first,
    last,
    `+31 6 ${String(10_000_000 + (lead % 90_000_000))}`,
    pick(TITLES, 3),
    pick(COUNTRIES, 4),
    version === 0 ? pick(CITIES, 5) : `New ${pick(CITIES, 5)}`,
    pick(SOURCES, 6),
    `Company ${company} BV`,
    `${2020 + (lead % 6)}-0${1 + (lead % 9)}-1${lead % 10} 09:3${lead % 6}`,
    lead % 50 === 0 ? "yes" : "no",
    version === 0 ? `${lead % 100_000}.50` : `${1 + (lead % 100_000)}.75`,
    String(lead % 500),
    lead % 3 === 0 ? "yes" : lead % 3 === 1 ? "no" : "n/a",
    `2026-0${1 + (lead % 9)}-2${lead % 8}`,
    `${pick(INTERESTS, 8)};${pick(INTERESTS, 9)}`,
    `utm_${lead % 40}`,
    lead % 4 === 0 ? "" : `segment ${lead % 7}`,
    `Met ${first} "${last}" at the fair, asked for a quote; call back in week ${lead % 52}`,
  ];
}

/** One cell of the row is none of its kind. */
function spoiled(cells: string[], n: number): string[] {
  if (n % 2 === 0) return ["no address", ...cells.slice(1)];
  return cells.map((cell, at) => (HEADER[at] === "Budget" ? "much" : cell));
}

/** A number in [0, 1) that depends on nothing but `n` (the finalizer of MurmurHash3). */
function random(n: number): number {
  let hash = Math.imul(n ^ 0x9e3779b9, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
