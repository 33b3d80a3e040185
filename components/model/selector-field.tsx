"use client";

import type { Selector } from "#lib/scoring/definition.ts";
import type { Path, Problem } from "#lib/scoring/problem.ts";
import { ConditionBuilder } from "./condition-builder.tsx";
import { firstAsked } from "./condition-values.ts";
import { useEditor } from "./editor-context.tsx";
import { QUIET_BUTTON } from "./inline-control.ts";
import { InlineSelect } from "./inline-fields.tsx";
import { ProblemSentences } from "./problem-sentences.tsx";
import { problemsAt } from "./problems.ts";
import type { ModelWords } from "./words.ts";

type Props = {
  words: ModelWords;
  label: string;
  selector: Selector;
  path: Path;
  problems: readonly Problem[];
  onChange: (selector: Selector) => void;
  onSettle: () => void;
};

const ANY = "any";
const NONE = "";

/** Which events: the types as words to take away and add, and what their properties have to say. */
export function SelectorField({ words, label, selector, path, problems, onChange, onSettle }: Props) {
  const { catalogue } = useEditor();
  const { t, eventType } = words;
  const { types, where } = selector;
  const chosen = types === ANY ? [] : types;
  const left = catalogue.eventTypes.filter(({ key }) => !chosen.includes(key));

  function add(type: string) {
    if (type === ANY) onChange({ ...selector, types: ANY });
    else if (type !== NONE) onChange({ ...selector, types: [...chosen, type] });
  }

  return (
    <div className="flex flex-col gap-1">
      <span className="type-label">{label}</span>
      <ul className="flex flex-wrap items-center gap-x-2 gap-y-1">
        {types === ANY && <li className="py-1 font-medium">{t("events.any")}</li>}
        {chosen.map((type) => (
          <li key={type} className="flex items-center gap-1 rounded-sm border border-rule-2 pl-2 max-sm:min-h-11">
            {eventType(type)}
            <button
              type="button"
              disabled={chosen.length === 1}
              aria-label={t("removeNamed", { name: eventType(type) })}
              onClick={() => onChange({ ...selector, types: chosen.filter((each) => each !== type) })}
              className="flex size-6 items-center justify-center text-ink-3 enabled:hover:text-ink disabled:opacity-40 max-sm:size-11"
            >
              ×
            </button>
          </li>
        ))}
        <li className="w-40 max-sm:w-full">
          <InlineSelect
            label={t("events.add")}
            isLabelHidden
            value={NONE}
            choices={[
              { value: NONE, label: t("events.add") },
              ...(types === ANY ? [] : [{ value: ANY, label: t("events.any") }]),
              ...left.map(({ key }) => ({ value: key, label: eventType(key) })),
            ]}
            onChange={add}
          />
        </li>
      </ul>
      <ProblemSentences problems={problemsAt(problems, [...path, "types"])} words={words} />
      {where === null ? (
        <button
          type="button"
          onClick={() => onChange({ ...selector, where: firstAsked({ kind: "properties" }) })}
          className={`${QUIET_BUTTON} self-start`}
        >
          {t("events.addWhere")}
        </button>
      ) : (
        <div className="flex flex-col gap-1 pt-1">
          <span className="type-label">{t("events.whereLabel")}</span>
          <ConditionBuilder
            words={words}
            about={{ kind: "properties" }}
            condition={where}
            path={[...path, "where"]}
            problems={problems}
            onChange={(condition) => onChange({ ...selector, where: condition })}
            onRemove={() => onChange({ ...selector, where: null })}
            onSettle={onSettle}
          />
        </div>
      )}
    </div>
  );
}
