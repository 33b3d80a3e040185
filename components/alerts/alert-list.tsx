import Link from "next/link";
import { useLocale, useTimeZone, useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { type AlertInbox, type AlertView, alertPath } from "#lib/alerts/view.ts";
import { formatDay, formatTime } from "#lib/i18n/format-day.ts";
import { localDay } from "#lib/time/local-day.ts";
import { useAlertWords } from "./use-inbox.ts";

type Props = {
  /** Undefined until it is read. */
  inbox: AlertInbox | undefined;
  newIds: ReadonlySet<number>;
  hasFailed: boolean;
  onRetry: () => void;
  /** An alert was followed to where it leads. */
  onFollow: () => void;
};

/** Alerts, newest first; each leads to what it is about. */
export function AlertList({ inbox, newIds, hasFailed, onRetry, onFollow }: Props) {
  const t = useTranslations("alerts");
  if (hasFailed)
    return (
      <div className="flex flex-col items-start gap-3 p-4">
        <p role="alert">{t("failed")}</p>
        <Button onClick={onRetry}>{t("retry")}</Button>
      </div>
    );
  if (!inbox) return <p className="p-4 text-ink-3">{t("loading")}</p>;
  if (inbox.alerts.length === 0) return <p className="type-prose p-4 text-ink-2">{t("empty")}</p>;
  return (
    // Scrolled by keys through its links.
    <ul className="overflow-y-auto">
      {inbox.alerts.map((alert) => (
        <Entry key={alert.id} alert={alert} isNew={newIds.has(alert.id)} now={inbox.readAt} onFollow={onFollow} />
      ))}
    </ul>
  );
}

type EntryProps = { alert: AlertView; isNew: boolean; now: number; onFollow: () => void };

function Entry({ alert, isNew, now, onFollow }: EntryProps) {
  const t = useTranslations("alerts");
  const { title, details } = useAlertWords()(alert, now);
  const when = useWhen(alert.raisedAt, now);
  return (
    <li className="border-rule border-b last:border-b-0">
      <Link
        href={alertPath(alert)}
        onClick={onFollow}
        className="grid grid-cols-[8px_minmax(0,1fr)_auto] gap-x-2 px-4 py-2 -outline-offset-2 hover:bg-paper-2"
      >
        <span aria-hidden="true" className={`mt-1.5 size-1.5 rounded-full ${isNew ? "bg-accent" : ""}`} />
        <span className={isNew ? "font-semibold" : ""}>
          {title}
          {isNew && <span className="sr-only">, {t("new")}</span>}
        </span>
        <time dateTime={new Date(alert.raisedAt).toISOString()} className="whitespace-nowrap text-ink-3 text-small">
          {when}
        </time>
        <span className="col-start-2 col-end-4 text-ink-3 text-small">{details.join(" · ")}</span>
      </Link>
    </li>
  );
}

function useWhen(at: number, now: number): string {
  const locale = useLocale();
  const timeZone = useTimeZone() ?? "UTC";
  const [day, today] = [localDay(at, timeZone), localDay(now, timeZone)];
  return day === today ? formatTime(at, { locale, timeZone }) : formatDay(day, { locale, style: "short", today });
}
