import Link from "next/link";
import { useTranslations } from "next-intl";
import { REVIEW_SPANS } from "#lib/performance/review/review.ts";

/** How far the meeting looks back. */
export function SpanLinks({ path, chosen }: { path: string; chosen: (typeof REVIEW_SPANS)[number] }) {
  const t = useTranslations("meeting.spans");
  return (
    <nav aria-label={t("label")} className="flex flex-wrap gap-x-4 text-small">
      {REVIEW_SPANS.map((days) => (
        <Link
          key={days}
          href={`${path}?days=${days}`}
          aria-current={days === chosen ? "true" : undefined}
          className="text-accent underline-offset-4 hover:underline aria-[current]:font-semibold aria-[current]:text-ink"
        >
          {t(days)}
        </Link>
      ))}
    </nav>
  );
}
