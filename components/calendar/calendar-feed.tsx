"use client";

import { useLocale, useTimeZone, useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { LinkField } from "#components/access/link-field.tsx";
import { Button } from "#components/ui/button.tsx";
import { formatDay, formatTime } from "#lib/i18n/format-day.ts";
import type { ActionResult } from "#lib/result.ts";
import { localDay } from "#lib/time/local-day.ts";

type Props = {
  /** The link there is, without its secret; null: none. Instants are epoch milliseconds. */
  feed: { readonly createdAt: number; readonly readAt: number | null } | null;
  make: () => Promise<ActionResult<{ path: string }>>;
  revoke: () => Promise<ActionResult<null>>;
};

/** The link by which the reader's own calendar shows what they have to do: made, shown once, and revoked. */
export function CalendarFeed({ feed, make, revoke }: Props) {
  const t = useTranslations("calendar.settings");
  const locale = useLocale();
  const timeZone = useTimeZone() ?? "UTC";
  const [path, setPath] = useState<string | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [isPending, startTransition] = useTransition();
  const when = (instant: number) =>
    `${formatDay(localDay(instant, timeZone), { locale, style: "long" })} ${formatTime(instant, { locale, timeZone })}`;

  function perform<T>(act: () => Promise<ActionResult<T>>, onDone: (value: T) => void) {
    startTransition(async () => {
      const result = await act().catch(() => null);
      setRefused(result?.ok ? null : (result?.refusal.message ?? t("unreachable")));
      if (result?.ok) onDone(result.value);
    });
  }
  return (
    <div className="mt-4 flex flex-col gap-4" aria-busy={isPending}>
      {feed && (
        <p>
          {t("made", { when: when(feed.createdAt) })}{" "}
          <span className="text-ink-2">
            {feed.readAt === null ? t("neverRead") : t("read", { when: when(feed.readAt) })}
          </span>
        </p>
      )}
      {path !== null && <LinkField path={path} label={t("label")} hint={t("once")} />}
      <p role="alert" className="text-hot empty:hidden">
        {refused}
      </p>
      <p className="flex flex-wrap gap-3">
        <Button disabled={isPending} onClick={() => perform(make, (made) => setPath(made.path))}>
          {t(feed ? "makeAnother" : "make")}
        </Button>
        {feed && (
          <Button kind="quiet" disabled={isPending} onClick={() => perform(revoke, () => setPath(null))}>
            {t("revoke")}
          </Button>
        )}
      </p>
    </div>
  );
}
