"use client";

import { useTranslations } from "next-intl";
import { MessagePage } from "#components/ui/message-page.tsx";

/** What went wrong stays in the log; the digest finds it there. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const t = useTranslations("shell.error");
  return (
    <MessagePage
      title={t("title")}
      action={
        <button type="button" onClick={reset} className="h-9 border border-ink px-4 font-medium hover:bg-paper-3">
          {t("retry")}
        </button>
      }
    >
      <p>{t("text")}</p>
      {error.digest && <p className="mt-3 text-ink-3 text-small">{t("digest", { digest: error.digest })}</p>}
    </MessagePage>
  );
}
