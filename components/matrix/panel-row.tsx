"use client";

import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useRef } from "react";
import { initialsOf } from "#components/leads/initials.ts";
import { Delta, Score } from "#components/scoring/score.tsx";
import type { LeadRow } from "#lib/leads/list.ts";
import type { PinnedLead } from "./pin.tsx";

type Props = {
  row: LeadRow;
  /** The combined score of the day before; undefined when there was none. */
  before: number | undefined;
  isCurrent: boolean;
  onPin: (lead: PinnedLead | null) => void;
  /** Called as the lead is opened. */
  onLeave: () => void;
};

/** A lead of the opened cell; pointing at it shows where it stands. */
export function PanelRow({ row, before, isCurrent, onPin, onLeave }: Props) {
  const t = useTranslations("leads");
  const locale = useLocale();
  const ref = useRef<HTMLLIElement>(null);
  const { leadId, company, owner, score } = row;
  const name = row.name ?? t("unnamed", { leadId });
  const pin = () => score && onPin({ name, ...score });
  const comeIntoSight = useEffectEvent(() => {
    ref.current?.scrollIntoView({ block: "nearest" });
    pin();
  });
  useEffect(() => {
    if (isCurrent) comeIntoSight();
  }, [isCurrent]);
  return (
    <li
      ref={ref}
      onPointerEnter={pin}
      onPointerLeave={() => onPin(null)}
      aria-current={isCurrent || undefined}
      className={`relative grid h-11 grid-cols-[minmax(0,1fr)_36px_52px_56px] items-center gap-x-3 border-rule border-b px-3 hover:bg-paper-2 ${isCurrent ? "bg-paper-2 shadow-[inset_3px_0_0_var(--accent)]" : ""}`}
    >
      <div className="min-w-0">
        <Link
          href={`/leads/${leadId}`}
          onFocus={pin}
          onClick={onLeave}
          className="block truncate font-semibold after:absolute after:inset-0"
        >
          {name}
        </Link>
        <span className="narrow block truncate text-ink-3 text-small">{company ?? row.email ?? ""}</span>
      </div>
      <span className="truncate text-ink-3 text-small" title={owner?.name}>
        {owner ? (
          <>
            <span aria-hidden="true">{initialsOf(owner.name)}</span>
            <span className="sr-only">{owner.name}</span>
          </>
        ) : (
          t("noOwner")
        )}
      </span>
      <span className="text-right">{score && <Score centipoints={score.combined} locale={locale} />}</span>
      <span className="text-right text-ink-2">
        {score && before !== undefined ? (
          <Delta centipoints={score.combined - before} locale={locale} />
        ) : (
          <span className="text-ink-3 text-small">{t("new")}</span>
        )}
      </span>
    </li>
  );
}
