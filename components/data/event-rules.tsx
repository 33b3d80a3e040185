"use client";

import { Button } from "#components/ui/button.tsx";
import type { EventRule, Mapping } from "#lib/import/mapping.ts";
import { useImportWords } from "./use-import-words.ts";

/** Rules of a mapping file that make several events of a row; told here, written there. */
export function EventRules({ mapping, onChange }: { mapping: Mapping; onChange: (mapping: Mapping) => void }) {
  const { t } = useImportWords();
  if (!mapping.events) return null;
  const { events, ...rest } = mapping;

  function sentence({ type, when, times, time }: EventRule): string {
    const parts = [when === null ? t("rules.always", { type }) : t("rules.when", { type, condition: condition(when) })];
    if (times) parts.push(t("rules.times", { column: times }));
    if (time) parts.push(t("rules.time", { column: time }));
    return `${parts.join(", ")}.`;
  }
  function condition(when: NonNullable<EventRule["when"]>): string {
    if ("is" in when) return t("rules.is", { column: when.column, words: when.is.join(", ") });
    return "above" in when
      ? t("rules.above", { column: when.column, number: when.above })
      : t("rules.atMost", { column: when.column, number: when.atMost });
  }

  return (
    <section aria-labelledby="rules" className="flex flex-col items-start gap-1">
      <h2 id="rules" className="type-title">
        {t("rules.title", { count: events.length })}
      </h2>
      <ul className="w-full border-rule-3 border-t">
        {events.map((rule) => (
          <li key={JSON.stringify(rule)} className="wrap-anywhere border-rule border-b py-1.5">
            {sentence(rule)}
          </li>
        ))}
      </ul>
      <Button kind="quiet" onClick={() => onChange(rest)}>
        {t("rules.remove")}
      </Button>
    </section>
  );
}
