"use client";

import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { useCallback } from "react";
import type { Temperature } from "#components/scoring/temperature.tsx";
import { movedPlace } from "#components/shell/list-move.ts";
import { useListKeys } from "#components/shell/use-list-keys.ts";
import { buttonClass } from "#components/ui/button.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import type { LeadSort } from "#lib/leads/list.ts";
import { type ListParams, listParams, naturalDirection, orderOf } from "#lib/leads/list-params.ts";
import { listAddress } from "./fetch-leads.ts";
import { useFilterWords } from "./filter-words.tsx";
import { LeadsTable } from "./leads-table.tsx";
import { ListContext } from "./list-context.ts";
import { CellSelect, SortSelect } from "./list-selects.tsx";
import { NoLeads } from "./no-leads.tsx";
import { SearchField } from "./search-field.tsx";
import type { FilterOptions } from "./use-filter-choices.ts";
import { type FirstPage, useLeads } from "./use-leads.ts";
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
  const t = useTranslations("leads");
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
  const context = { today, temperatures, onLeave: (openedId: number) => leave(leaving(openedId)) };

  const change = useCallback(
    (changes: Partial<ListParams>) => {
      select(null);
      void setParams(changes);
    },
    [setParams, select],
  );
  const search = useCallback((q: string) => change({ q }), [change]);
  const words = useFilterWords({ filter: params, options, me, onChange: change });
  useListKeys({
    onMove: (move) => {
      const next = movedPlace(move, { place: current, count: rows.length });
      const row = next === null ? undefined : rows[next];
      if (row) select(row.leadId);
    },
    onOpen: () => {
      const row = rows[current];
      if (row) void leaveByKey(leaving(row.leadId));
    },
  });

  const slots = {
    ...words,
    cell: () => <CellSelect cells={Object.keys(temperatures)} params={params} onChange={change} />,
  };
  return (
    <ListContext value={context}>
      <main className="flex h-[calc(100dvh-48px)] flex-col sm:h-[calc(100dvh-44px)]">
        <header className="flex flex-col gap-2 px-gutter pt-4 pb-3">
          <div className="flex items-baseline gap-x-6 gap-y-1 max-md:flex-wrap">
            <h1 className="type-display">{t("title")}</h1>
            <p className="type-prose" aria-live="polite">
              {total === null ? t.rich("sentenceCounting", slots) : t.rich("sentence", { ...slots, count: total })}
            </p>
          </div>
          <div className="flex items-center justify-between gap-4">
            <SearchField value={params.q} onSearch={search} />
            <div className="flex items-center gap-4 text-small">
              <span className="md:hidden">
                <SortSelect sort={order.sort} onChange={(sort) => change({ sort, dir: null })} />
              </span>
              <span className="text-ink-3 max-lg:hidden">
                <Kbd>J</Kbd> <Kbd>K</Kbd> <Kbd>Enter</Kbd>
              </span>
              {mayExport && (
                <a
                  href={listAddress("/api/leads/export", params)}
                  download
                  className={`${buttonClass()} max-md:hidden`}
                >
                  {t("export")}
                </a>
              )}
            </div>
          </div>
        </header>
        {isError && rows.length === 0 ? (
          <NoLeads.Failed onRetry={() => void refetch()} />
        ) : rows.length === 0 && !isPlaceholderData ? (
          <NoLeads.Nothing isFiltered={isFiltered(params)} mayImport={mayImport} onClear={() => void setParams(null)} />
        ) : (
          <div className={`flex min-h-0 flex-1 flex-col ${isPlaceholderData ? "opacity-60" : ""}`}>
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
