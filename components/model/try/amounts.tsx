import { useTranslations } from "next-intl";
import type { LeadWords } from "#components/lead/use-lead-words.ts";

/** Centipoints; null where there is no such score. */
type Props = {
  before: number | null;
  after: number | null;
  /** Whether there is no draft to differ. */
  isAlone: boolean;
  words: LeadWords;
};

/** The cells of a line: what it gives under either version, and the difference. */
export function Amounts({ before, after, isAlone, words }: Props) {
  const t = useTranslations("model.try");
  const difference = before === null || after === null ? null : after - before;
  const published = <td className="text-right">{before !== null && words.points(before)}</td>;
  if (isAlone) return published;
  return (
    <>
      {published}
      <td className={`text-right ${difference ? "font-semibold text-accent" : ""}`}>
        {after !== null && words.points(after)}
      </td>
      <td className="text-right">
        {difference === 0 ? (
          <>
            <span aria-hidden="true" className="text-ink-3">
              ·
            </span>
            <span className="sr-only">{t("same")}</span>
          </>
        ) : (
          difference !== null && <span className="font-semibold text-accent">{words.signed(difference)}</span>
        )}
      </td>
    </>
  );
}
