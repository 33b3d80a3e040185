import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useLocale, useTimeZone, useTranslations } from "next-intl";
import { useAlertSignal, useIsLive } from "#components/live/use-live.ts";
import { type SaidAlert, sayAlert } from "#lib/alerts/say.ts";
import type { AlertInbox, AlertView } from "#lib/alerts/view.ts";

const INBOX_KEY = ["alerts"];
/** While the stream is down. */
const FALLBACK_MS = 60_000;

/** What the reader was told, read again as soon as there is more. */
export function useInbox() {
  const client = useQueryClient();
  const isLive = useIsLive();
  const { data, isError, refetch } = useQuery({
    queryKey: INBOX_KEY,
    queryFn: ({ signal }) => readInbox(signal),
    refetchInterval: isLive ? false : FALLBACK_MS,
  });
  useAlertSignal(() => void client.invalidateQueries({ queryKey: INBOX_KEY }));

  /** Shows at once what the server is being told. */
  function markSeen(upToId: number): void {
    client.setQueryData<AlertInbox>(
      INBOX_KEY,
      (known) => known && { ...known, unseen: 0, alerts: seen(known, upToId) },
    );
  }
  return { inbox: data, isError, retry: () => void refetch(), markSeen };
}

function seen({ alerts }: AlertInbox, upToId: number): AlertView[] {
  return alerts.map((alert) => (alert.id <= upToId ? { ...alert, isSeen: true } : alert));
}

async function readInbox(signal: AbortSignal): Promise<AlertInbox> {
  const response = await fetch("/api/alerts", { signal });
  if (!response.ok) throw new Error(`The alerts answered ${response.status}.`);
  return response.json();
}

/** Words an alert as it stands at a reading. */
export function useAlertWords(): (alert: AlertView, now: number) => SaidAlert {
  const t = useTranslations("alerts.sentences");
  const locale = useLocale();
  const timeZone = useTimeZone() ?? "UTC";
  return (alert, now) => sayAlert(alert, { say: (key, values) => t(key, values), locale, timeZone, now });
}
