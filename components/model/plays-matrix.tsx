import { memo, type ReactNode } from "react";
import { TemperatureMark } from "#components/scoring/temperature.tsx";
import { cellNames, compileQualifies, engagementBandNames, fitBandNames } from "#lib/scoring/bands.ts";
import type { Definition, Play } from "#lib/scoring/definition.ts";
import type { AxisName } from "#lib/scoring/facts.ts";
import type { ModelWords } from "./words.ts";

type Props = {
  definition: Definition;
  /** As published, to mark what changed. */
  published: Definition;
  words: ModelWords;
  /** What stands in a cell beside its play's words: a button that opens it. */
  renderCell?: (cell: string, content: ReactNode) => ReactNode;
};

const HEAT = { hot: "bg-heat-3", warm: "bg-heat-1", cold: "bg-heat-0" } as const;

/** The cells as a table, best at the top right, with what to do in each and the line above which sales takes over. */
export const PlaysMatrix = memo(function PlaysMatrix({ definition, published, words, renderCell = asItIs }: Props) {
  const { t, number } = words;
  const { fit, engagement } = definition.axes;
  const columns = engagementBandNames(engagement.thresholds);
  const rows = cellNames(definition.axes).reverse();
  const rowNames = fitBandNames(fit.thresholds).reverse();
  const isHandedOver = handedOver(definition);
  return (
    <table className="w-full table-fixed border-collapse">
      <caption className="sr-only">{t("matrixCaption")}</caption>
      <thead>
        <tr>
          <td className="w-12 max-sm:w-8" />
          {columns.map((name, index) => (
            <th key={name} scope="col" className="pb-1 text-left align-bottom text-small">
              <b>{name}</b>{" "}
              <span className={`max-sm:block ${startShade("engagement", index - 1)}`}>
                {bandStart(engagement.thresholds[index - 1])}
              </span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells, row) => (
          <tr key={rowNames[row]}>
            <th scope="row" className="pr-1 text-left align-top text-small">
              <b>{rowNames[row]}</b>
              <span className={`block ${startShade("fit", rowNames.length - 2 - row)}`}>
                {bandStart(fit.thresholds[rowNames.length - 2 - row])}
              </span>
            </th>
            {cells.map((cell, column) => {
              const play = definition.plays[cell];
              return (
                <td
                  key={cell}
                  className={`h-[74px] border border-rule-2 p-0 align-top ${play ? HEAT[play.temperature] : ""} ${frontier(cell, cells[column - 1], rows[row + 1]?.[column], isHandedOver)}`}
                >
                  {renderCell(
                    cell,
                    play && <CellPlay cell={cell} play={play} was={published.plays[cell]} words={words} />,
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );

  function startShade(axis: AxisName, index: number): string {
    const was = published.axes[axis].thresholds;
    const { thresholds } = definition.axes[axis];
    const isChanged = was.length === thresholds.length && was[index] !== thresholds[index];
    return isChanged ? "font-semibold text-accent" : "text-ink-3";
  }
  function bandStart(threshold: number | undefined): string {
    return threshold === undefined ? "" : t("fromPoints", { points: number(threshold) });
  }
}, isSameMatrix);

function asItIs(_: string, content: ReactNode): ReactNode {
  return content;
}

/** Points of criteria change nothing that it shows. */
function isSameMatrix(before: Props, after: Props): boolean {
  const parts = ({ definition: { axes, plays, qualifies }, published, words, renderCell }: Props) => [
    axes.fit.thresholds,
    axes.engagement.thresholds,
    plays,
    qualifies,
    published,
    words,
    renderCell,
  ];
  const known = parts(before);
  return parts(after).every((part, place) => part === known[place]);
}

type CellProps = { cell: string; play: Play; was: Play | undefined; words: ModelWords };

function CellPlay({ cell, play, was, words: { t, temperature, action, duration } }: CellProps) {
  return (
    <span className="flex flex-col px-2 py-1.5 text-left max-sm:px-1">
      <span className="flex flex-wrap items-baseline gap-x-1.5">
        <b className="font-semibold">{cell}</b>
        <span className={`flex items-baseline gap-1 text-small ${shade(was && was.temperature !== play.temperature)}`}>
          <TemperatureMark temperature={play.temperature} />
          {temperature(play.temperature)}
        </span>
      </span>
      <span className={`narrow text-small leading-4 ${shade(was && was.action !== play.action)}`}>
        {action(play.action)}
      </span>
      <span className="text-ink-2 text-micro">
        <span className={shade(was && was.priority !== play.priority)}>{t("rank", { rank: play.priority })}</span>
        {play.slaMinutes !== null && (
          <span className={shade(was && was.slaMinutes !== play.slaMinutes)}>
            {", "}
            <span className="sm:whitespace-nowrap">{t("sla", { time: duration(play.slaMinutes) })}</span>
          </span>
        )}
      </span>
    </span>
  );
}

function shade(isChanged: boolean | undefined): string {
  return isChanged ? "font-semibold text-accent" : "";
}

/** Which cells lie beyond the line; with a combined threshold it runs through the cells and is told in words. */
function handedOver({ qualifies }: Definition): (cell: string | undefined) => boolean {
  if (!("cells" in qualifies)) return () => false;
  const isQualified = compileQualifies(qualifies);
  return (cell) => cell !== undefined && isQualified(cell, 0);
}

/** Borders of a cell where the line runs: to its left and below it, on whichever side it begins. */
function frontier(
  cell: string,
  left: string | undefined,
  below: string | undefined,
  isHandedOver: (cell: string | undefined) => boolean,
): string {
  const sides = [];
  if (left !== undefined && isHandedOver(cell) !== isHandedOver(left)) sides.push("border-l-2 border-l-accent");
  if (below !== undefined && isHandedOver(cell) !== isHandedOver(below)) sides.push("border-b-2 border-b-accent");
  return sides.join(" ");
}
