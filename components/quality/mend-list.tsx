import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { useModelWords } from "#components/model/words.ts";
import { FAULTS, type Fault } from "#lib/data-quality/faults.ts";
import type { MendList as Found, LeadToMend } from "#lib/data-quality/mend-list.ts";
import type { ModelCatalogue } from "#lib/model/catalogue.ts";
import { mendAddress } from "./quality-params.ts";

type Props = {
  list: Found;
  fault: Fault;
  /** Leads with each fault, as they were measured. */
  faulty: Readonly<Record<Fault, number>>;
  catalogue: ModelCatalogue;
};

/** The leads to mend, one fault at a time; those that sales works first come first. */
export function MendList({ list: { leads, mended }, fault, faulty, catalogue }: Props) {
  const t = useTranslations("quality.mend");
  const total = Math.max(leads.length, faulty[fault] - mended);
  return (
    <section id="mend" aria-labelledby="mend-title" className="mt-8 scroll-mt-16 border-rule-3 border-t pt-3">
      <h2 id="mend-title" className="type-title print:break-after-avoid">
        {t("title")}
      </h2>
      <FaultNav fault={fault} faulty={faulty} />
      <p className="mt-2 max-w-[80ch] text-ink-2 print:break-after-avoid">
        {t(`text.${fault}`)} {t("count", { count: total })}{" "}
        {total > leads.length && t("first", { count: leads.length })} {mended > 0 && t("mended", { count: mended })}
      </p>
      {leads.length > 0 && (
        <table className="mt-3 w-full max-w-[960px] border-collapse text-small max-sm:table-fixed">
          <caption className="sr-only">{t("title")}</caption>
          <thead>
            <tr className="[&>th]:pb-1 [&>th]:text-left">
              <th scope="col" className="type-label">
                {t("lead")}
              </th>
              <th scope="col" className="type-label pl-4 max-sm:hidden">
                {t("company")}
              </th>
              <th scope="col" className="type-label pl-4 text-right! max-sm:w-16">
                {t("score")}
              </th>
              <th scope="col" className="type-label pl-4">
                {t("what")}
              </th>
            </tr>
          </thead>
          <tbody>
            {leads.map((lead) => (
              <Row key={lead.leadId} lead={lead} fault={fault} catalogue={catalogue} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function FaultNav({ fault: current, faulty }: Pick<Props, "fault" | "faulty">) {
  const t = useTranslations("quality");
  const format = useFormatter();
  return (
    <nav aria-label={t("mend.faults")} className="mt-1 flex flex-wrap gap-x-5 text-small print:hidden">
      {FAULTS.map((fault) => (
        <Link
          key={fault}
          href={mendAddress(fault)}
          aria-current={fault === current ? "page" : undefined}
          className="inline-flex min-h-6 items-center border-transparent border-b text-ink-2 hover:text-ink aria-[current]:border-ink aria-[current]:font-semibold aria-[current]:text-ink max-sm:min-h-9"
        >
          {t("mend.tab", { fault: t(`fault.${fault}`), count: format.number(faulty[fault]) })}
        </Link>
      ))}
    </nav>
  );
}

function Row({ lead, fault, catalogue }: { lead: LeadToMend } & Pick<Props, "fault" | "catalogue">) {
  const t = useTranslations("quality.mend");
  const format = useFormatter();
  const { leadId, name, company, combined } = lead;
  const said = name ?? t("unnamed", { leadId });
  return (
    <tr className="[&>*]:h-9 [&>*]:border-rule [&>*]:border-t">
      <th scope="row" className="max-w-60 text-body max-sm:py-1.5 sm:truncate">
        <Link href={`/leads/${leadId}`} prefetch={false} className="underline-offset-4 hover:underline">
          {said}
        </Link>
      </th>
      <td className="max-w-60 truncate pl-4 max-sm:hidden">{company ?? "–"}</td>
      <td className="pl-4 text-right">
        {combined === null
          ? "–"
          : format.number(combined / 100, { minimumFractionDigits: 2, maximumFractionDigits: 2 })}
      </td>
      <td className="pl-4">
        <What lead={lead} fault={fault} said={said} catalogue={catalogue} />
      </td>
    </tr>
  );
}

function What({
  lead,
  fault,
  said,
  catalogue,
}: { lead: LeadToMend; said: string } & Pick<Props, "fault" | "catalogue">) {
  const t = useTranslations("quality");
  const format = useFormatter();
  const words = useModelWords(catalogue);
  switch (fault) {
    case "missing":
      return format.list(lead.missing.map(words.field));
    case "old":
      return t("mend.age", { days: lead.ageDays });
    case "bounced":
      return t("mend.bounced");
    case "duplicate":
      return (
        <Link
          href={`/leads/${lead.leadId}/merge?with=${lead.others[0] ?? ""}`}
          prefetch={false}
          aria-label={t("mend.mergeOf", { name: said })}
          className="font-semibold text-accent underline-offset-4 hover:underline"
        >
          {t("mend.merge", { count: lead.others.length })} <span aria-hidden="true">→</span>
        </Link>
      );
  }
}
