import Link from "next/link";
import { Score } from "#components/scoring/score.tsx";
import { TemperatureMark } from "#components/scoring/temperature.tsx";
import { formatDay } from "#lib/i18n/format-day.ts";
import type { LeadRow, RowScore } from "#lib/leads/list.ts";
import type { Stage } from "#lib/lifecycle/constants.ts";
import { localDay } from "#lib/time/local-day.ts";
import { useListContext } from "./list-context.ts";

type Row = { row: LeadRow };

/** The cell, or why there is none. */
export function CellMark({ row }: Row) {
  const { words, temperatures } = useListContext();
  const { t } = words;
  if (row.score) {
    const temperature = temperatures[row.score.cell];
    return (
      <span className="flex items-center gap-1.5">
        <b>{row.score.cell}</b>
        {temperature && (
          <>
            <TemperatureMark temperature={temperature} />
            <span className="text-ink-2 text-small max-md:sr-only">{words.temperature(temperature)}</span>
          </>
        )}
      </span>
    );
  }
  return <span className="text-ink-3 text-small">{row.mayScore ? t("noScore") : t("notScored")}</span>;
}

/** The name, which opens the lead from anywhere in its line, and the job. */
export function LeadIdentity({ row }: Row) {
  const { words, onLeave } = useListContext();
  return (
    <div className="min-w-0">
      <Link
        href={`/leads/${row.leadId}`}
        onClick={() => onLeave(row.leadId)}
        className="block truncate font-semibold after:absolute after:inset-0"
      >
        {row.name ?? words.t("unnamed", { leadId: row.leadId })}
      </Link>
      {row.jobTitle && (
        <span className="narrow block truncate text-ink-3 text-small max-md:hidden">{row.jobTitle}</span>
      )}
    </div>
  );
}

export function Points({ row, part }: Row & { part: keyof Pick<RowScore, "fit" | "engagement" | "combined"> }) {
  const { locale } = useListContext().words;
  if (!row.score) return null;
  return (
    <Score
      centipoints={row.score[part]}
      locale={locale}
      className={part === "combined" ? "" : "font-normal! text-ink-2"}
    />
  );
}

export function StageName({ stage }: { stage: Stage }) {
  return useListContext().words.stage(stage);
}

/** The local day of an instant (epoch milliseconds); nothing for null. */
export function InstantDay({ at }: { at: number | null }) {
  const { words, today } = useListContext();
  const { locale, timeZone } = words;
  if (at === null) return null;
  return <span className="text-ink-2">{formatDay(localDay(at, timeZone), { locale, style: "short", today })}</span>;
}
