"use client";

import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { useLeaveWarning } from "#components/model/use-leave-warning.ts";
import { useModelWords } from "#components/model/words.ts";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { ModelCatalogue } from "#lib/model/catalogue.ts";
import type { ActionResult } from "#lib/result.ts";
import type { RoutingPerson } from "#lib/routing/people.ts";
import type { Routing } from "#lib/routing/rules.ts";
import { DryRunPanel, type DryRunRouting } from "./dry-run-panel.tsx";
import { ElseLine } from "./else-line.tsx";
import { RuleList } from "./rule-list.tsx";
import { useRoutingDraft } from "./use-routing-draft.ts";
import { WaitSentence } from "./wait-sentence.tsx";
import { withCell } from "./with-cell.ts";

type Props = {
  saved: Routing;
  revision: number;
  people: readonly RoutingPerson[];
  catalogue: ModelCatalogue;
  actions: {
    readonly save: (input: { routing: Routing; seenRevision: number }) => Promise<ActionResult<{ revision: number }>>;
    readonly dryRun: DryRunRouting;
  };
};

/** Whose leads become that are nobody's: rules in order, what happens else, and where last week's leads would have gone. */
export function RoutingEditor({ saved, revision, people, catalogue: known, actions }: Props) {
  const t = useTranslations("routing");
  const cellLabel = t("cell");
  const catalogue = useMemo(() => withCell(known, cellLabel), [known, cellLabel]);
  const words = useModelWords(catalogue);
  const draft = useRoutingDraft({ saved, revision, catalogue, save: actions.save });
  const [openKey, open] = useState<string | null>(null);
  useLeaveWarning(draft.isChanged);

  function save() {
    const wrong = draft.save();
    if (wrong !== null) open(wrong);
  }

  return (
    <div className="mt-6 xl:grid xl:grid-cols-[minmax(0,1fr)_minmax(0,1fr)] xl:items-start xl:gap-12">
      <section aria-labelledby="rules">
        <h2 id="rules" className="type-title border-rule-3 border-b pb-1">
          {t("rules.title")}
        </h2>
        <RuleList draft={draft} words={words} catalogue={catalogue} people={people} openKey={openKey} onOpen={open} />
        <ElseLine people={people} hasRules={draft.routing.rules.length > 0} />
        <WaitSentence routing={draft.routing} people={people} onChange={draft.change} />
        <div className="mt-4 flex flex-wrap items-center gap-4">
          <Button kind="act" disabled={draft.isPending || !draft.isChanged} onClick={save}>
            {t(draft.isPending ? "saving" : "save")}
          </Button>
          {draft.isChanged && !draft.isPending && <span className="text-ink-3 text-small">{t("unsaved")}</span>}
        </div>
        <div className="mt-3 empty:hidden">
          {draft.said === "saved" && !draft.isChanged && <Notice tone="done">{t("saved")}</Notice>}
          {draft.said !== null && draft.said !== "saved" && <Notice tone="refused">{draft.said}</Notice>}
        </div>
      </section>
      <DryRunPanel
        routing={draft.routing}
        isFine={draft.problems.length === 0}
        people={people}
        dryRun={actions.dryRun}
      />
    </div>
  );
}
