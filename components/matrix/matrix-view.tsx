"use client";

import { type inferParserType, useQueryStates } from "nuqs";
import { useCallback, useState, useTransition } from "react";
import { useFilterWords } from "#components/leads/filter-words.tsx";
import type { FilterOptions } from "#components/leads/use-filter-choices.ts";
import { useSelectedLead } from "#components/leads/use-selected-lead.ts";
import { matrixParams } from "#lib/leads/list-params.ts";
import type { Matrix } from "#lib/matrix/matrix.ts";
import { CellPanel } from "./cell-panel.tsx";
import { Legend } from "./legend.tsx";
import { MatrixHead, type ShownModel } from "./matrix-head.tsx";
import { MatrixMap } from "./matrix-map.tsx";
import { MatrixTable } from "./matrix-table.tsx";
import type { PinnedLead } from "./pin.tsx";
import { useMatrixKeys } from "./use-matrix-keys.ts";
import { ViewSwitch } from "./view-switch.tsx";

type Params = inferParserType<typeof matrixParams>;
type Props = {
  data: Matrix;
  options: FilterOptions;
  /** Models to choose from, in the order in which they are tried. */
  models: readonly ShownModel[];
  me: number | null;
};

/** The whole base by fit and engagement; the filter's words and the opened cell stand in the address. */
export function MatrixView({ data, options, models, me }: Props) {
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
  const show = (next: Params["view"]) => void setParams({ view: next });
  useMatrixKeys({
    cells: data.cells,
    opened: opened.cell,
    onSelect: select,
    onSwitch: () => show(view === "map" ? "table" : "map"),
  });

  return (
    <main className="lg:grid lg:h-[calc(100dvh-44px)] lg:grid-cols-[minmax(0,1fr)_372px]">
      <section
        aria-busy={isPending}
        className={`flex min-h-0 flex-col px-gutter pt-4 max-lg:pb-4 ${isPending ? "opacity-60 transition-opacity delay-150" : ""}`}
      >
        <MatrixHead data={data} filter={filter} words={words} models={models} onModel={readAgain} />
        <Legend data={data} isMap={view === "map"}>
          <ViewSwitch view={view} onChange={show} />
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
}
