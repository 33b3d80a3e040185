import type { DueRange } from "#lib/leads/due-ranges.ts";
import type { Census } from "./census.ts";
import { type ListQuery, markList } from "./list.ts";
import { countMarks, listMarked, type Marks } from "./marks.ts";

/** What a search finds word by word: each must stand in a lead's own words or in its company's name. */
export type SearchMatches = {
  /** By word: leads whose own words have it, and accounts whose name has it. */
  readonly words: readonly { readonly leadIds: readonly number[]; readonly accountIds: readonly number[] }[];
  /** Leads of which `words` may be behind; of those with a word in their own a bit for each, the first lowest. */
  readonly due: { readonly spans: readonly DueRange[]; readonly bits: ReadonlyMap<number, number> };
  /** Leads that the whole text names, whatever stands in their words. */
  readonly numberedIds: readonly number[];
};

/** What a search finds on a list. */
export type Found = {
  readonly total: number;
  /** All leads there are. */
  readonly outOf: number;
  has(leadId: number): boolean;
  /** In rising order, save for leads that were committed out of turn. */
  listIds(): number[];
};

/** The leads of a list that a search finds. */
export function findOnList(census: Census, list: ListQuery, matches: SearchMatches): Found {
  const all = (1 << matches.words.length) - 1;
  const ofLead = bitsOfLeads(census, matches, all);
  const ofAccount = bitsOfAccounts(census, matches);
  const matched: Marks = new Uint8Array(census.length);
  const { account } = census;
  for (let place = 0; place < matched.length; place++) {
    const bits = (ofLead[place] ?? 0) | (ofAccount[account[place] ?? 0] ?? 0);
    if (bits === all) matched[place] = 1;
  }
  const found = markList(census, list, matched);
  return {
    total: countMarks(found),
    outOf: census.length,
    has: (leadId) => {
      const place = census.find(leadId);
      return place !== null && found[place] === 1;
    },
    listIds: () => listMarked(census, found),
  };
}

/** By place: the words that stand in a lead's own. */
function bitsOfLeads(census: Census, { words, due, numberedIds }: SearchMatches, all: number): Uint8Array {
  const bits = new Uint8Array(census.length);
  for (const [word, { leadIds }] of words.entries())
    for (const leadId of leadIds) {
      const place = census.find(leadId);
      if (place !== null) bits[place] = (bits[place] ?? 0) | (1 << word);
    }
  for (const { first, last } of due.spans) for (let leadId = first; leadId <= last; leadId++) set(leadId, 0);
  for (const [leadId, own] of due.bits) set(leadId, own);
  for (const leadId of numberedIds) set(leadId, all);
  return bits;

  function set(leadId: number, own: number): void {
    const place = census.find(leadId);
    if (place !== null) bits[place] = own;
  }
}

/** By code of the account: the words that stand in its name. */
function bitsOfAccounts({ accounts }: Census, { words }: SearchMatches): Uint8Array {
  const bits = new Uint8Array(accounts.size);
  for (const [word, { accountIds }] of words.entries())
    for (const accountId of accountIds) {
      const code = accounts.find(accountId);
      if (code !== null) bits[code] = (bits[code] ?? 0) | (1 << word);
    }
  return bits;
}
