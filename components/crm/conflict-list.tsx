"use client";

import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { useWhen } from "#components/shell/use-when.ts";
import type { ListedConflict } from "#lib/crm/conflict.ts";
import { formatDay } from "#lib/i18n/format-day.ts";
import { leadName } from "#lib/leads/lead-name.ts";
import type { FieldValue } from "#lib/scoring/facts.ts";
import type { OurField } from "./field-pairs.tsx";

type Props = {
  conflicts: readonly ListedConflict[];
  ours: readonly OurField[];
  now: number;
  /** More than so many are not listed. */
  limit: number;
};

/** What both sides changed: the values of both, and which of them counted. */
export function ConflictList({ conflicts, ours, now, limit }: Props) {
  const t = useTranslations("crm.conflicts");
  if (conflicts.length === 0) return <p className="mt-3 text-ink-2">{t("none")}</p>;
  return (
    <>
      <ul className="mt-3">
        {conflicts.map((conflict) => (
          <ConflictRow
            key={`${conflict.leadId} ${conflict.conflictId}`}
            conflict={conflict}
            field={ours.find(({ key }) => key === conflict.field) ?? null}
            now={now}
          />
        ))}
      </ul>
      {conflicts.length === limit && <p className="mt-2 text-ink-3 text-small">{t("more", { count: limit })}</p>}
    </>
  );
}

type RowProps = { conflict: ListedConflict; field: OurField | null; now: number };

function ConflictRow({ conflict, field, now }: RowProps) {
  const t = useTranslations("crm.conflicts");
  const sides = useTranslations("crm.settings.sides");
  const when = useWhen(now);
  const show = useShow(field);
  const { leadId, at, before, here, there, winner } = conflict;
  const name = conflict.field === "owner" ? t("owner") : (field?.label ?? conflict.field);
  return (
    <li className="grid gap-x-6 gap-y-1 border-rule border-b py-2 md:grid-cols-[112px_minmax(0,1fr)_minmax(0,2fr)]">
      <p className="text-ink-3">{when(at)}</p>
      <p className="min-w-0 [overflow-wrap:anywhere]">
        <Link href={`/leads/${leadId}`} className="text-accent underline-offset-4 hover:underline">
          {leadName(conflict) ?? `#${leadId}`}
        </Link>
        <span className="block text-ink-3 text-small">{name}</span>
      </p>
      <dl className="grid min-w-0 grid-cols-[88px_minmax(0,1fr)] gap-x-3 [overflow-wrap:anywhere]">
        {(["here", "crm"] as const).map((side) => (
          <div key={side} className="contents">
            <dt className="text-ink-3 first-letter:uppercase">{sides(side)}</dt>
            <dd className={side === winner ? "font-semibold" : "text-ink-2"}>
              {show(side === "here" ? here : there)}
              {side === winner && <span className="ml-2 font-normal text-ink-3 text-small">{t("counted")}</span>}
            </dd>
          </div>
        ))}
        <dt className="text-ink-3">{t("before")}</dt>
        <dd className="text-ink-3">{show(before)}</dd>
      </dl>
    </li>
  );
}

function useShow(field: OurField | null) {
  const t = useTranslations("crm.conflicts");
  const locale = useLocale();
  return (value: FieldValue | null): string => {
    if (value === null) return t("empty");
    if (field?.type === "date" && typeof value === "number") return formatDay(value, { locale, style: "short" });
    return Array.isArray(value) ? value.join(", ") : String(value);
  };
}
