import { useFormatter, useTranslations } from "next-intl";
import { inFile } from "#components/charts/file-columns.ts";
import { calibrationFinding } from "#lib/performance/truth/calibration.ts";
import { BIN_POINTS } from "#lib/performance/truth/rates.ts";
import type { Truth } from "#lib/performance/truth/truth.ts";
import { Figure } from "./figure.tsx";
import { IntervalTrack } from "./interval-track.tsx";
import type { LinkTo } from "./performance-params.ts";
import { rootTicks } from "./scale.ts";
import { ScaleFoot } from "./scale-foot.tsx";
import { useFigures } from "./use-figures.ts";
import { WonLink } from "./won-link.tsx";

type Props = { truth: Truth; linkTo: LinkTo };

/** What each ten points promised, by what was known before, and what came. */
export function CalibrationFigure({ truth, linkTo }: Props) {
  const { calibration, bins: came, windowDays } = truth;
  const t = useTranslations("performance.calibration");
  const format = useFormatter();
  const { percent, whole, interval, shareInFile } = useFigures();
  const finding = calibrationFinding(calibration);
  const figures = calibration && {
    predicted: percent(calibration.predicted),
    observed: percent(calibration.observed.rate ?? 0),
  };
  // What came of scores is known before it can be held against what earlier ones had come to.
  const bins =
    calibration?.bins ??
    came.flatMap(({ name, ...observed }) => (observed.of > 0 ? { bin: Number(name), predicted: null, observed } : []));
  const largest = Math.max(0, ...bins.flatMap(({ predicted, observed }) => [predicted ?? 0, observed.rate ?? 0]));
  const ticks = rootTicks(largest * 1.3);
  const end = Math.sqrt(ticks.at(-1) ?? 1);
  const at = (share: number) => Math.min(1, Math.sqrt(share) / end);
  return (
    <Figure
      id="performance-calibration"
      finding={t(`finding.${finding}`, figures ?? {})}
      caption={t("caption", { days: windowDays })}
    >
      {bins.length === 0 ? (
        <p className="type-prose text-ink-2">{t("nothing")}</p>
      ) : (
        <table className="w-full border-collapse text-small">
          <thead className="sr-only">
            <tr>
              <th scope="col">{t("points")}</th>
              <th scope="col">{t("n")}</th>
              <td />
              <th scope="col">{t("promised")}</th>
              <th scope="col">{t("came")}</th>
            </tr>
          </thead>
          <tbody>
            {bins.toReversed().map(({ bin, predicted, observed }) => (
              <tr key={bin}>
                <th scope="row" className="whitespace-nowrap pr-2">
                  <WonLink truth={truth} part="bin" name={String(bin)} linkTo={linkTo}>
                    {t("bin", { from: bin * BIN_POINTS, to: (bin + 1) * BIN_POINTS })}
                  </WonLink>
                </th>
                <td {...inFile([["", observed.of]])} className="pr-3 text-right text-ink-3">
                  {format.number(observed.of)}
                </td>
                <td className="h-[21px] w-full min-w-20 p-0">
                  <IntervalTrack
                    at={observed.rate === null ? null : at(observed.rate)}
                    low={at(observed.low)}
                    high={at(observed.high)}
                    ring={predicted === null ? null : at(predicted)}
                  />
                </td>
                <td {...inFile([["", predicted]])} className="whitespace-nowrap pl-3 text-right text-ink-3">
                  {predicted === null ? "–" : percent(predicted)}
                </td>
                <td {...shareInFile(observed)} className="whitespace-nowrap pl-3 text-right font-semibold">
                  <span aria-hidden="true">{percent(observed.rate ?? 0)}</span>
                  <span className="sr-only">{interval(observed)}</span>
                </td>
              </tr>
            ))}
          </tbody>
          <ScaleFoot ticks={ticks.map((tick) => ({ at: at(tick), label: whole(tick) }))} after={2} />
        </table>
      )}
    </Figure>
  );
}
