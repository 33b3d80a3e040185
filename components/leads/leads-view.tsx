"use client";

import { useQueryStates } from "nuqs";
import { useCallback } from "react";
import type { Temperature } from "#components/scoring/temperature.tsx";
import type { LeadSort } from "#lib/leads/list.ts";
import { type ListParams, listParams, naturalDirection, orderOf } from "#lib/leads/list-params.ts";
import { useFilterWords } from "./filter-words.tsx";
import { LeadsHead } from "./leads-head.tsx";
import { LeadsTable } from "./leads-table.tsx";
import { ListContext, useRowWords } from "./list-context.ts";
import { NoLeads } from "./no-leads.tsx";
import type { FilterOptions } from "./use-filter-choices.ts";
import { type FirstPage, useLeads } from "./use-leads.ts";
import { useRowKeys } from "./use-row-keys.ts";
import { useSelectedLead } from "./use-selected-lead.ts";
import { useSoughtLead } from "./use-sought-lead.ts";

type Props = {
  first: FirstPage;
  options: FilterOptions;
  /** By cell, of the models in force. */
  temperatures: Readonly<Record<string, Temperature>>;
  me: number | null;
  /** The organisation's day as an epoch day. */
  today: number;
  mayExport: boolean;
  mayImport: boolean;
};

/** Everybody: found, filtered and sorted by the server, in an address that can be sent to a colleague. */
export function LeadsView({ first, options, temperatures, me, today, mayExport, mayImport }: Props) {
  const [params, setParams] = useQueryStates(listParams);
  const { selectedId, select, leave, leaveByKey } = useSelectedLead("leads");
  const { rows, total, hasNextPage, isFetchingNextPage, fetchNextPage, isPlaceholderData, isError, refetch } = useLeads(
    params,
    first,
  );
  const order = orderOf(params);
  const current = rows.findIndex(({ leadId }) => leadId === selectedId);
  const leaving = (openedId: number) => ({
    leadIds: rows.map(({ leadId }) => leadId),
    total,
    openedId,
  });
  const isRead = !isPlaceholderData && !isError && !isFetchingNextPage;
  useSoughtLead({ selectedId, rows, isRead, hasNextPage, fetchNextPage, select });
  const rowWords = useRowWords();
  const context = { words: rowWords, today, temperatures, onLeave: (openedId: number) => leave(leaving(openedId)) };

  const change = useCallback(
    (changes: Partial<ListParams>) => {
      select(null);
      void setParams(changes);
    },
    [setParams, select],
  );
  const search = useCallback((q: string) => change({ q }), [change]);
  const words = useFilterWords({ filter: params, options, me, onChange: change });
  useRowKeys({
    rows,
    current,
    onSelect: select,
    onOpen: (openedId) => void leaveByKey(leaving(openedId)),
  });

  return (
    <ListContext value={context}>
      <main className="flex h-[calc(100dvh-48px)] flex-col sm:h-[calc(100dvh-44px)]">
        <LeadsHead
          params={params}
          sort={order.sort}
          words={words}
          cells={Object.keys(temperatures)}
          total={total}
          mayExport={mayExport}
          onChange={change}
          onSearch={search}
        />
        {isError && rows.length === 0 ? (
          <NoLeads.Failed onRetry={() => void refetch()} />
        ) : rows.length === 0 && !isPlaceholderData ? (
          <NoLeads.Nothing isFiltered={isFiltered(params)} mayImport={mayImport} onClear={() => void setParams(null)} />
        ) : (
          <div
            aria-busy={isPlaceholderData}
            className={`flex min-h-0 flex-1 flex-col ${isPlaceholderData ? "opacity-60" : ""}`}
          >
            <LeadsTable
              rows={rows}
              total={total}
              order={order}
              onSort={(sort) => change({ sort, dir: nextDirection(sort) })}
              current={current}
              hasMore={hasNextPage}
              isLoadingMore={isFetchingNextPage}
              onLoadMore={() => void fetchNextPage()}
            />
          </div>
        )}
      </main>
    </ListContext>
  );

  /** A second click turns the order round; the natural one needs no word in the address. */
  function nextDirection(sort: LeadSort) {
    const natural = naturalDirection(sort);
    if (sort !== order.sort || order.direction !== natural) return null;
    return natural === "asc" ? "desc" : "asc";
  }
}

function isFiltered({ q, cell, score, country, source, owner, stage }: ListParams): boolean {
  return q !== "" || stage !== "open" || [cell, score, country, source, owner].some((value) => value !== null);
}
