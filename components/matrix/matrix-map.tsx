"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, useMemo } from "react";
import { bandsOf } from "#lib/matrix/bands.ts";
import { conversionRate } from "#lib/matrix/conversion.ts";
import type { Matrix } from "#lib/matrix/matrix.ts";
import { drawAxis } from "#lib/matrix/scale.ts";
import { AxisMarks } from "./axis-marks.tsx";
import { frameOf } from "./cell-frame.ts";
import { FrontierLine } from "./frontier-line.tsx";
import { MapCell } from "./map-cell.tsx";
import { neighbour } from "./neighbour.ts";
import { Pin, type PinnedLead } from "./pin.tsx";
import { Scatter } from "./scatter.tsx";

/** How narrow a band may be drawn: enough for its cell to be read. */
const LEAST_COLUMN = 0.16;
const LEAST_ROW = 0.18;

type Props = {
  data: Matrix;
  selected: string | null;
  onSelect: (cell: string) => void;
  /** A lead that is pointed at in the list beside. */
  pinned: PinnedLead | null;
};

/** Fit upwards, engagement to the right: cells drawn to scale, every lead a dot. */
export function MatrixMap({ data, selected, onSelect, pinned }: Props) {
  const t = useTranslations("matrix");
  const { cells, thresholds, total, sample } = data;
  const axes = useMemo(
    () => ({
      fit: drawAxis(bandsOf("fit", thresholds.fit), LEAST_ROW),
      engagement: drawAxis(bandsOf("engagement", thresholds.engagement), LEAST_COLUMN),
    }),
    [thresholds],
  );
  const baseRate = conversionRate(data.base);
  const topRate = Math.max(baseRate ?? 0, ...cells.map(({ conversion }) => conversionRate(conversion) ?? 0));
  const entry = selected ?? cells[0]?.cell;

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const next = selected === null ? null : neighbour(cells, selected, event.key);
    if (!next) return;
    event.preventDefault();
    event.stopPropagation();
    onSelect(next);
    event.currentTarget.querySelector<HTMLElement>(`[data-cell="${next}"]`)?.focus();
  }

  return (
    <div className="relative h-full min-h-0 pb-11 pl-9">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset has a legend and no arrow keys */}
      <div
        role="group"
        aria-label={t("mapLabel")}
        onKeyDown={onKeyDown}
        className="relative h-full border border-rule-3"
      >
        {cells.map((cell) => (
          <MapCell
            key={cell.cell}
            data={cell}
            total={total}
            baseRate={baseRate}
            topRate={topRate}
            isSelected={cell.cell === selected}
            isEntry={cell.cell === entry}
            frame={frameOf(cell, axes)}
            onSelect={() => onSelect(cell.cell)}
          />
        ))}
        <Scatter dots={sample.dots} axes={axes} />
        <FrontierLine frontier={data.frontier} axes={axes} label={t("frontier")} />
        {pinned && <Pin lead={pinned} axes={axes} />}
        <AxisMarks axes={axes} thresholds={thresholds} />
      </div>
      <p className="type-label absolute right-0 bottom-0.5">{t("engagementAxis")}</p>
    </div>
  );
}
