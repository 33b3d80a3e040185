import Link from "next/link";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { Auc } from "#lib/evaluation/auc.ts";
import { formatDay } from "#lib/i18n/format-day.ts";
import { addressOf } from "#lib/model/address.ts";
import { ANSWER_DAYS, effectSince, whyNot } from "#lib/model/effect-since.ts";
import type { TruthReport, VersionChange } from "#lib/performance/truth/report.ts";
import { localDay } from "#lib/time/local-day.ts";
import { useFigures } from "./use-figures.ts";

type Props = { report: TruthReport; madeAt: Date; timeZone: string };

/** What came after each version: how the score ordered, and what sales took, before and after. */
export function EarlierChanges({ report, madeAt, timeZone }: Props) {
  const t = useTranslations("performance.changes");
  const locale = useLocale();
  const today = localDay(madeAt.getTime(), timeZone);
  return (
    <section aria-labelledby="changes" className="min-w-0">
      <h2 id="changes" className="type-title border-rule-3 border-b pb-2">
        {t("title")}
      </h2>
      {report.changes.length === 0 && <p className="type-prose pt-3 text-ink-2">{t("none")}</p>}
      <ul>
        {report.changes.map((change) => (
          <li key={change.versionId} className="border-rule border-b py-2 text-small">
            <Link
              href={addressOf(`/model/versions/${change.number}`, change.modelId)}
              className="font-semibold text-body underline-offset-4 hover:underline"
            >
              {t("version", {
                number: change.number,
                day: formatDay(localDay(change.span.middle, timeZone), { locale, style: "long", today }),
              })}
            </Link>
            <Orders change={change} report={report} />
            <Answers change={change} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The order of the scores that the version gave, and of those before it. */
function Orders({ change, report }: { change: VersionChange; report: TruthReport }) {
  const t = useTranslations("performance.changes");
  const format = useFormatter();
  const two = (value: number) => format.number(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const { versions } = report.truth;
  const after = versions.find(({ versionId }) => versionId === change.versionId);
  const before = versions
    .filter(({ versionId }) => versionId < change.versionId)
    .sort((one, other) => other.versionId - one.versionId)[0];
  if (!after?.order || !before?.order) return <p className="text-ink-3">{t("orderFew")}</p>;
  return (
    <p className="flex flex-wrap justify-between gap-x-3">
      <span>
        {t("order", { before: two(before.order.auc), after: two(after.order.auc) })}
        {!areApart(before.order, after.order) && <span className="text-ink-3"> {t("chance")}</span>}
      </span>
      <span className="text-ink-3">{t("n", { before: before.leads, after: after.leads })}</span>
    </p>
  );
}

function areApart(one: Auc, other: Auc): boolean {
  return one.low > other.high || other.low > one.high;
}

/** What sales took of what was handed over. */
function Answers({ change: { span, before, after } }: { change: VersionChange }) {
  const t = useTranslations("performance.changes");
  const { whole } = useFigures();
  const why = whyNot(span);
  if (why !== null) return <p className="text-ink-3">{t(why)}</p>;
  const { accepted } = effectSince(span, before, after);
  if (accepted.verdict === "few") return <p className="text-ink-3">{t("answersFew")}</p>;
  const was = whole(accepted.before.rate ?? 0);
  const is = whole(accepted.after.rate ?? 0);
  return (
    <p className="flex flex-wrap justify-between gap-x-3">
      <span>
        {t("accepted", { days: ANSWER_DAYS, before: was, after: is })}
        {accepted.verdict === "chance" && <span className="text-ink-3"> {t("chance")}</span>}
      </span>
      <span className="text-ink-3">{t("n", { before: accepted.before.of, after: accepted.after.of })}</span>
    </p>
  );
}
