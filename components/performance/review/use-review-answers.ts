import { useFormatter, useLocale, useTranslations } from "next-intl";
import { localized } from "#lib/i18n/locales.ts";
import { adviseOnNoise } from "#lib/performance/advice/model-rules.ts";
import { calibrationFinding } from "#lib/performance/truth/calibration.ts";
import { judgeOrder } from "#lib/performance/truth/order.ts";
import type { TruthReport } from "#lib/performance/truth/report.ts";
import { useFigures } from "../use-figures.ts";

export type ReviewAnswer = { readonly question: string; readonly answer: string };

/** The questions of the quarter, each with what the figures answer; null before the first report. */
export function useReviewAnswers(report: TruthReport | null, limit: number): ReviewAnswer[] | null {
  const t = useTranslations("meeting.model.questions");
  const p = useTranslations("performance");
  const reasonOf = useTranslations("reasons");
  const format = useFormatter();
  const locale = useLocale();
  const { percent, whole } = useFigures();
  const two = (value: number) => format.number(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  if (report === null) return null;
  const { truth, models, answers } = report;
  const { order, calibration, inflation, surprises } = truth;
  const noise = models.flatMap((model) => {
    const said = adviseOnNoise(model);
    return said === "few" ? [] : said;
  });
  const answered = answers.accepted + answers.rejected;
  const [first] = answers.reasons;
  return [
    {
      question: t("order"),
      answer: p(`order.finding.${judgeOrder(order, limit)}`, {
        auc: order ? two(order.auc) : "–",
        limit: two(limit),
      }),
    },
    {
      question: t("calibration"),
      answer: p(`calibration.finding.${calibrationFinding(calibration)}`, {
        predicted: percent(calibration?.predicted ?? 0),
        observed: percent(calibration?.observed.rate ?? 0),
      }),
    },
    {
      question: t("inflation"),
      answer: p(`inflation.finding.${inflation?.kind ?? "few"}`, {
        wonBefore: percent(inflation?.wonAbove.before.rate ?? 0),
        wonAfter: percent(inflation?.wonAbove.after.rate ?? 0),
      }),
    },
    {
      question: t("noise"),
      answer: models.some(({ isEnough }) => isEnough)
        ? t(noise.length === 0 ? "noiseNone" : "noiseSome", {
            criteria: format.list(
              noise.flatMap((said) =>
                said.kind === "noise" ? [t("criterion", { name: localized(said.criterion.label, locale) })] : [],
              ),
            ),
          })
        : t("noiseFew"),
    },
    {
      question: t("rejections"),
      answer:
        answered === 0
          ? t("rejectionsNone")
          : t("rejectionsSome", {
              rate: whole(answers.rejected / answered),
              of: answered,
              reason: first ? reasonOf(first.reason) : t("noReason"),
            }),
    },
    {
      question: t("missed"),
      answer:
        surprises.low.rate === null
          ? p("surprises.findingNone")
          : p("surprises.finding", { share: whole(surprises.low.rate) }),
    },
  ];
}
