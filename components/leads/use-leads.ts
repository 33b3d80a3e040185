import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import type { LeadsAnswer } from "#lib/leads/list.ts";
import type { ListParams } from "#lib/leads/list-params.ts";
import { fetchLeads, listAddress } from "./fetch-leads.ts";

/** The first page as the server rendered it, and the address it stands for. */
export type FirstPage = { readonly address: string; readonly answer: LeadsAnswer };

const KEPT_MS = 60 * 60_000;
const NOTHING: LeadsAnswer["rows"] = [];

/** The list that the address names, page by page; what was read stays in sight while another is fetched. */
export function useLeads(params: ListParams, first: FirstPage) {
  const isFirst = listAddress("/leads", params) === first.address;
  const query = useInfiniteQuery({
    queryKey: ["leads", "list", params],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => fetchLeads({ ...params, after: pageParam }, signal),
    getNextPageParam: (page) => page.next,
    initialData: isFirst ? { pages: [first.answer], pageParams: [null] } : undefined,
    placeholderData: keepPreviousData,
    // Who comes back from a long call finds the pages that were read.
    gcTime: KEPT_MS,
    // Pages are joined by the cursor of the last row: all are read again, or none.
    select: ({ pages }) => ({ rows: onceEach(pages), total: pages[0]?.total ?? null }),
  });
  return { ...query, rows: query.data?.rows ?? NOTHING, total: query.data?.total ?? null };
}

/** A lead whose score fell between two pages comes again further down: it stays where it was seen. */
function onceEach(pages: readonly LeadsAnswer[]): LeadsAnswer["rows"] {
  const rows = new Map<number, LeadsAnswer["rows"][number]>();
  for (const page of pages) for (const row of page.rows) if (!rows.has(row.leadId)) rows.set(row.leadId, row);
  return [...rows.values()];
}
