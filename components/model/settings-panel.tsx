"use client";

import type { ReactNode } from "react";
import { memo } from "react";
import type { Definition } from "#lib/scoring/definition.ts";
import type { Problem } from "#lib/scoring/problem.ts";
import { ConditionBuilder } from "./condition-builder.tsx";
import { firstAsked } from "./condition-values.ts";
import { useEditor } from "./editor-context.tsx";
import { QUIET_BUTTON } from "./inline-control.ts";
import { InlineSelect } from "./inline-fields.tsx";
import { LabelField } from "./label-field.tsx";
import { ProblemSentences } from "./problem-sentences.tsx";
import { problemsAt } from "./problems.ts";
import { type ModelWords, useModelWords } from "./words.ts";

type Props = {
  definition: Definition;
  problems: readonly Problem[];
  /** What stands below the segment: how many leads it takes. */
  reach: ReactNode;
};
type Described = Partial<Pick<Definition, "name" | "segment" | "stages" | "eventsFrom">>;

const FROM = ["always", "stage_entered"] as const satisfies readonly Definition["eventsFrom"][];

/** The model itself: its name, and which leads and events it is about. */
export const SettingsPanel = memo(function SettingsPanel({ definition, problems, reach }: Props) {
  const { edit, settle, catalogue } = useEditor();
  const words = useModelWords(catalogue);
  const { t } = words;
  const { segment, stages } = definition;

  function change(changed: Described) {
    edit({ type: "describe", change: changed }, `model.${Object.keys(changed).join()}`);
  }

  return (
    <section aria-labelledby="settings" className="flex flex-col gap-3">
      <h2 id="settings" className="type-title">
        {t("settingsTitle")}
      </h2>
      <LabelField
        words={words}
        label={t("modelName")}
        value={definition.name}
        problems={problemsAt(problems, ["name"])}
        onChange={(name) => change({ name })}
        onSettle={settle}
      />
      <div className="flex flex-col gap-1">
        <h3 className="type-label">{t("segmentLabel")}</h3>
        {segment === null ? (
          <p className="flex flex-wrap items-baseline gap-x-3">
            {t("segmentAll")}
            <button
              type="button"
              onClick={() => change({ segment: firstAsked({ kind: "fields", fields: catalogue.fields }) })}
              className={QUIET_BUTTON}
            >
              {t("segmentAdd")}
            </button>
          </p>
        ) : (
          <ConditionBuilder
            words={words}
            about={{ kind: "fields", fields: catalogue.fields }}
            condition={segment}
            path={["segment"]}
            problems={problems}
            onChange={(changed) => change({ segment: changed })}
            onRemove={() => change({ segment: null })}
            onSettle={settle}
          />
        )}
      </div>
      {reach}
      <StagesField stages={stages} all={catalogue.stages} words={words} onChange={(next) => change({ stages: next })} />
      <ProblemSentences problems={problemsAt(problems, ["stages"])} words={words} />
      <InlineSelect
        label={t("eventsFromLabel")}
        value={definition.eventsFrom}
        choices={FROM.map((value) => ({ value, label: t(`eventsFrom.${value}`) }))}
        onChange={(eventsFrom) => change({ eventsFrom })}
      />
    </section>
  );
}, isSamePanel);

/** Points of criteria change nothing that it shows. */
function isSamePanel(before: Props, after: Props): boolean {
  const parts = ({ definition: { name, segment, stages, eventsFrom }, problems, reach }: Props) => [
    name,
    segment,
    stages,
    eventsFrom,
    problems,
    reach,
  ];
  const known = parts(before);
  return parts(after).every((part, place) => part === known[place]);
}

type StagesProps = {
  /** null: leads of every stage. */
  stages: Definition["stages"];
  all: readonly string[];
  words: ModelWords;
  onChange: (stages: Definition["stages"]) => void;
};

/** The stages whose leads the model is about. */
function StagesField({ stages, all, words, onChange }: StagesProps) {
  const { t, stage } = words;
  function toggle(key: string, isOn: boolean) {
    const next = all.filter((each) => (each === key ? isOn : (stages ?? all).includes(each)));
    onChange(next.length === all.length || next.length === 0 ? null : next);
  }
  return (
    <details>
      <summary className="max-sm:min-h-11 max-sm:content-center">
        <span className="type-label">{t("stagesLabel")}</span>{" "}
        {stages === null ? t("stagesAll") : words.allOf(stages.map(stage))}
      </summary>
      <fieldset className="grid grid-cols-2 gap-x-4 pt-1">
        <legend className="sr-only">{t("stagesLabel")}</legend>
        {all.map((key) => (
          <label key={key} className="flex min-h-6 items-center gap-2 max-sm:min-h-11">
            <input
              type="checkbox"
              checked={stages === null || stages.includes(key)}
              onChange={(event) => toggle(key, event.target.checked)}
              className="size-3.5 accent-accent"
            />
            {stage(key)}
          </label>
        ))}
      </fieldset>
    </details>
  );
}
