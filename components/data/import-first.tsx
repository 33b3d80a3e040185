import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { buttonClass } from "#components/ui/button.tsx";
import { MessagePage } from "#components/ui/message-page.tsx";

type Props = {
  /** The part of the catalogue that says why the page is empty. */
  words: "matrix.noScores" | "performance.empty" | "quality.empty";
  mayImport: boolean;
  children?: ReactNode;
};

/** A page that has nothing to show before leads are imported, and the way there for who may import. */
export function ImportFirst({ words, mayImport, children }: Props) {
  const t = useTranslations(words);
  return (
    <MessagePage
      title={t("title")}
      action={
        mayImport && (
          <Link href="/data" className={buttonClass()}>
            {t("import")}
          </Link>
        )
      }
    >
      <p>{t("text")}</p>
      {children}
    </MessagePage>
  );
}
