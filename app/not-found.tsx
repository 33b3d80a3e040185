import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { MessagePage } from "#components/ui/message-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("shell.notFound"))("title") };
}

export default async function NotFoundPage() {
  const t = await getTranslations("shell.notFound");
  return (
    <MessagePage
      title={t("title")}
      action={
        <Link href="/" className="flex h-9 items-center border border-ink px-4 font-medium hover:bg-paper-3">
          {t("home")}
        </Link>
      }
    >
      <p>{t("text")}</p>
    </MessagePage>
  );
}
