import { useTranslations } from "next-intl";
import { type CellPath, cellPath } from "#lib/leads/cell-path.ts";
import type { ScoreView } from "#lib/leads/score-view.ts";
import { PathMatrix } from "./path-matrix.tsx";
import type { LeadWords } from "./use-lead-words.ts";

/** The way through the matrix, the two scores of today, and what comes if nothing happens. */
export function WhereItStands({ scoring, words }: { scoring: ScoreView; words: LeadWords }) {
  const t = useTranslations("lead");
  const past = scoring.days.filter(({ day }) => day <= scoring.today);
  const path = cellPath(past);
  const { now } = scoring;
  const lastDay = past.findLast(({ score }) => score !== null)?.day ?? scoring.today;
  return (
    <>
      {path.points.length > 0 && (
        <section>
          <h2 className="type-title">{findingOf(path)}</h2>
          <PathMatrix definition={scoring.definition} path={path} lastDay={lastDay} words={words} />
          {now && (
            <table className="w-full text-small [&_td]:border-rule [&_td]:border-t [&_td]:py-1">
              <caption className="sr-only">{t("axes.caption")}</caption>
              <tbody>
                {(["fit", "engagement"] as const).map((axis) => (
                  <tr key={axis}>
                    <th scope="row" className="border-rule border-t py-1">
                      {t(`axes.${axis}`)}
                    </th>
                    <td className="text-ink-3">
                      {axis === "fit"
                        ? t("score.knownFields", { known: now.knownFields, asked: now.askedFields })
                        : now.newestEventAt !== null && t("axes.newest", { day: words.when(now.newestEventAt) })}
                    </td>
                    <td className="text-right font-semibold">{words.points(now[axis])}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </section>
      )}
      {now && (
        <section>
          <h2 className="type-title">{t("forecast.title")}</h2>
          <ForecastWords scoring={scoring} cell={now.cell} words={words} />
        </section>
      )}
    </>
  );

  function findingOf({ entries }: CellPath): string {
    const [first] = entries;
    const last = entries.at(-1);
    if (!first || !last) return "";
    const stands = { cell: last.cell, day: words.day(last.day) };
    if (entries.length === 1) return t(scoring.hasEarlierDays ? "path.atLeastSince" : "path.inCell", stands);
    if (first.cell === last.cell) return t("path.inCell", stands);
    const cells = { from: first.cell, to: last.cell };
    // What came before the first day shown may have been the same cell: only the days shown are told.
    if (scoring.hasEarlierDays) return t("path.inTheLast", { ...cells, days: lastDay - first.day });
    return t("path.fromTo", { ...cells, days: last.day - first.day });
  }
}

const FORETOLD = 3;

function ForecastWords({ scoring, cell, words }: { scoring: ScoreView; cell: string; words: LeadWords }) {
  const t = useTranslations("lead.forecast");
  const axes = useTranslations("lead.axes");
  const { changes, keeper } = scoring;
  const [first, ...later] = changes.slice(0, FORETOLD);
  if (!first) return <p className="type-prose mt-0.5">{t("stays", { cell })}</p>;
  const { axis, isFall } = moverOf(first);
  return (
    <p className="type-prose mt-0.5">
      {t.rich(isFall ? "leaves" : "rises", {
        from: first.from.cell,
        to: first.to.cell,
        day: words.weekDay(first.day),
        axis: axes(axis).toLocaleLowerCase(words.locale),
        points: words.points(first.to[axis]),
        b: (chunks) => <b>{chunks}</b>,
      })}
      {later.map((change) => ` ${t("reaches", { cell: change.to.cell, day: words.longDay(change.day) })}`)}
      {keeper &&
        ` ${
          keeper.until === null
            ? t("keepsOn", { label: words.label(keeper.label), cell })
            : t("keeps", { label: words.label(keeper.label), cell, day: words.longDay(keeper.until) })
        }`}
    </p>
  );
}

/** Which axis takes the lead over the line, and which way. */
function moverOf({ from, to }: ScoreView["changes"][number]) {
  const axis = from.fitBand === to.fitBand ? ("engagement" as const) : ("fit" as const);
  return { axis, isFall: to[axis] < from[axis] };
}
