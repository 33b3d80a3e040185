"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { type Suggestion, suggestPoints } from "#lib/backtest/suggest-points.ts";
import { criteriaByKey } from "#lib/model/criteria.ts";
import { compareDefinitions } from "#lib/model/diff.ts";
import type { Definition } from "#lib/scoring/definition.ts";
import { DiffProse } from "../diff-prose.tsx";
import { useEditor } from "../editor-context.tsx";
import type { ModelWords } from "../words.ts";
import type { Past } from "./use-past.ts";
import { useWork } from "./use-work.ts";

type Props = { past: Past; words: ModelWords };

/** Points that the past asks for, to look at, and to take over as a change of the draft. */
export function SuggestDialog({ past, words }: Props) {
  const t = useTranslations("past.suggest");
  const { read } = useEditor();
  const [asked, setAsked] = useState<Definition | null>(null);
  return (
    <Dialog
      title={t("title")}
      closeLabel={t("close")}
      isOpen={asked !== null}
      onOpenChange={(isOpen) => setAsked(isOpen ? read() : null)}
      trigger={<Button disabled={!past.isEnough}>{t("open")}</Button>}
    >
      {asked && <Suggested past={past} definition={asked} words={words} onDone={() => setAsked(null)} />}
    </Dialog>
  );
}

type SuggestedProps = Props & { definition: Definition; onDone: () => void };

function Suggested({ past, definition, words, onDone }: SuggestedProps) {
  const t = useTranslations("past.suggest");
  const format = useFormatter();
  const { edit, catalogue } = useEditor();
  const start = useMemo(() => {
    const { cases, known, held, span } = past;
    const leaks = span.leaks.map(({ field }) => field);
    return () => suggestPoints({ definition, base: held.base, columns: held.columns, cases, known, leaks });
  }, [past, definition]);
  const suggestion = useWork<Suggestion>(start);
  if (suggestion === null) return <p className="text-ink-3">{t("learning")}</p>;
  const { before, after, learntFrom, testedOn, leaking, silent } = suggestion;
  const changes = compareDefinitions(definition, suggestion.definition);
  const auc = (value: number | null) =>
    value === null ? "–" : format.number(value, { maximumFractionDigits: 3, minimumFractionDigits: 3 });
  const isBetter = inThousandths(after) > inThousandths(before);
  const names = (keys: readonly string[]) => {
    const byKey = criteriaByKey(definition);
    return format.list(keys.map((key) => words.label(byKey.get(key)?.criterion.label ?? key)));
  };
  return (
    <div className="flex flex-col gap-3">
      <p className="type-prose">
        {t("finding", { before: auc(before), after: auc(after) })} {!isBetter && t("noBetter")}
      </p>
      <p className="text-ink-2 text-small">
        {t("how", { learnt: format.number(learntFrom), tested: format.number(testedOn) })}
      </p>
      <DiffProse changes={changes} catalogue={catalogue} />
      {silent.length > 0 && <p className="text-small">{t("silent", { rules: names(silent), count: silent.length })}</p>}
      {leaking.length > 0 && (
        <p className="text-hot text-small">{t("leaking", { rules: names(leaking), count: leaking.length })}</p>
      )}
      <p className="text-ink-3 text-small">{t("warning")}</p>
      <div className="flex gap-3">
        <Button
          kind={isBetter ? "act" : "plain"}
          disabled={changes.length === 0}
          onClick={() => {
            edit({ type: "replace", definition: suggestion.definition });
            onDone();
          }}
        >
          {t("take")}
        </Button>
        <Button onClick={onDone}>{t("leave")}</Button>
      </div>
    </div>
  );
}

/** An area as precise as it is shown; below all others where it is unknown. */
function inThousandths(area: number | null): number {
  return area === null ? -1 : Math.round(1_000 * area);
}
