import { useLocale, useTimeZone, useTranslations } from "next-intl";
import { formatDay, formatTime } from "#lib/i18n/format-day.ts";
import { type Locale, localized } from "#lib/i18n/locales.ts";
import type { ImportRefusal } from "#lib/import/refusal.ts";
import type { ImportView } from "#lib/import/view.ts";
import type { Label } from "#lib/scoring/definition.ts";
import { localDay } from "#lib/time/local-day.ts";

/** A field of the organisation's own, with its words. */
export type NamedField = {
  readonly key: string;
  readonly type: "text" | "number" | "boolean" | "date" | "list";
  readonly label: Label;
};

/** What an import says, in the reader's language. */
export function useImportWords() {
  const t = useTranslations("data");
  const sentences = useTranslations("import");
  const fields = useTranslations("fields");
  const locale = useLocale();
  const timeZone = useTimeZone() ?? "UTC";

  function label(text: Label): string {
    return localized(text, locale);
  }
  function refusal({ refusal: code, about }: ImportRefusal): string {
    return sentences(`refusals.${code}`, { about: aboutWords(about) });
  }
  /** A refusal may name a standard field or a kind of file by its key. */
  function aboutWords(about: string): string {
    if (fields.has(about) && about !== "account") return fields(about);
    return t.has(`kind.${about}`) ? t(`kind.${about}`) : about;
  }
  /** "12 March 2026 09:05": imports are looked up years later. */
  function moment(iso: string): string {
    const at = Date.parse(iso);
    const day = formatDay(localDay(at, timeZone), { locale, style: "long", today: NO_YEAR });
    return `${day} ${formatTime(at, { locale, timeZone })}`;
  }
  /** "2.4 MB", as file managers say it. */
  function size(bytes: number): string {
    const [unit, divisor] = UNITS.find(([, from]) => bytes >= from) ?? (["byte", 1] as const);
    const digits = unit === "byte" || bytes / divisor >= 100 ? 0 : 1;
    return new Intl.NumberFormat(TAGS[locale], {
      style: "unit",
      unit,
      // A byte has no short form: "471 byte" is none.
      unitDisplay: unit === "byte" ? "long" : "short",
      maximumFractionDigits: digits,
    }).format(bytes / divisor);
  }

  /** What came of it, in a few words. */
  function finding({ kind, status, isDryRun, report, failure }: ImportView): string {
    if (status === "failed") return failure ? refusal(failure) : t("finding.failed");
    if (status === "cancelled" && !report) return t("finding.cancelled");
    if (!report) return t(`status.${status}`);
    const { created, updated, rejected } = report.counts;
    return t(`finding.${isDryRun ? "would" : "did"}.${kind}`, { created, updated, rejected });
  }

  return {
    t,
    locale,
    label,
    refusal,
    moment,
    size,
    finding,
    field: (key: string) => (fields.has(key) ? fields(key) : key),
    reason: (code: string) => sentences(`reasons.${code}`),
    warning: (code: string) => sentences(`warnings.${code}`),
  };
}

/** A day of no year that anything happens in, so that the year is always written. */
const NO_YEAR = 0;
const TAGS: Readonly<Record<Locale, string>> = { nl: "nl", en: "en-GB" };
const UNITS = [
  ["gigabyte", 1e9],
  ["megabyte", 1e6],
  ["kilobyte", 1e3],
] as const;
