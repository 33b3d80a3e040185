"use client";

import { useMemo, useRef, useState } from "react";
import { frameOf } from "#components/matrix/cell-frame.ts";
import { FrontierLine } from "#components/matrix/frontier-line.tsx";
import { TemperatureMark } from "#components/scoring/temperature.tsx";
import { isTyping } from "#components/shell/is-typing.ts";
import { usePageKeys } from "#components/shell/use-page-keys.ts";
import { Kbd } from "#components/ui/kbd.tsx";
import { SkeletonRows } from "#components/ui/skeleton.tsx";
import { bandsOf, cellsOf } from "#lib/matrix/bands.ts";
import { frontierOf } from "#lib/matrix/frontier.ts";
import { drawAxis } from "#lib/matrix/scale.ts";
import type { ModelCatalogue } from "#lib/model/catalogue.ts";
import { arrowsOf } from "#lib/preview/arrows.ts";
import type { Moves } from "#lib/preview/moves.ts";
import type { Definition, Play } from "#lib/scoring/definition.ts";
import { type ModelWords, useModelWords } from "../words.ts";
import { FlowArrows } from "./flow-arrows.tsx";
import { LiveDots } from "./live-dots.tsx";
import { type PreviewView, VIEWS } from "./paint-leads.ts";
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

/** How many leads, whether they are all, how quickly they moved; and what is shown of them. */
function LiveHead({
  preview,
  words: { t },
  view,
  onView,
}: {
  preview: Props["preview"];
  words: ModelWords;
  /** null: there is nothing to choose. */
  view: PreviewView | null;
  onView: (view: PreviewView) => void;
}) {
  const counts = useLeadCounts(preview.moved?.base ?? null);
  return (
    <header className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
      <div className="flex flex-wrap items-baseline gap-x-3">
        <h2 id="live-matrix" className="type-title">
          {preview.moved ? t("preview.title", { leads: counts.total }) : t("preview.titleWaiting")}
        </h2>
        <span className="text-ink-3 text-small">
          {preview.hasFailed
            ? t("preview.failed")
            : preview.isMeasuring
              ? t("preview.measuring")
              : t("preview.asOf", { moment: counts.madeAt })}
          {counts.sample !== null && <> {t("preview.sample", counts.sample)}</>}
        </span>
      </div>
      {view !== null && (
        <fieldset className="flex gap-3 text-ink-2 text-small">
          <legend className="sr-only">{t("preview.viewLabel")}</legend>
          {VIEWS.map((each) => (
            <button
              key={each}
              type="button"
              aria-pressed={each === view}
              onClick={() => onView(each)}
              className="min-h-6 border-transparent border-b-2 aria-pressed:border-ink aria-pressed:font-semibold aria-pressed:text-ink"
            >
              {t(`preview.views.${each}`)}
            </button>
          ))}
          <span className="max-sm:hidden">
            <Kbd>X</Kbd>
          </span>
        </fieldset>
      )}
    </header>
  );
}

type CountProps = {
  cell: string;
  temperature: Play["temperature"] | undefined;
  moved: Moved | null;
  view: PreviewView;
  words: ModelWords;
  ofAll: (leads: number) => string;
};

function CellCount({ cell, temperature, moved, view, words, ofAll }: CountProps) {
  const { t } = words;
  const before = moved && countIn(moved.moves, cell, "before");
  const after = moved && countIn(moved.moves, cell, view === "published" ? "before" : "after");
  return (
    <p className="relative z-2 flex w-max max-w-full flex-col bg-[color-mix(in_oklab,var(--wash)_80%,transparent)] text-small leading-4">
      <span className="flex items-center gap-1">
        <b>{cell}</b>
        {temperature && (
          <span className="flex items-center gap-1 max-sm:hidden">
            <TemperatureMark temperature={temperature} />
            <span className="narrow">{words.temperature(temperature)}</span>
          </span>
        )}
      </span>
      {after !== null && before !== null && (
        <>
          <span className="type-figure text-[20px]/6 max-sm:text-[16px]/5">{ofAll(after)}</span>
          {view !== "published" && (
            <span className="text-ink-2 text-micro max-sm:hidden">
              {after === before ? t("preview.same") : t("preview.was", { leads: ofAll(before) })}
            </span>
          )}
        </>
      )}
    </p>
  );
}

function countIn(moves: Moves, cell: string, side: "before" | "after"): number {
  return moves[side][moves.cells.indexOf(cell)] ?? 0;
}
