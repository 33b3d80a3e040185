import { useTranslations } from "next-intl";
import type { LeadOrder, LeadSort } from "#lib/leads/list.ts";
import { COLUMN_CLASS, COLUMN_WIDTH, type ColumnId, SORT_OF } from "./columns.tsx";

type Props = { id: ColumnId; order: LeadOrder; onSort: (sort: LeadSort) => void };

/** A column's name; where the server can sort by it, a button that does, and turns it round. */
export function ColumnHeader({ id, order, onSort }: Props) {
  const t = useTranslations("leads.column");
  const sort = SORT_OF[id];
  const isSorted = sort !== undefined && sort === order.sort;
  const isRight = COLUMN_CLASS[id].includes("text-right");
  return (
    <th
      scope="col"
      aria-sort={isSorted ? (order.direction === "asc" ? "ascending" : "descending") : undefined}
      className={`type-label h-8 px-2 first:pl-6 last:pr-6 ${COLUMN_WIDTH[id]} ${COLUMN_CLASS[id]}`}
    >
      {sort ? (
        <button
          type="button"
          onClick={() => onSort(sort)}
          className={`inline-flex h-8 items-center gap-1 hover:text-ink ${isRight ? "flex-row-reverse" : ""} ${isSorted ? "text-ink" : ""}`}
        >
          {t(id)}
          {isSorted && (
            <svg viewBox="0 0 8 8" aria-hidden="true" className="size-[7px] fill-current">
              <path d={order.direction === "asc" ? "M4 1 7.5 7H.5Z" : "M4 7 .5 1h7Z"} />
            </svg>
          )}
        </button>
      ) : (
        t(id)
      )}
    </th>
  );
}
