import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { listCriteria, SHOWN_AXES } from "#lib/model/criteria.ts";
import type { GuidedDraft as Drafted } from "#lib/model/guide/draft-model.ts";
import type { ModelWords } from "../words.ts";

type Props = {
  drafted: Drafted;
  words: ModelWords;
  isUnderWay: boolean;
  onMake: () => void;
};

/** What the answers come to: criteria, thresholds and the hand-over, before any of it is kept. */
export function GuidedDraft({ drafted: { definition, handOver }, words, isUnderWay, onMake }: Props) {
  const t = useTranslations("guide");
  const criteria = listCriteria(definition);
  const { qualifies } = definition;
  return (
    <div className="flex flex-col items-start gap-3">
      {SHOWN_AXES.map((axis) => (
        <table key={axis} className="w-full max-w-[60ch]">
          <caption className="pb-1 text-left">
            <span className="type-title">{words.t(`axes.${axis}`)}</span>{" "}
            <span className="type-label">
              {t("thresholds", { points: words.allOf(definition.axes[axis].thresholds.map(words.number)) })}
            </span>
          </caption>
          <thead className="sr-only">
            <tr>
              <th scope="col">{words.t("criterion")}</th>
              <th scope="col">{words.t("points")}</th>
            </tr>
          </thead>
          <tbody className="border-rule-3 border-t">
            {criteria.flatMap((each) =>
              each.place.axis === axis
                ? [
                    <tr key={each.criterion.key} className="border-rule border-b align-baseline">
                      <th scope="row" className="py-1 pr-4">
                        {words.label(each.criterion.label)}
                      </th>
                      <td className="py-1 text-right font-medium">{words.number(each.criterion.points)}</td>
                    </tr>,
                  ]
                : [],
            )}
          </tbody>
        </table>
      ))}
      <p className="max-w-[70ch]">
        {handOver
          ? t("handOver", { ...handOver })
          : t("handOverCells", { cells: "cells" in qualifies ? words.allOf(qualifies.cells) : "" })}
      </p>
      {criteria.length > MOST && <p className="max-w-[70ch] text-ink-2">{t("many", { count: criteria.length })}</p>}
      <Button kind="act" disabled={isUnderWay} onClick={onMake}>
        {t("make")}
      </Button>
      <p className="text-ink-3 text-small">{t("makeHint")}</p>
    </div>
  );
}

/** Start with 5 to 10 criteria: design section 3. */
const MOST = 10;
