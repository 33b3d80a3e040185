import { type Locale, localized } from "#lib/i18n/locales.ts";
import type { AxisBreakdown, ScoreBreakdown } from "#lib/scoring/breakdown.ts";
import { AXES } from "#lib/scoring/definition.ts";
import type { AxisName } from "#lib/scoring/facts.ts";

/** What is written beside a score in a CRM. */
export type ReasonWords = {
  readonly locale: Locale;
  readonly axes: Readonly<Record<AxisName, string>>;
  /** What limits and smaller lines took and gave together. */
  readonly rest: string;
  readonly points: (centipoints: number) => string;
};

/** A text field is long, a salesperson's glance is not. */
const MOST_LINES = 8;

/** The score with its largest contributions, axis by axis; the lines of an axis add up to it. */
export function reasonsText(breakdown: ScoreBreakdown, words: ReasonWords): string {
  return AXES.map((axis) => axisText(axis, breakdown.axes[axis], words)).join("\n\n");
}

function axisText(
  axis: AxisName,
  { centipoints, band, groups, adjustments }: AxisBreakdown,
  words: ReasonWords,
): string {
  const lines = [
    ...groups.flatMap(({ criteria }) =>
      criteria.map(({ label, centipoints: given, maximum }) => ({
        label: localized(label, words.locale),
        centipoints: given + (maximum?.centipoints ?? 0),
      })),
    ),
    ...adjustments.map(({ reason, centipoints: given }) => ({ label: reason, centipoints: given })),
  ].filter((line) => line.centipoints !== 0);
  const shown = lines.toSorted((a, b) => Math.abs(b.centipoints) - Math.abs(a.centipoints)).slice(0, MOST_LINES);
  const rest = centipoints - shown.reduce((sum, line) => sum + line.centipoints, 0);
  const all = rest === 0 ? shown : [...shown, { label: words.rest, centipoints: rest }];
  const title = `${words.axes[axis]} ${band.name}: ${words.points(centipoints)}`;
  return [title, ...all.map((line) => `${signed(line.centipoints, words)} ${line.label}`)].join("\n");
}

function signed(centipoints: number, { points }: ReasonWords): string {
  return `${centipoints > 0 ? "+" : ""}${points(centipoints)}`;
}
