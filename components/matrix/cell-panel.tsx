"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { fetchLeads, listAddress } from "#components/leads/fetch-leads.ts";
import { useRowKeys } from "#components/leads/use-row-keys.ts";
import type { SelectedLead } from "#components/leads/use-selected-lead.ts";
import { useSteady } from "#components/live/use-steady.ts";
import { TemperatureLabel } from "#components/scoring/temperature.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { SkeletonRows } from "#components/ui/skeleton.tsx";
import type { FilterParams } from "#lib/leads/list-params.ts";
import type { CellData, Matrix } from "#lib/matrix/matrix.ts";
import { CellFinding } from "./cell-finding.tsx";
import { PanelRow } from "./panel-row.tsx";
import type { PinnedLead } from "./pin.tsx";
import { useCellWords } from "./use-cell-words.ts";

const ROWS = 40;

type Props = {
  data: Matrix;
  cell: CellData;
  filter: FilterParams;
  selection: SelectedLead;
  onPin: (lead: PinnedLead | null) => void;
};

/** A cell opened: what is to be done there, whether it converts, and its leads by score. */
export function CellPanel({ data, cell, filter, selection, onPin }: Props) {
  const t = useTranslations("matrix.panel");
  const { selectedId, select, leave, leaveByKey } = selection;
  const [isPointedAt, setPointedAt] = useState(false);
  const request = { ...filter, cell: cell.cell, sort: "score", limit: ROWS, before: true } as const;
  const { data: latest, isError } = useQuery({
    queryKey: ["leads", request],
    queryFn: ({ signal }) => fetchLeads(request, signal),
  });
  // Who is about to click must not get another row under the pointer.
  const { shown: answer, isBehind } = useSteady(latest, isPointedAt);
  const rows = answer?.rows ?? [];
  const current = rows.findIndex(({ leadId }) => leadId === selectedId);
  const visible = answer?.total ?? 0;
  const leaving = (openedId: number) => ({ leadIds: rows.map(({ leadId }) => leadId), total: visible, openedId });

  useRowKeys({
    rows,
    current,
    // The arrows go from cell to cell.
    hasArrows: false,
    onSelect: select,
    onOpen: (openedId) => void leaveByKey(leaving(openedId)),
  });

  return (
    <aside
      aria-labelledby="cell-panel-title"
      className="flex min-h-0 flex-col gap-3 border-rule-2 bg-sheet px-gutter pt-4 max-lg:border-t lg:border-l"
    >
      <PanelHead data={data} cell={cell} />
      <div
        onPointerEnter={({ pointerType }) => setPointedAt(pointerType === "mouse")}
        onPointerLeave={() => setPointedAt(false)}
        className="flex min-h-0 flex-1 flex-col"
      >
        <PanelColumns leads={cell.leads} />
        {isError && <p className="py-4 text-ink-2">{t("failed")}</p>}
        {!answer && !isError && <SkeletonRows rows={8} label={t("loading")} />}
        {answer && rows.length === 0 && (
          <p className="py-4 text-ink-2">{cell.leads === 0 ? t("empty") : t("noneVisible")}</p>
        )}
        {rows.length > 0 && (
          <ol data-scrolls className="-mx-3 overflow-y-auto max-lg:[&>li:nth-child(n+16)]:hidden lg:min-h-0 lg:flex-1">
            {rows.map((row, index) => (
              <PanelRow
                key={row.leadId}
                row={row}
                before={answer?.before?.[row.leadId]}
                isCurrent={index === current}
                onPin={onPin}
                onLeave={() => leave(leaving(row.leadId))}
              />
            ))}
          </ol>
        )}
      </div>
      <footer className="mt-auto flex items-center justify-between gap-4 py-2.5 text-small">
        <span role="status" className="text-ink-3">
          {isBehind ? (
            t("behind")
          ) : visible < cell.leads && answer ? (
            t("visibleOf", { visible, leads: cell.leads })
          ) : (
            <JumpKeys />
          )}
        </span>
        <Link
          href={listAddress("/leads", { ...filter, cell: cell.cell })}
          className="inline-flex h-8 items-center whitespace-nowrap rounded-sm border border-ink px-3 font-medium text-body hover:bg-paper-3"
        >
          {t("seeAll")}
        </Link>
      </footer>
    </aside>
  );
}

/** The cell, what is to be done there, and whether it converts. */
function PanelHead({ data, cell }: Pick<Props, "data" | "cell">) {
  const t = useTranslations("matrix.panel");
  const words = useCellWords();
  return (
    <header>
      <div className="mb-2 grid grid-cols-[auto_1fr_auto] items-center gap-3.5">
        <h2 id="cell-panel-title" className="type-figure text-figure tracking-[-0.03em]">
          {cell.cell}
        </h2>
        <div>
          <TemperatureLabel temperature={cell.play.temperature} word={words.temperature(cell.play)} />
          <p className="font-semibold">{words.play(cell.play)}</p>
        </div>
        <span className="text-ink-3 text-small max-lg:hidden">
          <Kbd>←</Kbd> <Kbd>→</Kbd> {t("cellKeys")}
        </span>
      </div>
      <CellFinding cell={cell} base={data.base} days={data.windowDays ?? 0} />
    </header>
  );
}

function PanelColumns({ leads }: { leads: number }) {
  const t = useTranslations("matrix.panel");
  return (
    <div className="type-label -mx-3 grid h-[26px] grid-cols-[minmax(0,1fr)_36px_52px_56px] items-center gap-x-3 border-rule-3 border-b px-3">
      <span>{t("byScore", { leads })}</span>
      <span>{t("owner")}</span>
      <span className="text-right">{t("score")}</span>
      <span className="text-right">{t("change")}</span>
    </div>
  );
}

function JumpKeys() {
  return (
    <span className="max-lg:hidden">
      <Kbd>J</Kbd> <Kbd>K</Kbd> <Kbd>Enter</Kbd>
    </span>
  );
}
