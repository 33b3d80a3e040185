import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { TextField } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { DoneMerge, MergeCandidate, MergePreview } from "#lib/leads/merge-view.ts";
import type { ModelCatalogue } from "#lib/model/catalogue.ts";
import { CandidateList } from "./candidate-list.tsx";
import { DoneMerges, type UndoMerge } from "./done-merges.tsx";
import type { MergeLeads } from "./merge-button.tsx";
import { PreviewTable } from "./preview-table.tsx";

type Props = {
  lead: { readonly leadId: number; readonly name: string | null };
  /** Whom the reader asked for, as typed; null: nobody yet. */
  asked: string | null;
  preview: MergePreview | null;
  candidates: readonly MergeCandidate[];
  merges: readonly DoneMerge[];
  catalogue: ModelCatalogue;
  actions: { readonly merge: MergeLeads; readonly undo: UndoMerge };
};

/** Two records about one person: who the other may be, what merging comes to, and what was merged before. */
export function MergePage({ lead, asked, preview, candidates, merges, catalogue, actions }: Props) {
  const t = useTranslations("merge");
  const name = lead.name ?? t("unnamed", { leadId: lead.leadId });
  return (
    <main className="max-w-[880px] px-gutter py-4">
      <p className="text-small">
        <Link href={`/leads/${lead.leadId}`} className="text-accent underline-offset-4 hover:underline">
          {t("back", { name })}
        </Link>
      </p>
      <h1 className="type-display [overflow-wrap:anywhere]">{t("heading", { name })}</h1>
      <p className="mt-1 max-w-[68ch] text-ink-2">{t("text")}</p>
      {preview && (
        <PreviewTable key={preview.merged.leadId} preview={preview} catalogue={catalogue} merge={actions.merge} />
      )}
      {asked !== null && preview === null && (
        <div className="mt-4">
          <Notice tone="refused">{t("notFound", { asked })}</Notice>
        </div>
      )}
      <section aria-labelledby="candidates" className="mt-8">
        <h2 id="candidates" className="type-title border-rule-3 border-b pb-1">
          {t("candidates.title")}
        </h2>
        <CandidateList leadId={lead.leadId} candidates={candidates} />
        <form action={`/leads/${lead.leadId}/merge`} className="mt-4 flex max-w-[480px] flex-wrap items-end gap-4">
          <div className="min-w-52 flex-1">
            <TextField
              label={t("other")}
              name="with"
              required
              maxLength={320}
              autoComplete="off"
              hint={t("otherHint")}
            />
          </div>
          <span className="pb-6">
            <Button type="submit">{t("look")}</Button>
          </span>
        </form>
      </section>
      {merges.length > 0 && <DoneMerges keptId={lead.leadId} merges={merges} undo={actions.undo} />}
    </main>
  );
}
