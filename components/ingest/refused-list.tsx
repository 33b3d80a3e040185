import Link from "next/link";
import { useLocale, useTimeZone, useTranslations } from "next-intl";
import { Chevron } from "#components/ui/chevron.tsx";
import { formatDay, formatTime } from "#lib/i18n/format-day.ts";
import type { RefusalReason } from "#lib/ingest/reasons.ts";
import { localDay } from "#lib/time/local-day.ts";

type RefusedMessage = {
  readonly id: number;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly keyName: string;
  readonly reason: RefusalReason;
  readonly field: string | null;
  readonly message: string;
};

type Props = {
  messages: readonly RefusedMessage[];
  /** Whether the list begins with the newest. */
  isAll: boolean;
  /** Where the list goes on; null: these are all. */
  olderThan: number | null;
};

/** What sites and servers sent that was not taken, each with the reason and its beginning. */
export function RefusedList({ messages, isAll, olderThan }: Props) {
  const t = useTranslations("ingest");
  if (messages.length === 0)
    return <p className="type-prose border-rule-3 border-t pt-4 text-ink-2">{t(isAll ? "none" : "noOlder")}</p>;
  return (
    <>
      <ol className="border-rule-3 border-t">
        {messages.map((message) => (
          <Row key={message.id} of={message} />
        ))}
      </ol>
      {olderThan !== null && (
        <p className="pt-2">
          <Link
            href={`/data/refused?before=${olderThan}`}
            className="inline-flex items-center font-medium text-accent underline-offset-4 hover:underline max-sm:min-h-11"
          >
            {t("older")} →
          </Link>
        </p>
      )}
    </>
  );
}

function Row({ of: { at, keyName, reason, field, message } }: { of: RefusedMessage }) {
  const t = useTranslations("ingest");
  const locale = useLocale();
  const timeZone = useTimeZone() ?? "UTC";
  return (
    <li className="grid gap-x-6 gap-y-1 border-rule border-b py-2.5 md:grid-cols-[minmax(0,1fr)_minmax(0,1.4fr)]">
      <div className="min-w-0">
        <p className="wrap-anywhere font-semibold">{t(`reasons.${reason}`)}</p>
        <p className="wrap-anywhere text-ink-3 text-small">
          <time dateTime={new Date(at).toISOString()}>
            {formatDay(localDay(at, timeZone), { locale, style: "short" })} {formatTime(at, { locale, timeZone })}
          </time>
          , {keyName}
          {field !== null && `, ${t("field", { field })}`}
        </p>
      </div>
      {message === "" ? (
        <p className="text-ink-3 text-small">{t("unwritable")}</p>
      ) : (
        <details className="group min-w-0">
          <summary className="flex min-w-0 cursor-pointer list-none items-center gap-2 font-mono text-ink-2 text-small max-sm:py-2">
            <Chevron className="-rotate-90 shrink-0 group-open:rotate-0" />
            <span className="truncate">{message}</span>
          </summary>
          <pre className="wrap-anywhere mt-1 max-h-64 overflow-y-auto whitespace-pre-wrap font-mono text-small">
            {message}
          </pre>
        </details>
      )}
    </li>
  );
}
