"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { memo, useMemo } from "react";
import { useLeadWords } from "#components/lead/use-lead-words.ts";
import { SkeletonRows } from "#components/ui/skeleton.tsx";
import type { TriedLead } from "#lib/leads/tried-lead.ts";
import { type Trial, tryLead, withDraft } from "#lib/leads/try-lead.ts";
import { type ModelCatalogue, toScoringCatalogue } from "#lib/model/catalogue.ts";
import type { Definition } from "#lib/scoring/definition.ts";
import { QUIET_BUTTON } from "../inline-control.ts";
import { useSettled } from "../preview/use-settled.ts";
import { LeadPicker } from "./lead-picker.tsx";
import { TriedHead } from "./tried-head.tsx";
import { TriedLedger } from "./tried-ledger.tsx";
import { TRY_ID, useTriedLeadId } from "./tried-param.ts";
import { useTriedLead } from "./use-tried-lead.ts";

/** A hand that drags sees the score when it stands still for a moment. */
const STILL_MS = 120;

type Props = {
  modelId: number;
  /** null while it contradicts itself. */
  draft: Definition | null;
  /** null before the first version. */
  published: Definition | null;
  /** Whether there is no draft; then one version is looked at alone. */
  isAlone?: boolean;
  catalogue: ModelCatalogue;
};

/** One lead under the draft, beside the published version. */
export const TryLead = memo(function TryLead({ modelId, draft, published, isAlone = false, catalogue }: Props) {
  const t = useTranslations("model.try");
  const [leadId, setLeadId] = useTriedLeadId();
  const { data: lead, isError, isPending } = useTriedLead(leadId);
  return (
    <section id={TRY_ID} tabIndex={-1} aria-labelledby="try-title" className="flex flex-col gap-2 outline-none">
      <header className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1">
        <h2 id="try-title" className="type-title">
          {t("title")}
        </h2>
        <div className="flex items-center gap-3 max-sm:w-full">
          <LeadPicker onChoose={(chosen) => void setLeadId(chosen)} />
          {leadId !== null && (
            <button type="button" onClick={() => void setLeadId(null)} className={QUIET_BUTTON}>
              {t("clear")}
            </button>
          )}
        </div>
      </header>
      {leadId === null ? (
        <p className="text-ink-3 text-small">{t(isAlone ? "hintAlone" : published ? "hint" : "hintFirst")}</p>
      ) : isError ? (
        <p className="text-ink-2">{t("failed")}</p>
      ) : isPending ? (
        <SkeletonRows rows={4} label={t("loading")} />
      ) : lead == null ? (
        <p className="text-ink-2">{t("unknown", { leadId })}</p>
      ) : (
        <Tried
          lead={lead}
          modelId={modelId}
          draft={draft}
          published={published}
          isAlone={isAlone}
          catalogue={catalogue}
        />
      )}
    </section>
  );
});

function Tried({ lead, modelId, draft, published, isAlone = false, catalogue }: Props & { lead: TriedLead }) {
  const t = useTranslations("model.try");
  const stages = useTranslations("shell.stage");
  const words = useLeadWords(lead.day, catalogue);
  const still = useSettled(draft, STILL_MS);
  const { facts, models, day } = lead;
  const under = useMemo(() => {
    const { fields: fieldTypes } = toScoringCatalogue(catalogue);
    const moment = { day, cut: null };
    return (definition: Definition | null) =>
      definition && facts
        ? tryLead({ facts, models: withDraft(models, { modelId, definition }), modelId, fieldTypes, moment })
        : null;
  }, [catalogue, facts, models, day, modelId]);
  const before = useMemo(() => under(published), [under, published]);
  const after = useMemo(() => under(still), [under, still]);
  const breakdowns = { before: breakdownOf(before), after: breakdownOf(after) };
  const name = lead.name ?? t("unnamed", { leadId: lead.leadId });
  return (
    <>
      <p className="truncate">
        <Link href={`/leads/${lead.leadId}`} className="font-semibold hover:underline">
          {name}
        </Link>{" "}
        <span className="text-ink-3">{lead.company}</span>
      </p>
      {facts === null ? (
        <p className="type-prose text-ink-2">{t("objected")}</p>
      ) : (
        <>
          <TriedHead
            published={published && { trial: before, reason: why(before) }}
            draft={isAlone ? null : { trial: after, reason: still === null ? t("contradicts") : why(after) }}
            words={words}
          />
          {(breakdowns.before || breakdowns.after) && (
            <TriedLedger breakdowns={breakdowns} isAlone={isAlone} words={words} />
          )}
        </>
      )}
    </>
  );

  /** Why the model gives no score. */
  function why(trial: Trial | null): string | null {
    if (trial === null || trial.status === "scored") return null;
    if (trial.status === "other_model")
      return t("otherModel", {
        model: words.label(trial.definition.name),
        score: words.points(trial.breakdown.combined),
        cell: trial.breakdown.cell,
      });
    const reason = trial.status === "stage" ? t("otherStage", { stage: stages(lead.stage) }) : t("otherSegment");
    return trial.otherwise ? `${reason} ${t("otherwise", { model: words.label(trial.otherwise.name) })}` : reason;
  }
}

function breakdownOf(trial: Trial | null) {
  return trial?.status === "scored" ? trial.breakdown : null;
}
