"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useMemo } from "react";
import { overlapOf } from "#lib/backtest/evidence.ts";
import { byFrequency, countRejections, outstandingReason } from "#lib/backtest/outstanding-reason.ts";
import type { Proportion } from "#lib/evaluation/proportion.ts";
import { criteriaOf } from "#lib/model/criteria.ts";
import { matchedRows } from "#lib/preview/matched-rows.ts";
import { measureKey } from "#lib/preview/measure.ts";
import type { Criterion } from "#lib/scoring/definition.ts";
import { useEditor } from "../editor-context.tsx";
import type { ModelWords } from "../words.ts";
import { useGrounds, useRuleFindings } from "./past-context.tsx";

/** Two rules that share so much of their leads tell nearly the same. */
const MUCH = 0.5;
const NAMED = 3;
/** Fields with fewer values make a rule that seldom can tell. */
const SELDOM_FILLED = 0.5;

/** What the past and the leads of today say of a rule, in sentences. */
export function CriterionEvidence({ criterion, words }: { criterion: Criterion; words: ModelWords }) {
  const t = useTranslations("past");
  const reasons = useTranslations("reasons");
  const format = useFormatter();
  const { past } = useGrounds();
  const { matched, evidence, leak } = useRuleFindings(criterion);
  const overlaps = useOverlaps(criterion);
  const notes = past?.held.notes.get(measureKey(criterion));
  const percent = (rate: number) => format.number(rate, { style: "percent", maximumFractionDigits: 1 });
  const whole = (rate: number) => format.number(rate, { style: "percent", maximumFractionDigits: 0 });
  const times = (value: number) => format.number(value, { maximumFractionDigits: 1, minimumFractionDigits: 1 });
  const count = (leads: number) => format.number(Math.round(leads));
  const share = ({ rate, made, of }: Proportion) =>
    t("share", { rate: percent(rate ?? 0), made: format.number(made), of: format.number(of) });
  const given = notes ? byFrequency(notes.rejections) : [];
  const reason = notes && past ? outstandingReason(notes.rejections, past.span.rejections) : null;
  return (
    <section aria-label={t("evidence")} className="flex flex-col gap-1 border-rule border-t pt-2">
      <h3 className="type-label">{t("evidence")}</h3>
      {matched && (
        <p>
          {matched.leads === 0 && <b className="text-hot">{t("neverFires")} </b>}
          {matched.leads > 0 && matched.leads === matched.of && <b>{t("firesOnAll")} </b>}
          {matched.leads > 0 && t("matches", { leads: count(matched.leads), all: count(matched.of) })}
        </p>
      )}
      {evidence && evidence.matched.of > 0 && (
        <p>
          {t("wonWith", { with: share(evidence.matched), without: share(evidence.others) })}{" "}
          {evidence.lift &&
            t("lift", {
              ratio: times(evidence.lift.ratio),
              low: times(evidence.lift.low),
              high: times(evidence.lift.high),
            })}
        </p>
      )}
      {past && !past.isEnough && <p className="text-ink-2">{t("tooFewShort")}</p>}
      {leak !== null && <p className="text-hot">{t("leak.rests", { field: words.field(leak) })}</p>}
      {notes?.filled != null && notes.cases > 0 && notes.filled / notes.cases < SELDOM_FILLED && (
        <p>{t("seldomFilled", { share: whole(notes.filled / notes.cases) })}</p>
      )}
      {notes?.untimed != null && notes.filled != null && notes.untimed > 0 && past?.span.kind === "dated" && (
        <p className="text-ink-2">{t("untimed", { share: whole(notes.untimed / notes.filled) })}</p>
      )}
      {overlaps.map(({ key, label, rate }) => (
        <p key={key} className="text-ink-2">
          {t("overlaps", { share: whole(rate), rule: words.label(label) })}
        </p>
      ))}
      {notes && given.length > 0 && (
        <p>
          {t("rejected", {
            count: countRejections(notes.rejections),
            reasons: format.list(
              given.map((each) => t("rejectedFor", { reason: reasons(each.reason), count: each.count })),
            ),
          })}{" "}
          {reason &&
            t("rejectedMore", {
              share: whole(reason.share),
              reason: reasons(reason.reason),
              usually: whole(reason.usually),
            })}
        </p>
      )}
    </section>
  );
}

/** Other rules that match many of the leads that this one matches. */
function useOverlaps(criterion: Criterion) {
  const { now } = useGrounds();
  const { read } = useEditor();
  const key = measureKey(criterion);
  const shares = useMemo(() => {
    const own = now?.columns.get(key);
    if (!now || !own) return NO_SHARES;
    return new Map(
      [...now.columns].map(([other, column]) => {
        const { matched, both } = overlapOf(matchedRows(own), matchedRows(column));
        return [other, matched === 0 ? 0 : both / matched] as const;
      }),
    );
  }, [now, key]);
  return criteriaOf(read())
    .flatMap((other) => {
      const rate = shares.get(measureKey(other)) ?? 0;
      return other.key === criterion.key || rate < MUCH ? [] : [{ key: other.key, label: other.label, rate }];
    })
    .sort((one, other) => other.rate - one.rate)
    .slice(0, NAMED);
}

const NO_SHARES: ReadonlyMap<string, number> = new Map();
