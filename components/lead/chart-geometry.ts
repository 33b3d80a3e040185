import type { DayScore } from "#lib/leads/score-history.ts";

export type ChartScale = {
  readonly firstDay: number;
  readonly lastDay: number;
  /** Points at the top edge; the bottom is 0. */
  readonly top: number;
  /** Points of the horizontal lines. */
  readonly lines: readonly number[];
};

/** In pixels; across, the chart is as wide as its place. */
export const CHART_HEIGHT = 168;
const LINE_EVERY = 20;
const LOWEST_TOP = 40;
/** Room above the highest score for what is written there. */
const HEADROOM = 1.15;

/** Wide as the days, high enough for the highest score and what is written above it. */
export function chartScale(days: readonly DayScore[]): ChartScale {
  const highest = Math.max(0, ...days.map(({ score }) => (score?.combined ?? 0) / 100));
  const top = Math.max(LOWEST_TOP, Math.ceil((highest * HEADROOM) / 10) * 10);
  const lines = [];
  for (let points = LINE_EVERY; points <= top - LINE_EVERY / 4; points += LINE_EVERY) lines.push(points);
  return { firstDay: days[0]?.day ?? 0, lastDay: days.at(-1)?.day ?? 0, top, lines };
}

/** Where a day lies across, 0 to 100. */
export function acrossOf(day: number, { firstDay, lastDay }: ChartScale): number {
  return lastDay === firstDay ? 0 : ((day - firstDay) / (lastDay - firstDay)) * 100;
}

/** Where a score lies from above, 0 to 100. */
export function downOf(centipoints: number, { top }: ChartScale): number {
  return 100 - (centipoints / 100 / top) * 100;
}

/** The height of a score above the lower edge, in pixels. */
export function heightOf(centipoints: number, scale: ChartScale): number {
  return CHART_HEIGHT - (downOf(centipoints, scale) / 100) * CHART_HEIGHT;
}

/** The score of a day in centipoints; 0 where there is none. */
export function scoreOn(days: readonly DayScore[], day: number): number {
  return days.find((each) => each.day === day)?.score?.combined ?? 0;
}

/** The day under a place across, 0 to 100. */
export function dayAt(across: number, { firstDay, lastDay }: ChartScale): number {
  return Math.min(lastDay, Math.max(firstDay, Math.round(firstDay + (across / 100) * (lastDay - firstDay))));
}

/** A line that keeps a day's score until the next day's; it breaks where there is no score. */
export function stepLine(days: readonly DayScore[], scale: ChartScale): string {
  let line = "";
  let isDrawing = false;
  for (const { day, score } of days) {
    if (!score) isDrawing = false;
    else {
      const x = round(acrossOf(day, scale));
      const y = round(downOf(score.combined, scale));
      line += isDrawing ? `H${x}V${y}` : `M${x} ${y}`;
      isDrawing = true;
    }
  }
  return line;
}

export type DayLabel = { readonly day: number; readonly text: string };

/** Labels in the order given, without those that would stand on one already chosen: `room` is a share of 0 to 100. */
export function withRoom<Label extends DayLabel>(labels: readonly Label[], scale: ChartScale, room: number): Label[] {
  const chosen: Label[] = [];
  for (const label of labels) {
    const across = acrossOf(label.day, scale);
    if (chosen.every((other) => Math.abs(acrossOf(other.day, scale) - across) >= room)) chosen.push(label);
  }
  return chosen;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
