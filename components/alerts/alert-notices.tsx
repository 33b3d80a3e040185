import Link from "next/link";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { arrivals, newestId } from "#lib/alerts/arrivals.ts";
import { type AlertInbox, type AlertView, alertPath } from "#lib/alerts/view.ts";
import { useAlertWords } from "./use-inbox.ts";

/** Long enough to read twice; after that it is still in the bell. */
const SHOWN_MS = 12_000;
const MOST = 3;
/** On a phone they stand before the work. */
const MOST_ON_A_PHONE = 1;

type Props = {
  /** Undefined until it is read: what was there at the first reading is not news. */
  inbox: AlertInbox | undefined;
  /** While the list is open, which says the same. */
  isHidden: boolean;
};

/** Each alert as it comes, for a while, at the edge of the page. */
export function AlertNotices({ inbox, isHidden }: Props) {
  const words = useAlertWords();
  const [read, setRead] = useState(inbox);
  const [lastId, setLastId] = useState(inbox && newestId(inbox));
  const [shown, setShown] = useState<readonly AlertView[]>([]);
  if (inbox && inbox !== read) {
    setRead(inbox);
    setLastId(newestId(inbox));
    if (lastId !== undefined && !isHidden) setShown([...arrivals(inbox, lastId), ...shown]);
  }
  useEffect(() => {
    if (shown.length === 0) return;
    const timer = setTimeout(() => setShown([]), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [shown]);
  const visible = isHidden ? [] : shown.slice(0, MOST);
  return (
    <div className="pointer-events-none fixed top-14 left-4 z-30 flex w-[min(360px,calc(100vw-32px))] flex-col gap-2 text-body text-ink sm:top-auto sm:bottom-4">
      {/* Read out as it comes, without the buttons. */}
      <p role="status" className="sr-only">
        {visible.map((alert) => words(alert, inbox?.readAt ?? 0).title).join(". ")}
      </p>
      {visible.map((alert, place) => (
        <Notice
          key={alert.id}
          alert={alert}
          isForWide={place >= MOST_ON_A_PHONE}
          now={inbox?.readAt ?? 0}
          onDismiss={() => setShown(shown.filter(({ id }) => id !== alert.id))}
        />
      ))}
      {!isHidden && <More count={shown.length - MOST_ON_A_PHONE} className="sm:hidden" />}
      {!isHidden && <More count={shown.length - MOST} className="max-sm:hidden" />}
    </div>
  );
}

/** How many more there are in the bell. */
function More({ count, className }: { count: number; className: string }) {
  const t = useTranslations("alerts");
  return (
    count > 0 && (
      <p className={`self-end bg-ink px-2 py-0.5 text-paper text-small ${className}`}>{t("more", { count })}</p>
    )
  );
}

type NoticeProps = { alert: AlertView; now: number; isForWide: boolean; onDismiss: () => void };

function Notice({ alert, now, isForWide, onDismiss }: NoticeProps) {
  const t = useTranslations("alerts");
  const { title, details } = useAlertWords()(alert, now);
  return (
    <div
      data-alert-notice
      className={`pointer-events-auto flex items-start gap-2 border border-rule-3 border-l-2 border-l-hot bg-sheet py-2 pr-1 pl-3 ${isForWide ? "max-sm:hidden" : ""}`}
    >
      <div className="min-w-0 flex-1">
        <Link href={alertPath(alert)} onClick={onDismiss} className="font-semibold underline-offset-4 hover:underline">
          {title}
        </Link>
        {details.length > 0 && <p className="text-ink-2 text-small">{details.join(" · ")}</p>}
      </div>
      <button
        type="button"
        aria-label={t("dismiss")}
        onClick={onDismiss}
        className="-my-1 flex size-9 shrink-0 items-center justify-center text-ink-2 hover:text-ink"
      >
        <svg viewBox="0 0 12 12" aria-hidden="true" className="size-3 stroke-current [stroke-width:1.25]">
          <path d="M1 1 11 11 M11 1 1 11" />
        </svg>
      </button>
    </div>
  );
}
