import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button, buttonClass } from "#components/ui/button.tsx";

function Failed({ onRetry }: { onRetry: () => void }) {
  const t = useTranslations("leads");
  return (
    <div role="alert" className="px-gutter py-10">
      <p className="type-title">{t("failed")}</p>
      <p className="mt-4">
        <Button onClick={onRetry}>{t("retry")}</Button>
      </p>
    </div>
  );
}

type NothingProps = { isFiltered: boolean; mayImport: boolean; onClear: () => void };

function Nothing({ isFiltered, mayImport, onClear }: NothingProps) {
  const t = useTranslations("leads");
  const kind = isFiltered ? "nothing" : "empty";
  return (
    <div className="px-gutter py-10">
      <h2 className="type-title">{t(`${kind}.title`)}</h2>
      <p className="type-prose mt-1 text-ink-2">{t(`${kind}.text`)}</p>
      <p className="mt-4">
        {isFiltered ? (
          <Button onClick={onClear}>{t("filter.clear")}</Button>
        ) : (
          mayImport && (
            <Link href="/data" className={buttonClass()}>
              {t("empty.import")}
            </Link>
          )
        )}
      </p>
    </div>
  );
}

/** What stands where the list would. */
export const NoLeads = { Failed, Nothing };
