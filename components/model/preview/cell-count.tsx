import { TemperatureMark } from "#components/scoring/temperature.tsx";
import type { Moves } from "#lib/preview/moves.ts";
import type { Play } from "#lib/scoring/definition.ts";
import type { ModelWords } from "../words.ts";
import type { PreviewView } from "./paint-leads.ts";
import type { Moved } from "./use-preview.ts";

type Props = {
  cell: string;
  temperature: Play["temperature"] | undefined;
  moved: Moved | null;
  view: PreviewView;
  words: ModelWords;
  ofAll: (leads: number) => string;
};

/** How many leads stand in a cell, and how many did. */
export function CellCount({ cell, temperature, moved, view, words, ofAll }: Props) {
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
