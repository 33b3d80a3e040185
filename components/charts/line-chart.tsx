"use client";

import { CartesianGrid, LineChart as Chart, Line, ReferenceLine, XAxis, YAxis } from "recharts";
import { TICK } from "./axis-style.ts";

/** One place on the axis: a value per line, null where it has none. `open` values are provisional. */
export type LinePoint = {
  readonly name: string;
  readonly values: readonly LineValue[];
  /** What happened there, which an upright line marks; null: nothing. */
  readonly mark?: string | null;
};
export type LineValue = { readonly settled: number | null; readonly open: number | null };
export type LineName = { readonly name: string; readonly isQuiet: boolean };

type Props = {
  points: readonly LinePoint[];
  /** In the order of the points' values. A quiet line steps back. */
  lines: readonly LineName[];
  /** What is to be reached: a dashed line across. */
  target?: { readonly at: number; readonly name: string };
  /** How an axis and a label write a value. */
  format: (value: number) => string;
};

/**
 * Lines, provisional parts dotted. A picture only: whoever shows it names the lines, and puts the same
 * numbers in a table for those who do not see it.
 */
export function LineChart({ points, lines, target, format }: Props) {
  const rows = points.map(({ name, values }, index) => ({ name, index, values }));
  return (
    <Chart
      responsive
      data={rows}
      accessibilityLayer={false}
      margin={{ top: 8, right: 12, bottom: 0, left: -24 }}
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
      <YAxis tick={TICK} tickLine={false} axisLine={false} tickCount={4} tickFormatter={format} domain={[0, "auto"]} />
      {points.map(({ name, mark }) =>
        mark ? (
          <ReferenceLine
            key={name}
            x={name}
            stroke="var(--accent)"
            label={{ value: mark, position: "insideTopLeft", fontSize: 10, fill: "var(--accent)" }}
          />
        ) : null,
      )}
      {target && (
        <ReferenceLine
          y={target.at}
          stroke="var(--accent)"
          strokeDasharray="6 3"
          ifOverflow="extendDomain"
          label={{ value: target.name, position: "insideTopRight", fontSize: 10, fill: "var(--accent)" }}
        />
      )}
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
            dot={{ r: 2, fill: stroke, strokeWidth: 0 }}
            activeDot={false}
          />,
        ];
      })}
    </Chart>
  );
}
