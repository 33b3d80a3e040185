import { useLocale, useTimeZone, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatDay } from "#lib/i18n/format-day.ts";
import type { TruthReport } from "#lib/performance/truth/report.ts";
import { localDay } from "#lib/time/local-day.ts";
import { useReviewAnswers } from "./use-review-answers.ts";

export type ShownReview = {
  readonly name: { readonly year: string; readonly number: number };
  readonly heldAt: Date;
  readonly heldBy: string | null;
  readonly conclusion: string;
};

type Props = {
  quarter: ShownReview["name"];
  state: "held" | "due" | "late";
  /** Without one there is nothing to review. */
  hasModel: boolean;
  /** null before the first. */
  report: TruthReport | null;
  limit: number;
  held: readonly ShownReview[];
  /** Writes down what it came to. */
  form: ReactNode;
};

/** The review of the models, one a quarter: its questions with what the figures answer, and what it came to. */
export function ModelReview({ quarter, state, hasModel, report, limit, held, form }: Props) {
  const t = useTranslations("meeting.model");
  const locale = useLocale();
  const timeZone = useTimeZone() ?? "UTC";
  const answers = useReviewAnswers(report, limit);
  if (!hasModel) return <p className="type-prose mt-2 text-ink-2">{t("noModel")}</p>;
  return (
    <>
      <p className={`mt-1 ${state === "late" ? "font-semibold text-hot" : "text-ink-2"}`}>
        {t(`state.${state}`, quarter)}
      </p>
      {answers === null ? (
        <p className="type-prose mt-2 text-ink-2">{t("measuring")}</p>
      ) : (
        <dl className="mt-2">
          {answers.map(({ question, answer }) => (
            <div key={question} className="border-rule border-b py-2">
              <dt className="type-label">{question}</dt>
              <dd>{answer}</dd>
            </div>
          ))}
        </dl>
      )}
      {form}
      {held.length > 0 && (
        <>
          <h3 className="type-label mt-6">{t("before")}</h3>
          <ul>
            {held.map(({ name, heldAt, heldBy, conclusion }) => (
              <li key={`${name.year} ${name.number}`} className="border-rule border-b py-2">
                <p className="whitespace-pre-line [overflow-wrap:anywhere]">{conclusion}</p>
                <p className="text-ink-3 text-small">
                  {t("heldBy", {
                    ...name,
                    day: formatDay(localDay(heldAt.getTime(), timeZone), { locale, style: "long" }),
                    name: heldBy ?? t("somebody"),
                  })}
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
