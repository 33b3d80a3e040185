import { memo } from "react";
import { Kbd } from "#components/ui/kbd.tsx";
import type { ModelWords } from "../words.ts";
import type { HeldBase } from "./fetch-preview.ts";
import { type PreviewView, VIEWS } from "./paint-leads.ts";
import type { Preview } from "./preview-loader.ts";
import { useLeadCounts } from "./use-lead-counts.ts";

type Props = Omit<Preview, "held"> & {
  /** null before the leads are here. */
  base: HeldBase | null;
  words: ModelWords;
  /** null: there is nothing to choose. */
  view: PreviewView | null;
  onView: (view: PreviewView) => void;
};

/** How many leads, whether they are all, how quickly they moved; and what is shown of them. */
export const LiveHead = memo(function LiveHead({ base, isMeasuring, hasFailed, words: { t }, view, onView }: Props) {
  const counts = useLeadCounts(base);
  return (
    <header className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
      <div className="flex flex-wrap items-baseline gap-x-3">
        <h2 id="live-matrix" className="type-title">
          {base ? t("preview.title", { leads: counts.total }) : t("preview.titleWaiting")}
        </h2>
        <span className="text-ink-3 text-small">
          {hasFailed
            ? t("preview.failed")
            : isMeasuring
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
});
