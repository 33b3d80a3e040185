"use client";

import { memo, useMemo, useRef, useState } from "react";
import { frameOf } from "#components/matrix/cell-frame.ts";
import { FrontierLine } from "#components/matrix/frontier-line.tsx";
import { isTyping } from "#components/shell/is-typing.ts";
import { usePageKeys } from "#components/shell/use-page-keys.ts";
import { SkeletonRows } from "#components/ui/skeleton.tsx";
import { bandsOf, cellsOf } from "#lib/matrix/bands.ts";
import { frontierOf } from "#lib/matrix/frontier.ts";
import { drawAxis } from "#lib/matrix/scale.ts";
import type { ModelCatalogue } from "#lib/model/catalogue.ts";
import { arrowsOf } from "#lib/preview/arrows.ts";
import type { Moves } from "#lib/preview/moves.ts";
import type { Definition } from "#lib/scoring/definition.ts";
import { useModelWords } from "../words.ts";
import { lookOf, sizeOf } from "./cell-look.ts";
import { FlowArrows } from "./flow-arrows.tsx";
import { LiveCell } from "./live-cell.tsx";
import { LiveDots } from "./live-dots.tsx";
import { LiveHead } from "./live-head.tsx";
import type { PreviewView } from "./paint-leads.ts";
import type { Preview } from "./preview-loader.ts";
import { ThresholdHandles } from "./threshold-handles.tsx";
import { ThresholdMarks } from "./threshold-marks.tsx";
import { useLeadCounts } from "./use-lead-counts.ts";
import type { Moved } from "./use-preview.ts";
import { RESTS_AFTER_MS, useSettled } from "./use-settled.ts";
import { type Size, useSize } from "./use-size.ts";

type Props = {
  definition: Definition;
  published: Definition;
  preview: Preview & { readonly moved: Moved | null };
  catalogue: ModelCatalogue;
  /** Whether there is a published version beside the draft: else there is no difference to choose. */
  isCompared: boolean;
  /** Whether it is to be looked at only. */
  isFixed?: boolean;
};

/** Every lead where the draft puts it, while the hand is still on the ruler; thresholds are dragged in it. */
export const LiveMatrix = memo(function LiveMatrix({
  definition,
  published,
  preview,
  catalogue,
  isCompared,
  isFixed = false,
}: Props) {
  const words = useModelWords(catalogue);
  const { t } = words;
  const plot = useRef<HTMLDivElement>(null);
  const [chosen, setView] = useState<PreviewView>("difference");
  const view = isCompared ? chosen : "draft";
  usePageKeys((event) => {
    if (!isCompared || event.key.toLowerCase() !== "x" || isTyping(event.target)) return false;
    setView(view === "difference" ? "draft" : "difference");
    return true;
  });
  const { moved } = preview;
  const base = moved?.base ?? null;
  const { ofAll, inShort } = useLeadCounts(base);
  const shown = view === "published" ? published : definition;
  const { thresholds, axes, cells, frontier } = usePlot(shown, useSize(plot));
  const resting = useSettled(moved, RESTS_AFTER_MS);
  const { isMeasuring, hasFailed } = preview;
  return (
    <section aria-labelledby="live-matrix" className="flex flex-col gap-2 contain-layout contain-style">
      <LiveHead
        base={base}
        isMeasuring={isMeasuring}
        hasFailed={hasFailed}
        words={words}
        view={isCompared ? view : null}
        onView={setView}
      />
      <div className="relative aspect-[10/9] w-full pb-9 pl-11 max-sm:aspect-square">
        <div ref={plot} className="relative h-full border border-rule-3">
          {cells.map(({ cell, frame, look }) => (
            <LiveCell
              key={cell.cell}
              cell={cell.cell}
              frame={frame}
              look={look}
              temperature={shown.plays[cell.cell]?.temperature}
              before={moved && countIn(moved.moves, cell.cell, "before")}
              after={moved && countIn(moved.moves, cell.cell, view === "published" ? "before" : "after")}
              isCompared={isCompared && view !== "published"}
              words={words}
              ofAll={ofAll}
              inShort={inShort}
            />
          ))}
          {moved ? (
            <LiveDots moved={moved} view={view} thresholds={thresholds} />
          ) : (
            <div className="absolute inset-0 z-1 p-6">
              <SkeletonRows rows={6} label={t("preview.loading")} />
            </div>
          )}
          {moved && moved === resting && view === "difference" && moved.moves.moved > 0 && (
            <FlowArrows arrows={arrowsOf(moved.moves, cellsOf(shown), axes)} ofAll={ofAll} />
          )}
          <FrontierLine frontier={frontier} axes={axes} label={t("preview.handedOver")} />
          {isFixed &&
            (["engagement", "fit"] as const).map((axis) => (
              <ThresholdMarks key={axis} axis={axis} thresholds={thresholds[axis]} number={words.number} />
            ))}
          {!isFixed &&
            view !== "published" &&
            (["engagement", "fit"] as const).map((axis) => (
              <ThresholdHandles
                key={axis}
                axis={axis}
                thresholds={definition.axes[axis].thresholds}
                published={published.axes[axis].thresholds}
                plot={plot}
                words={words}
              />
            ))}
        </div>
        <span className="type-label absolute top-0 left-0">{t("axes.fit")}</span>
        <span className="type-label absolute right-0 bottom-0 max-sm:hidden">{t("axes.engagement")}</span>
      </div>
    </section>
  );
});

/** Where things are drawn: the same objects as long as what decides them is. */
function usePlot({ axes: { fit, engagement }, mix, qualifies }: Definition, size: Size | null) {
  const banded = useMemo(
    () => ({ fit: { thresholds: fit.thresholds }, engagement: { thresholds: engagement.thresholds } }),
    [fit.thresholds, engagement.thresholds],
  );
  const drawn = useMemo(() => {
    const thresholds = { fit: banded.fit.thresholds, engagement: banded.engagement.thresholds };
    const axes = {
      fit: drawAxis(bandsOf("fit", thresholds.fit), 0),
      engagement: drawAxis(bandsOf("engagement", thresholds.engagement), 0),
    };
    const cells = cellsOf({ axes: banded }).map((cell) => ({
      cell,
      frame: frameOf(cell, axes),
      look: size && lookOf(sizeOf(cell, axes, size)),
    }));
    return { thresholds, axes, cells };
  }, [banded, size]);
  const frontier = useMemo(() => frontierOf({ axes: banded, mix, qualifies }), [banded, mix, qualifies]);
  return { frontier, ...drawn };
}

function countIn(moves: Moves, cell: string, side: "before" | "after"): number {
  return moves[side][moves.cells.indexOf(cell)] ?? 0;
}
