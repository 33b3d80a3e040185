"use client";

import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { type inferParserType, useQueryStates } from "nuqs";
import { useCallback, useEffect, useState, useTransition } from "react";
import { listAddress } from "#components/leads/fetch-leads.ts";
import { useFilterWords } from "#components/leads/filter-words.tsx";
import type { FilterOptions } from "#components/leads/use-filter-choices.ts";
import { useSelectedLead } from "#components/leads/use-selected-lead.ts";
import { isTyping } from "#components/shell/is-typing.ts";
import { Kbd } from "#components/ui/kbd.tsx";
import { SentenceSelect } from "#components/ui/sentence-select.tsx";
import { localized } from "#lib/i18n/locales.ts";
import { matrixParams } from "#lib/leads/list-params.ts";
import type { Matrix } from "#lib/matrix/matrix.ts";
import type { Label } from "#lib/scoring/definition.ts";
import { CellPanel } from "./cell-panel.tsx";
import { Legend } from "./legend.tsx";
import { MatrixMap } from "./matrix-map.tsx";
import { MatrixTable } from "./matrix-table.tsx";
import { neighbour } from "./neighbour.ts";
import type { PinnedLead } from "./pin.tsx";

type Params = inferParserType<typeof matrixParams>;
type Props = {
  data: Matrix;
  options: FilterOptions;
  /** Models to choose from, in the order in which they are tried. */
  models: readonly { readonly modelId: number; readonly name: Label; readonly number: number }[];
  me: number | null;
};

/** The whole base by fit and engagement; the filter's words and the opened cell stand in the address. */
export function MatrixView({ data, options, models, me }: Props) {
  const t = useTranslations("matrix");
  const locale = useLocale();
  const [isPending, startTransition] = useTransition();
  const [params, setParams] = useQueryStates(matrixParams);
  const selection = useSelectedLead("matrix");
  const { select: selectLead } = selection;
  const [pinned, setPinned] = useState<PinnedLead | null>(null);
  const { view } = params;
  const best = data.cells.reduce((one, other) => (other.play.priority < one.play.priority ? other : one));
  const opened = data.cells.find(({ cell }) => cell === params.cell) ?? best;
  const filter = { country: params.country, source: params.source, owner: params.owner, stage: params.stage };
  const readAgain = (changes: Partial<Params>) => {
    selectLead(null);
    return setParams(changes, { shallow: false, startTransition });
  };
  const words = useFilterWords({ filter, options, me, onChange: readAgain });
  const select = useCallback(
    (cell: string) => {
      setPinned(null);
      selectLead(null);
      void setParams({ cell });
    },
    [setParams, selectLead],
  );

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (document.querySelector("[role='dialog'], [role='listbox']")) return;
      // A popup closed by its own key, or the map when it has the focus, was first.
      if (event.defaultPrevented) return;
      const next = neighbour(data.cells, opened.cell, event.key);
      if (next) select(next);
      else if (event.key === "t") void setParams({ view: view === "map" ? "table" : "map" });
      else return;
      event.preventDefault();
    }
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [data.cells, opened.cell, setParams, select, view]);

  return (
    <main className="lg:grid lg:h-[calc(100dvh-44px)] lg:grid-cols-[minmax(0,1fr)_372px]">
      <section
        aria-busy={isPending}
        className={`flex min-h-0 flex-col px-gutter pt-4 max-lg:pb-4 ${isPending ? "opacity-60 transition-opacity delay-150" : ""}`}
      >
        <header className="flex items-baseline gap-x-6 gap-y-1 max-md:flex-wrap">
          <h1 className="type-display">{t("title")}</h1>
          <p className="type-prose">
            {t.rich("sentence", {
              count: data.total,
              ...words,
              model: () =>
                models.length > 1 ? (
                  <SentenceSelect
                    label={t("model")}
                    choices={models.map((model) => ({ value: model.modelId, label: modelName(model) }))}
                    value={data.model.modelId}
                    onChange={(model) => readAgain({ model, cell: null })}
                  />
                ) : (
                  <b>{modelName(data.model)}</b>
                ),
            })}
            {data.unscored > 0 && (
              <>
                {"; "}
                <Link
                  href={listAddress("/leads", { ...filter, score: "none" })}
                  className="text-ink-2 underline decoration-rule-2 underline-offset-4 hover:decoration-ink"
                >
                  {t("unscored", { count: data.unscored })}
                </Link>
              </>
            )}
          </p>
        </header>
        <Legend data={data} isMap={view === "map"}>
          <ViewSwitch view={view} onChange={(next) => setParams({ view: next })} />
        </Legend>
        {view === "map" ? (
          <div className="min-h-0 max-lg:h-[520px] lg:flex-1 lg:pb-1">
            <MatrixMap data={data} selected={opened.cell} onSelect={select} pinned={pinned} />
          </div>
        ) : (
          <div className="min-h-0 overflow-y-auto lg:flex-1 lg:pb-4">
            <MatrixTable data={data} selected={opened.cell} onSelect={select} />
          </div>
        )}
      </section>
      <CellPanel key={opened.cell} data={data} cell={opened} filter={filter} selection={selection} onPin={setPinned} />
    </main>
  );

  function modelName({ name, number }: { readonly name: Label; readonly number: number }): string {
    return t("modelVersion", { name: localized(name, locale), number });
  }
}

function ViewSwitch({ view, onChange }: { view: "map" | "table"; onChange: (view: "map" | "table") => void }) {
  const t = useTranslations("matrix.view");
  return (
    <fieldset className="flex items-center gap-3">
      <legend className="sr-only">{t("label")}</legend>
      {(["map", "table"] as const).map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={each === view}
          onClick={() => onChange(each)}
          className="min-h-6 border-transparent border-b-2 aria-pressed:border-ink aria-pressed:font-semibold aria-pressed:text-ink"
        >
          {t(each)}
        </button>
      ))}
      <Kbd>T</Kbd>
    </fieldset>
  );
}
