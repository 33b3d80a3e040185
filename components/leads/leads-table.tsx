"use client";

import { useTable } from "@tanstack/react-table";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { SkeletonRows } from "#components/ui/skeleton.tsx";
import type { LeadOrder, LeadRow, LeadSort } from "#lib/leads/list.ts";
import { ColumnHeader } from "./column-header.tsx";
import { COLUMN_CLASS, columnId, columns, features } from "./columns.tsx";

const ROW_HEIGHT = 44;
const PHONE_ROW_HEIGHT = 60;
/** Rows from the end at which the next page is asked for. */
const AHEAD = 25;

type Props = {
  rows: readonly LeadRow[];
  total: number | null;
  order: LeadOrder;
  onSort: (sort: LeadSort) => void;
  /** Place of the selected lead; -1 without one. */
  current: number;
  hasMore: boolean;
  isLoadingMore: boolean;
  onLoadMore: () => void;
};

/** The list as a table of which only the rows in sight exist. */
export function LeadsTable({ rows, total, order, onSort, current, hasMore, isLoadingMore, onLoadMore }: Props) {
  const t = useTranslations("leads");
  const scroller = useRef<HTMLDivElement>(null);
  const table = useTable({
    features,
    columns,
    data: rows,
    getRowId: (row) => String(row.leadId),
    manualSorting: true,
  });
  const lines = table.getRowModel().rows;
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => (scroller.current && scroller.current.clientWidth < 768 ? PHONE_ROW_HEIGHT : ROW_HEIGHT),
    getItemKey: (index) => lines[index]?.id ?? index,
    overscan: 12,
    initialRect: { width: 1200, height: 900 },
  });
  const items = virtualizer.getVirtualItems();
  const last = items.at(-1);
  // The room of the rows that are not in sight.
  const above = items[0]?.start ?? 0;
  const below = last ? virtualizer.getTotalSize() - last.end : 0;

  const isNearEnd = last !== undefined && last.index >= lines.length - AHEAD;
  useEffect(() => {
    if (isNearEnd && hasMore && !isLoadingMore) onLoadMore();
  }, [isNearEnd, hasMore, isLoadingMore, onLoadMore]);
  useEffect(() => {
    if (current >= 0) virtualizer.scrollToIndex(current);
  }, [current, virtualizer]);

  return (
    <div ref={scroller} data-scrolls className="relative min-h-0 flex-1 overflow-auto">
      <div style={{ paddingTop: above, paddingBottom: below }}>
        <table className="w-full table-fixed max-md:block" aria-rowcount={total === null ? -1 : total + 1}>
          <caption className="sr-only">{t("table")}</caption>
          <thead className="sticky top-0 z-10 bg-paper max-md:sr-only">
            <tr aria-rowindex={1} className="shadow-[inset_0_-1px_0_var(--rule-3)]">
              {table
                .getHeaderGroups()
                .flatMap((group) =>
                  group.headers.map((header) => (
                    <ColumnHeader key={header.id} id={columnId(header.column.id)} order={order} onSort={onSort} />
                  )),
                )}
            </tr>
          </thead>
          <tbody className="max-md:block">
            {items.map(({ index }) => {
              const line = lines[index];
              return line ? (
                <tr
                  key={line.id}
                  ref={virtualizer.measureElement}
                  data-index={index}
                  aria-rowindex={index + 2}
                  aria-current={index === current || undefined}
                  className={`row-lead ${index === current ? "bg-paper-2 shadow-[inset_3px_0_0_var(--accent)]" : ""}`}
                >
                  {line.getAllCells().map((cell) => (
                    <td key={cell.id} className={`row-cell ${COLUMN_CLASS[columnId(cell.column.id)]}`}>
                      <table.FlexRender cell={cell} />
                    </td>
                  ))}
                </tr>
              ) : null;
            })}
          </tbody>
        </table>
      </div>
      {isLoadingMore && <SkeletonRows rows={3} label={t("loadingMore")} />}
    </div>
  );
}
