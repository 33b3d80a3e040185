import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useLeadWords } from "#components/lead/use-lead-words.ts";
import { Score } from "#components/scoring/score.tsx";
import { buttonClass } from "#components/ui/button.tsx";
import { EmailAddress } from "#components/ui/email-address.tsx";
import type { MergePreview, MergeSide } from "#lib/leads/merge-view.ts";
import type { ModelCatalogue } from "#lib/model/catalogue.ts";
import { MergeButton, type MergeLeads } from "./merge-button.tsx";

type Props = { preview: MergePreview; catalogue: ModelCatalogue; merge: MergeLeads };
type Shown = Omit<MergeSide, "leadId" | "counts" | "name">;

/** Both records and the lead that they become, line by line. */
export function PreviewTable({ preview: { kept, merged, result, filled }, catalogue, merge }: Props) {
  const t = useTranslations("merge");
  const stages = useTranslations("shell.stage");
  const facts = useTranslations("lead.facts");
  const format = useFormatter();
  const words = useLeadWords(0, catalogue);
  const nameOf = (side: MergeSide) => side.name ?? t("unnamed", { leadId: side.leadId });
  const lines: readonly (readonly [string, (of: Shown) => ReactNode])[] = [
    [t("lines.company"), ({ company }) => company],
    [t("lines.email"), ({ email }) => email && <EmailAddress email={email} />],
    [t("lines.phone"), ({ phone }) => phone],
    [t("lines.score"), scoreAndCell],
    [t("lines.fit"), ({ score }) => score && points(score.fit)],
    [t("lines.engagement"), ({ score }) => score && points(score.engagement)],
    [t("lines.stage"), ({ stage }) => stages(stage)],
    [t("lines.owner"), ({ owner }) => owner ?? facts("nobody")],
    [t("lines.created"), ({ createdAt }) => words.longDay(words.dayOf(createdAt))],
    [t("lines.permissions"), permissions],
  ];

  return (
    <section aria-labelledby="preview" className="mt-6">
      <h2 id="preview" className="type-title border-rule-3 border-b pb-1">
        {t("preview.title")}
      </h2>
      <table className="w-full text-left max-sm:block">
        <thead className="max-sm:block">
          <tr className="border-rule-2 border-b align-top max-sm:grid max-sm:grid-cols-3">
            <td className="max-sm:hidden" />
            <th scope="col" className="py-1.5 pr-4 font-medium">
              {t("preview.stays")}
              <span className="block font-normal text-ink-3 text-small">{t("number", { leadId: kept.leadId })}</span>
            </th>
            <th scope="col" className="py-1.5 pr-4 font-medium">
              {t("preview.goes")}
              <span className="block font-normal text-ink-3 text-small">{t("number", { leadId: merged.leadId })}</span>
            </th>
            <th scope="col" className="py-1.5 font-medium text-accent">
              {t("preview.becomes")}
            </th>
          </tr>
        </thead>
        <tbody className="max-sm:block">
          <Line name={t("lines.name")} cells={[nameOf(kept), nameOf(merged), nameOf(kept)]} />
          {lines.map(([name, show]) => (
            <Line key={name} name={name} cells={[show(kept), show(merged), show(result)]} />
          ))}
          <Line name={t("lines.has")} cells={[counts(kept), counts(merged), t("preview.both")]} />
        </tbody>
      </table>
      {filled.length > 0 && (
        <p className="mt-3">
          {t("preview.filled", {
            fields: format.list(filled.map(({ key, value }) => `${words.field(key)} (${words.value(key, value)})`)),
          })}
        </p>
      )}
      <p className="mt-3 max-w-[68ch] text-ink-2">{t("preview.undo")}</p>
      <div className="mt-4 flex flex-wrap items-center gap-3">
        <MergeButton keptId={kept.leadId} mergedId={merged.leadId} merge={merge} />
        <Link href={`/leads/${merged.leadId}/merge?with=${kept.leadId}`} className={buttonClass("quiet")}>
          {t("swap")}
        </Link>
      </div>
    </section>
  );

  function points(centipoints: number): ReactNode {
    return <Score centipoints={centipoints} locale={words.locale} className="font-normal! text-ink-2" />;
  }
  function scoreAndCell({ score }: Shown): ReactNode {
    if (!score) return t("lines.noScore");
    return (
      <>
        <Score centipoints={score.combined} locale={words.locale} /> <b>{score.cell}</b>
      </>
    );
  }
  function permissions({ mayCall, mayEmail, mayScore }: Shown): string {
    const not = [
      ...(mayCall ? [] : [t("lines.noCall")]),
      ...(mayEmail ? [] : [t("lines.noEmail")]),
      ...(mayScore ? [] : [t("lines.noScore")]),
    ];
    return not.length === 0 ? t("lines.allAllowed") : format.list(not);
  }
  function counts({ counts: { events, touches, outcomes, adjustments } }: MergeSide): ReactNode {
    const told = [
      t("counts.events", { count: events }),
      t("counts.touches", { count: touches }),
      ...(outcomes > 0 ? [t("counts.outcomes", { count: outcomes })] : []),
      ...(adjustments > 0 ? [t("counts.adjustments", { count: adjustments })] : []),
    ];
    // Three columns of a phone are narrower than a Dutch word.
    return <span className="hyphens-auto">{told.join(", ")}</span>;
  }
}

function Line({ name, cells }: { name: string; cells: readonly ReactNode[] }) {
  const unknown = useTranslations("lead.facts")("unknown");
  const [kept, merged, result] = cells;
  return (
    <tr className="border-rule border-b align-top max-sm:grid max-sm:grid-cols-3">
      <th scope="row" className="py-1.5 pr-4 font-normal text-ink-3 text-small max-sm:col-span-3 max-sm:pb-0">
        {name}
      </th>
      <td className="py-1.5 pr-4 [overflow-wrap:anywhere]">{kept ?? <span className="text-ink-3">{unknown}</span>}</td>
      <td className="py-1.5 pr-4 [overflow-wrap:anywhere]">
        {merged ?? <span className="text-ink-3">{unknown}</span>}
      </td>
      <td className="py-1.5 font-medium [overflow-wrap:anywhere]">
        {result ?? <span className="font-normal text-ink-3">{unknown}</span>}
      </td>
    </tr>
  );
}
