import Link from "next/link";
import { useTranslations } from "next-intl";

/** The way to what sites and servers sent that was not taken. */
export function RefusedLink() {
  const t = useTranslations("ingest");
  return (
    <section aria-labelledby="trackers" className="flex flex-col items-start gap-2">
      <h2 id="trackers" className="type-title">
        {t("link.title")}
      </h2>
      <p className="text-ink-2">{t("link.text")}</p>
      <Link
        href="/data/refused"
        className="inline-flex items-center font-medium text-accent underline-offset-4 hover:underline max-sm:min-h-11"
      >
        {t("link.open")} →
      </Link>
    </section>
  );
}
