"use client";

import type { ComponentProps } from "react";
import { NumberInput } from "#components/ui/number-input.tsx";
import { ACTIONS, type Definition, type Play, TEMPERATURES } from "#lib/scoring/definition.ts";
import type { Problem } from "#lib/scoring/problem.ts";
import { useEditor } from "./editor-context.tsx";
import { QUIET_BUTTON } from "./inline-control.ts";
import { InlineSelect } from "./inline-fields.tsx";
import { ProblemSentences } from "./problem-sentences.tsx";
import type { ModelWords } from "./words.ts";

type Props = {
  cell: string;
  play: Play;
  was: Play | undefined;
  qualifies: Definition["qualifies"];
  problems: readonly Problem[];
  words: ModelWords;
};

const LONGEST_SLA = 43_200;
const LOWEST_RANK = 999;

/** What to do in one cell. */
export function PlayInspector({ cell, play, was, qualifies, problems, words }: Props) {
  const { edit, settle, open } = useEditor();
  const { t, locale } = words;

  function set(change: Partial<Play>) {
    edit({ type: "set_play", cell, play: { ...play, ...change } }, `play.${cell}.${Object.keys(change).join()}`);
  }

  return (
    <section
      id={`place-cell.${cell}`}
      aria-label={t("playOf", { cell })}
      className="mt-2 flex flex-col gap-2 border-l-[3px] border-l-accent bg-paper-2 px-3 py-2"
    >
      <div className="flex items-baseline justify-between">
        <h3 className="font-semibold">{t("playOf", { cell })}</h3>
        <button type="button" onClick={() => open(null)} className={QUIET_BUTTON}>
          {t("close")}
        </button>
      </div>
      <div className="grid grid-cols-2 items-end gap-x-4 gap-y-2 sm:grid-cols-4">
        <InlineSelect
          label={t("temperatureLabel")}
          value={play.temperature}
          choices={TEMPERATURES.map((value) => ({ value, label: words.temperature(value) }))}
          onChange={(temperature) => set({ temperature })}
        />
        <InlineSelect
          label={t("actionLabel")}
          value={play.action}
          choices={ACTIONS.map((value) => ({ value, label: words.action(value) }))}
          onChange={(action) => set({ action })}
        />
        <Count
          label={t("rankLabel")}
          locale={locale}
          value={play.priority}
          max={LOWEST_RANK}
          isWrong={problems.some(({ path }) => path[2] === "priority")}
          isChanged={was?.priority !== play.priority}
          onChange={(priority) => priority !== null && set({ priority })}
          onSettle={settle}
        />
        <Count
          label={t("slaLabel")}
          locale={locale}
          value={play.slaMinutes}
          max={LONGEST_SLA}
          isOptional
          placeholder={t("noSla")}
          isChanged={was?.slaMinutes !== play.slaMinutes}
          onChange={(slaMinutes) => set({ slaMinutes })}
          onSettle={settle}
        />
      </div>
      {"cells" in qualifies && <HandedOver cell={cell} cells={qualifies.cells} label={t("handedOver")} />}
      <ProblemSentences problems={problems} words={words} />
    </section>
  );
}

/** A whole number below its label. */
function Count(props: Omit<ComponentProps<typeof NumberInput>, "min" | "isWhole">) {
  return (
    <div className="flex flex-col gap-1">
      <span className="type-label">{props.label}</span>
      <NumberInput {...props} min={1} isWhole />
    </div>
  );
}

/** Whether a cell is among those whose leads are handed to sales; the last of them stays. */
function HandedOver({ cell, cells, label }: { cell: string; cells: readonly string[]; label: string }) {
  const { edit } = useEditor();
  const isOn = cells.includes(cell);
  return (
    <label className="flex min-h-6 items-center gap-2 max-sm:min-h-11">
      <input
        type="checkbox"
        checked={isOn}
        disabled={cells.length === 1 && isOn}
        onChange={(event) => {
          const next = event.target.checked ? [...cells, cell].sort() : cells.filter((each) => each !== cell);
          edit({ type: "set_qualifies", qualifies: { cells: next } });
        }}
        className="size-3.5 accent-accent"
      />
      {label}
    </label>
  );
}
