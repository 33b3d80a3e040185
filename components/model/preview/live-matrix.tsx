"use client";

import { useMemo, useRef, useState } from "react";
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
import type { Definition } from "#lib/scoring/definition.ts";
import { useModelWords } from "../words.ts";
import { CellCount } from "./cell-count.tsx";
import { FlowArrows } from "./flow-arrows.tsx";
import { LiveDots } from "./live-dots.tsx";
import { LiveHead } from "./live-head.tsx";
import type { PreviewView } from "./paint-leads.ts";
import type { Preview } from "./preview-loader.ts";
import { ThresholdHandles } from "./threshold-handles.tsx";
import { ThresholdMarks } from "./threshold-marks.tsx";
import { useLeadCounts } from "./use-lead-counts.ts";
import type { Moved } from "./use-preview.ts";

const wash = (step: number) => ({ "--wash": `var(--heat-${step})` });
const HEAT = { hot: wash(3), warm: wash(1), cold: wash(0) } as const;

type Props = {
  definition: Definition;
  published: Definition;
  preview: Preview & { readonly moved: Moved | null };
  catalogue: ModelCatalogue;
  /** Whether it is to be looked at only; of a version alone there is then no difference to choose. */
  isFixed?: boolean;
};

/** Every lead where the draft puts it, while the hand is still on the ruler; thresholds are dragged in it. */
export function LiveMatrix({ definition, published, preview, catalogue, isFixed = false }: Props) {
  const words = useModelWords(catalogue);
  const { t } = words;
  const plot = useRef<HTMLDivElement>(null);
  const [chosen, setView] = useState<PreviewView>("difference");
  const isAlone = isFixed && definition === published;
  const view = isAlone ? "published" : chosen;
  usePageKeys((event) => {
    if (isAlone || event.key.toLowerCase() !== "x" || isTyping(event.target)) return false;
    setView(view === "difference" ? "draft" : "difference");
    return true;
  });
  const { moved } = preview;
  const counts = useLeadCounts(moved?.base ?? null);
  const shown = view === "published" ? published : definition;
  const { fit, engagement } = shown.axes;
  const thresholds = useMemo(
    () => ({ fit: fit.thresholds, engagement: engagement.thresholds }),
    [fit.thresholds, engagement.thresholds],
  );
  const axes = useMemo(
    () => ({
      fit: drawAxis(bandsOf("fit", thresholds.fit), 0),
      engagement: drawAxis(bandsOf("engagement", thresholds.engagement), 0),
    }),
    [thresholds],
  );
  return (
    <section aria-labelledby="live-matrix" className="flex flex-col gap-2">
      <LiveHead preview={preview} words={words} view={isAlone ? null : view} onView={setView} />
      <div className="relative aspect-[10/9] w-full pb-9 pl-11 max-sm:aspect-square">
        <div ref={plot} className="relative h-full border border-rule-3">
          {cellsOf(shown).map((cell) => (
            <div
              key={cell.cell}
              style={{ ...frameOf(cell, axes), ...HEAT[shown.plays[cell.cell]?.temperature ?? "cold"] }}
              className="absolute overflow-hidden border-rule-2 border-b border-l bg-(--wash) px-2 py-1 max-sm:px-1"
            >
              <CellCount
                cell={cell.cell}
                temperature={shown.plays[cell.cell]?.temperature}
                moved={moved}
                view={view}
                words={words}
                ofAll={counts.ofAll}
              />
            </div>
          ))}
          {moved ? (
            <LiveDots moved={moved} view={view} thresholds={thresholds} />
          ) : (
            <div className="absolute inset-0 z-1 p-6">
              <SkeletonRows rows={6} label={t("preview.loading")} />
            </div>
          )}
          {moved && view === "difference" && moved.moves.moved > 0 && (
            <FlowArrows arrows={arrowsOf(moved.moves, cellsOf(shown), axes)} ofAll={counts.ofAll} />
          )}
          <FrontierLine frontier={frontierOf(shown)} axes={axes} label={t("preview.handedOver")} />
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
}
