"use client";

import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { MessagePage } from "#components/ui/message-page.tsx";

/** As an error boundary gets them; `retry` reads the page again. */
export type FailedPageProps = { error: Error & { digest?: string }; retry: () => void };

/** What went wrong stays in the log; the digest finds it there. */
export function FailedPage({ error, retry }: FailedPageProps) {
  const t = useTranslations("shell.error");
  return (
    <MessagePage title={t("title")} action={<Button onClick={retry}>{t("retry")}</Button>}>
      <p>{t("text")}</p>
      {error.digest && <p className="mt-3 text-ink-3 text-small">{t("digest", { digest: error.digest })}</p>}
    </MessagePage>
  );
}
