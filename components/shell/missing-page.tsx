import Link from "next/link";
import { useTranslations } from "next-intl";
import { buttonClass } from "#components/ui/button.tsx";
import { MessagePage } from "#components/ui/message-page.tsx";

/** What stands at an address that leads nowhere. */
export function MissingPage() {
  const t = useTranslations("shell.notFound");
  return (
    <MessagePage
      title={t("title")}
      action={
        <Link href="/" className={buttonClass()}>
          {t("home")}
        </Link>
      }
    >
      <p>{t("text")}</p>
    </MessagePage>
  );
}
