import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { formatDay } from "#lib/i18n/format-day.ts";
import type { ReviewAction } from "#lib/performance/review/review.ts";
import { type Settle, SettleButton } from "./settle-button.tsx";

type Props = {
  actions: readonly ReviewAction[];
  /** An epoch day. */
  today: number;
  settle: Settle;
};

/** What was decided: open ones by the day they are due, then what was done lately. */
export function ActionList({ actions, today, settle }: Props) {
  const t = useTranslations("meeting.actions");
  const locale = useLocale();
  if (actions.length === 0) return <p className="type-prose mt-2 text-ink-2">{t("none")}</p>;
  return (
    <ul className="mt-2">
      {actions.map(({ actionId, body, lead, decidedBy, owner, dueOn, doneAt }) => {
        const isLate = doneAt === null && dueOn < today;
        return (
          <li key={actionId} className="flex items-start justify-between gap-4 border-rule border-b py-2">
            <div className="min-w-0">
              <p
                className={`whitespace-pre-line [overflow-wrap:anywhere] ${doneAt === null ? "" : "text-ink-3 line-through"}`}
              >
                {body}
              </p>
              <p className="text-ink-3 text-small">
                {owner ?? t("nobody")},{" "}
                <span className={isLate ? "font-semibold text-hot" : undefined}>
                  {t(isLate ? "late" : "due", { day: formatDay(dueOn, { locale, style: "long", today }) })}
                </span>
                {lead && (
                  <>
                    {", "}
                    <Link href={`/leads/${lead.leadId}`} className="underline underline-offset-2">
                      {lead.name ?? t("nameless", { number: lead.leadId })}
                    </Link>
                  </>
                )}
                {decidedBy && `, ${t("decidedBy", { name: decidedBy })}`}
              </p>
            </div>
            <SettleButton actionId={actionId} isDone={doneAt !== null} body={body} settle={settle} />
          </li>
        );
      })}
    </ul>
  );
}
