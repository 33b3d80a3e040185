import { useTranslations } from "next-intl";
import { EmailLink } from "#components/ui/email-link.tsx";
import { PhoneLink } from "#components/ui/phone-link.tsx";
import type { CallRow } from "#lib/call-list/view.ts";

const BOX = "flex h-11 items-center justify-center rounded-sm border font-medium";
const BUTTON = `${BOX} truncate px-4 text-[15px]`;
/** A number to be read off and dialled by hand, whatever else was written with it. */
const TO_READ = `${BOX} overflow-hidden border-rule-2 px-2 text-center text-body text-ink-2 [overflow-wrap:anywhere]`;

type Props = { row: CallRow; mayRecord: boolean; onCall: () => void; onOpenSheet: () => void };

/** What a phone needs within reach of a thumb: call the selected lead (without a number: write), then say what came of it. */
export function CallBar({ row, mayRecord, onCall, onOpenSheet }: Props) {
  const t = useTranslations("today");
  const name = row.name ?? t("unnamed", { id: row.leadId });
  const short = row.firstName ?? name;
  return (
    <div className="fixed inset-x-0 bottom-0 z-10 grid grid-cols-[1fr_auto] gap-2 border-rule-3 border-t bg-sheet px-gutter py-2.5 xl:hidden">
      {row.phone ? (
        <PhoneLink
          phone={row.phone}
          dial={row.dial}
          unsure={t("unsurePhone")}
          onClick={onCall}
          label={t("callName", { name: short })}
          className={row.dial === null ? TO_READ : `${BUTTON} border-accent bg-accent text-on-accent`}
        >
          {t("callName", { name: short })}
        </PhoneLink>
      ) : row.email ? (
        <EmailLink
          email={row.email}
          label={t("emailName", { name: short })}
          className={`${BUTTON} border-accent bg-accent text-on-accent`}
        >
          {t("emailName", { name: short })}
        </EmailLink>
      ) : (
        <span className={`${BUTTON} border-rule-2 text-ink-3`}>{t("unreachable")}</span>
      )}
      <button type="button" onClick={onOpenSheet} className={`${BUTTON} border-ink`}>
        {t(mayRecord ? "outcome" : "view")}
      </button>
    </div>
  );
}
