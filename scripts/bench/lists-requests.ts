import { LEAD_SORTS } from "#lib/leads/list.ts";
import { seededRandom } from "#lib/random.ts";
import type { Asked } from "./open-loop.ts";

export const LIST_PAGES = ["today", "matrix", "leads"] as const;
export type ListPage = (typeof LIST_PAGES)[number];

type Cookies = { readonly marketer: string; readonly manager: string; readonly reps: readonly string[] };

/** As people set them: most often not at all. */
const FILTERS = [
  {},
  {},
  {},
  {},
  { country: "Nederland" },
  { source: "webinar" },
  { country: "België", source: "fair" },
  { stage: "marketing_qualified" },
  { owner: "none" },
  { owner: "5" },
  { stage: "any", country: "France" },
  { country: "Deutschland", owner: "9", stage: "lead" },
] as const;
const CELLS = [null, null, null, null, "A4", "B3", "C4"] as const;
/** Names, parts of addresses and companies, frequent and rare; a third of the lists is searched. */
const SEARCHES = [
  "jansen",
  "zoë müller",
  "bedrijf-4711",
  "sanne.bakker",
  "lotte transport",
  "peeters zorg 31",
] as const;

/**
 * Which request comes in each turn, the same in every run: the three pages in turn, everybody's own,
 * with filters, orders and searches. Every other turn of the leads reads on where that list was left.
 */
export function listRequests({ marketer, manager, reps }: Cookies): (turn: number) => Asked & { name: ListPage } {
  const random = seededRandom(50);
  const pick = <T>(from: readonly T[], otherwise: T): T => from[random.below(from.length)] ?? otherwise;
  const left: { readonly query: string; readonly cookie: string; readonly next: string }[] = [];
  return (turn) => {
    const name = LIST_PAGES[turn % LIST_PAGES.length] ?? "today";
    switch (name) {
      case "today":
        return { name, path: "/today", cookie: pick(reps, manager) };
      case "matrix":
        return {
          name,
          path: `/matrix?${new URLSearchParams(pick(FILTERS, {}))}`,
          cookie: pick([marketer, ...reps], manager),
        };
      case "leads":
        return { name, ...(Math.floor(turn / LIST_PAGES.length) % 2 === 0 ? firstPage() : nextPage()) };
    }
  };

  function firstPage(path = "/leads"): Asked {
    const query = new URLSearchParams(pick(FILTERS, {}));
    query.set("sort", pick(LEAD_SORTS, "score"));
    if (random.below(4) === 0) query.set("dir", pick(["asc", "desc"], "asc"));
    const cell = pick(CELLS, null);
    if (cell) query.set("cell", cell);
    if (random.below(3) === 0) query.set("q", pick(SEARCHES, ""));
    return { path: `${path}?${query}`, cookie: pick([marketer, manager, ...reps], manager) };
  }

  function nextPage(): Asked {
    const open = left.shift();
    const { path, cookie } = open
      ? { path: `/api/leads?${open.query}&after=${encodeURIComponent(open.next)}`, cookie: open.cookie }
      : firstPage("/api/leads");
    const query = path.slice(path.indexOf("?") + 1).replace(/&after=.*/, "");
    return { path, cookie, onAnswer: (body) => remember(query, cookie, body) };
  }

  function remember(query: string, cookie: string, body: string): void {
    const { next }: { next: string | null } = JSON.parse(body);
    if (next !== null && random.below(5) > 0) left.push({ query, cookie, next });
  }
}
