import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { buttonClass } from "#components/ui/button.tsx";
import { RowFocus } from "./row-focus.tsx";

type Props = {
  /** Its words: title and text of `empty` and of `nothing`, `clear`, `pages`, `first`, `next`. */
  namespace: "handOver" | "nurture";
  head: ReactNode;
  isEmpty: boolean;
  isFiltered: boolean;
  /** Of the list without a filter. */
  path: string;
  /** Of its other pages; null where there are none. */
  first: string | null;
  next: string | null;
  /** The rows. */
  children: ReactNode;
};

/** A list of leads that the server draws: its head, its rows or why there are none, and the way on. */
export function ListFrame({ namespace, head, isEmpty, isFiltered, path, first, next, children }: Props) {
  const t = useTranslations(namespace);
  const kind = isFiltered ? "nothing" : "empty";
  return (
    <main>
      {head}
      {isEmpty ? (
        <div className="px-gutter py-10">
          <h2 className="type-title">{t(`${kind}.title`)}</h2>
          <p className="type-prose mt-1 text-ink-2">{t(`${kind}.text`)}</p>
          {isFiltered && (
            <p className="mt-4">
              <Link href={path} className={buttonClass()}>
                {t("clear")}
              </Link>
            </p>
          )}
        </div>
      ) : (
        <RowFocus>{children}</RowFocus>
      )}
      {(first !== null || next !== null) && (
        <nav aria-label={t("pages")} className="flex gap-4 px-gutter py-4 print:hidden">
          {first !== null && (
            <Link href={first} className={buttonClass()}>
              {t("first")}
            </Link>
          )}
          {next !== null && (
            <Link href={next} className={buttonClass()}>
              {t("next")}
            </Link>
          )}
        </nav>
      )}
    </main>
  );
}
