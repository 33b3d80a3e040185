import type { FieldCatalogue, FieldType, FieldValue } from "#lib/scoring/facts.ts";
import { type GuideSample, liftOf, type SampledLead, type Shared } from "./sample.ts";

/** How a value of a field is asked for: as it stands, as a word in it, or as a range of numbers (`10-49`, `250-`). */
export const TRAIT_KINDS = ["value", "word", "range"] as const;
export type TraitKind = (typeof TRAIT_KINDS)[number];

/** What leads have in common in a field, most telling first. */
export type FieldTraits = {
  readonly field: string;
  readonly kind: TraitKind;
  readonly traits: readonly (Shared & { readonly value: string })[];
};

/** Names and addresses tell one from another; they do not say who buys. */
const NAMES = ["first_name", "last_name", "email", "email_domain", "phone", "city"].concat([
  "account.name",
  "account.domain",
  "account.city",
]);
const SHOWN = 8;
/** What fewer share is chance. */
const LEAST_SHARE = 0.01;
const SHORTEST_WORD = 3;
/** Sizes of companies as the European statistics part them. */
const SIZES = ["1-9", "10-49", "50-249", "250-999", "1000-"];

/** What leads have in common, field by field; a field in which nothing is shared is not there. */
export function tellTraits({ all, customers }: GuideSample, fields: FieldCatalogue): FieldTraits[] {
  return Object.entries<FieldType>(fields).flatMap(([field, type]): FieldTraits[] => {
    if (NAMES.includes(field) || type === "date") return [];
    const kind = type === "number" ? "range" : field === "job_title" ? "word" : "value";
    const ranges = kind === "range" ? rangesOf(field, all) : [];
    const valuesOf = ({ facts }: SampledLead) => read(facts.fields[field] ?? null, kind, ranges);
    const traits = compare(all.map(valuesOf), customers.map(valuesOf));
    return traits.length === 0 ? [] : [{ field, kind, traits }];
  });
}

/** What most share, among all or among customers, by lift; where nobody became a customer by how many share it. */
export function compare(
  all: readonly ReadonlySet<string>[],
  customers: readonly ReadonlySet<string>[],
  most = SHOWN,
): (Shared & { readonly value: string })[] {
  const counts = count(all);
  const ofCustomers = count(customers);
  return [...counts]
    .map(([value, leads]) => ({
      value,
      ofAll: leads / all.length,
      ofCustomers: customers.length === 0 ? null : (ofCustomers.get(value) ?? 0) / customers.length,
    }))
    .filter((each) => largerShare(each) >= LEAST_SHARE)
    .sort((a, b) => largerShare(b) - largerShare(a) || (a.value < b.value ? -1 : 1))
    .slice(0, most)
    .sort((a, b) => (liftOf(b) ?? b.ofAll) - (liftOf(a) ?? a.ofAll) || (a.value < b.value ? -1 : 1));
}

function largerShare({ ofAll, ofCustomers }: Shared): number {
  return Math.max(ofAll, ofCustomers ?? 0);
}

/** The bounds of a range; null is open. */
export function boundsOf(range: string): { readonly from: number | null; readonly to: number | null } {
  const [, from = "", to = ""] = /^(-?[\d.]*)-(-?[\d.]*)$/.exec(range) ?? [];
  return { from: from === "" ? null : Number(from), to: to === "" ? null : Number(to) };
}

function count(leads: readonly ReadonlySet<string>[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const values of leads) for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

function read(value: FieldValue | null, kind: TraitKind, ranges: readonly string[]): ReadonlySet<string> {
  if (value === null || value === "") return new Set();
  if (typeof value === "number") return new Set(ranges.filter((range) => isWithin(value, range)));
  if (typeof value === "object") return new Set(value);
  if (kind === "word") return new Set(wordsOf(String(value)));
  return new Set([String(value)]);
}

function wordsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter(({ length }) => length >= SHORTEST_WORD);
}

function isWithin(value: number, range: string): boolean {
  const { from, to } = boundsOf(range);
  return (from === null || value >= from) && (to === null || value <= to);
}

/** Four ranges with about as many leads in each; none where the numbers are too few or all the same. */
function rangesOf(field: string, leads: readonly SampledLead[]): string[] {
  if (field === "account.employees") return SIZES;
  const numbers = leads
    .flatMap(({ facts }) => {
      const value = facts.fields[field];
      return typeof value === "number" && value >= 0 ? value : [];
    })
    .sort((a, b) => a - b);
  const cuts = [0.25, 0.5, 0.75].map((part) => Math.round(numbers[Math.floor(numbers.length * part)] ?? 0));
  const starts = [...new Set([0, ...cuts])];
  if (starts.length < 2) return [];
  return starts.map((from, place) => {
    const next = starts[place + 1];
    return `${from}-${next === undefined ? "" : next - 1}`;
  });
}
