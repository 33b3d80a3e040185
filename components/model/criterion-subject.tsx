"use client";

import { type Criterion, SCOPES } from "#lib/scoring/definition.ts";
import type { Path, Problem } from "#lib/scoring/problem.ts";
import { ConditionBuilder } from "./condition-builder.tsx";
import { useEditor } from "./editor-context.tsx";
import { CountField, InlineSelect } from "./inline-fields.tsx";
import { problemsAt } from "./problems.ts";
import { SelectorField } from "./selector-field.tsx";
import type { ModelWords } from "./words.ts";

type Props = {
  criterion: Criterion;
  path: Path;
  problems: readonly Problem[];
  words: ModelWords;
  set: (criterion: Criterion, part: string) => void;
  settle: () => void;
};

/** What a criterion looks at: fields of the lead, or events. */
export function CriterionSubject({ criterion, path, problems, words, set, settle }: Props) {
  const { catalogue } = useEditor();
  const { t } = words;
  if (criterion.type === "attribute") {
    return (
      <section className="flex flex-col gap-1">
        <h4 className="type-label">{t("countsWhen")}</h4>
        <ConditionBuilder
          words={words}
          about={{ kind: "fields", fields: catalogue.fields }}
          condition={criterion.condition}
          path={[...path, "condition"]}
          problems={problems}
          onChange={(condition) => set({ ...criterion, condition }, "condition")}
          onSettle={settle}
        />
      </section>
    );
  }
  const count = { words, onSettle: settle };
  return (
    <section className="flex flex-col gap-2">
      <SelectorField
        words={words}
        label={t(criterion.type === "inactivity" ? "eventsMissed" : "eventsCounted")}
        selector={criterion.events}
        path={[...path, "events"]}
        problems={problems}
        onChange={(events) => set({ ...criterion, events }, "events")}
        onSettle={settle}
      />
      {criterion.type === "event" && (
        <span className="w-60 max-w-full">
          <InlineSelect
            label={t("scopeLabel")}
            value={criterion.scope}
            choices={SCOPES.map((scope) => ({ value: scope, label: t(`scope.${scope}`) }))}
            onChange={(scope) => set({ ...criterion, scope }, "scope")}
          />
        </span>
      )}
      {criterion.type === "burst" && (
        <div className="flex flex-wrap gap-x-6 gap-y-2">
          <CountField
            {...count}
            label={t("burstCount")}
            value={criterion.count}
            min={2}
            max={1000}
            problems={problemsAt(problems, [...path, "count"])}
            onChange={(events) => set({ ...criterion, count: events }, "count")}
          />
          <CountField
            {...count}
            label={t("burstHours")}
            value={criterion.withinHours}
            min={1}
            max={8760}
            problems={problemsAt(problems, [...path, "withinHours"])}
            onChange={(withinHours) => set({ ...criterion, withinHours }, "withinHours")}
          />
        </div>
      )}
      {criterion.type === "inactivity" && (
        <CountField
          {...count}
          label={t("idleDays")}
          value={criterion.days}
          min={1}
          max={3650}
          problems={problemsAt(problems, [...path, "days"])}
          onChange={(days) => set({ ...criterion, days }, "days")}
        />
      )}
    </section>
  );
}
