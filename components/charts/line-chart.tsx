"use client";

import { CartesianGrid, LineChart as Chart, Line, ReferenceLine, XAxis, YAxis } from "recharts";
import { LABEL, TICK } from "./axis-style.ts";
import { axisTicks } from "./axis-ticks.ts";

/** One place on the axis: a value per line, null where it has none. `open` values are provisional. */
export type LinePoint = {
  readonly name: string;
  readonly values: readonly LineValue[];
  /** What happened there, which an upright line marks, in a few letters; null: nothing. */
  readonly mark?: string | null;
  /** Where something began: a dotted upright line. */
  readonly isStart?: boolean;
};
export type LineValue = { readonly settled: number | null; readonly open: number | null };
/** A value to hold the lines against: dotted what was before, dashed what is to be reached. */
export type Level = { readonly value: number; readonly name: string; readonly kind: "before" | "target" };
export type LineName = { readonly name: string; readonly isQuiet: boolean };

type Props = {
  points: readonly LinePoint[];
  /** In the order of the points' values. A quiet line steps back. */
  lines: readonly LineName[];
  levels?: readonly Level[];
  /** How an axis and a label write a value. */
  format: (value: number) => string;
};

const LEVELS = {
  before: { stroke: "var(--ink-3)", dash: "1 3" },
  target: { stroke: "var(--accent)", dash: "6 3" },
} as const;

/**
 * Lines, provisional parts dotted. A picture only: whoever shows it names the lines, and puts the same
 * numbers in a table for those who do not see it.
 */
export function LineChart({ points, lines, levels = [], format }: Props) {
  const rows = points.map(({ name, values }, index) => ({ name, index, values }));
  const ticks = axisTicks(largestOf(points, levels));
  return (
    <Chart
      responsive
      data={rows}
      accessibilityLayer={false}
      margin={{ top: ROOM_FOR_WORDS, right: 16, bottom: 0, left: -24 }}
      style={{ width: "100%", height: 190 }}
    >
      <CartesianGrid vertical={false} stroke="var(--rule)" />
      <XAxis
        dataKey="name"
        tick={TICK}
        tickLine={false}
        axisLine={{ stroke: "var(--ink-3)" }}
        interval="preserveStartEnd"
        minTickGap={24}
      />
      <YAxis
        tick={TICK}
        tickLine={false}
        axisLine={false}
        ticks={ticks}
        interval={0}
        tickFormatter={format}
        domain={[0, ticks.at(-1) ?? 1]}
      />
      {points.map(({ name, mark }) =>
        mark ? (
          <ReferenceLine
            key={name}
            x={name}
            stroke="var(--accent)"
            label={{ value: mark, position: "top", fontSize: 10, fill: "var(--accent)" }}
          />
        ) : null,
      )}
      {points.map(({ name, isStart }) =>
        isStart ? <ReferenceLine key={`${name} start`} x={name} stroke="var(--ink-3)" strokeDasharray="1 3" /> : null,
      )}
      {levels.map(({ value, name, kind }) => (
        <ReferenceLine
          key={kind}
          y={value}
          stroke={LEVELS[kind].stroke}
          strokeDasharray={LEVELS[kind].dash}
          label={{
            ...LABEL,
            value: name,
            // Outwards, so that two levels never write over each other.
            position: levels.some((other) => other.value > value) ? "insideTopRight" : "insideBottomRight",
            fontSize: 10,
            fontWeight: 400,
            fill: LEVELS[kind].stroke,
          }}
        />
      ))}
      {lines.flatMap(({ name, isQuiet }, line) => {
        const stroke = isQuiet ? "var(--ink-3)" : "var(--ink)";
        const common = {
          type: "linear",
          stroke,
          strokeWidth: 1.75,
          isAnimationActive: false,
          connectNulls: false,
        } as const;
        return [
          <Line
            key={`${name} open`}
            {...common}
            dataKey={(row: (typeof rows)[number]) => row.values[line]?.open ?? null}
            strokeDasharray="2 3"
            dot={false}
            activeDot={false}
          />,
          <Line
            key={name}
            {...common}
            dataKey={(row: (typeof rows)[number]) => row.values[line]?.settled ?? null}
            dot={isQuiet ? { ...HOLLOW, stroke } : { r: 2, fill: stroke, strokeWidth: 0 }}
            activeDot={false}
          />,
        ];
      })}
    </Chart>
  );
}

/** Lines differ by their dots as well: where they cross, greys are hard to tell apart. */
const HOLLOW = { r: 2.5, fill: "var(--paper)", strokeWidth: 1.25 } as const;

/** Above the highest mark: what stands over the lines there must not be cut. */
const ROOM_FOR_WORDS = 18;

function largestOf(points: readonly LinePoint[], levels: readonly Level[]): number {
  const values = points.flatMap((point) => point.values.flatMap(({ settled, open }) => [settled ?? 0, open ?? 0]));
  return Math.max(0, ...values, ...levels.map(({ value }) => value));
}
