"use client";

import { Bar, CartesianGrid, BarChart as Chart, ErrorBar, LabelList, XAxis, YAxis } from "recharts";
import { LABEL, TICK } from "./axis-style.ts";
import { axisTicks } from "./axis-ticks.ts";

/** A bar with the bounds of its interval; null where there is nothing to show. `detail` stands below the name. */
export type BarPoint = {
  readonly name: string;
  readonly detail: string;
  readonly value: number | null;
  readonly low: number;
  readonly high: number;
};

type Props = { bars: readonly BarPoint[]; format: (value: number) => string };

/** Bars with intervals and their value on top. A picture only: its numbers belong in a table as well. */
export function BarChart({ bars, format }: Props) {
  const rows = bars.map((bar) => ({
    ...bar,
    reach: bar.value === null ? null : [bar.value - bar.low, bar.high - bar.value],
  }));
  const ticks = axisTicks(Math.max(0, ...bars.map(({ value, high }) => (value === null ? 0 : high))));
  return (
    <Chart
      responsive
      data={rows}
      accessibilityLayer={false}
      margin={{ top: 20, right: 4, bottom: 16, left: -24 }}
      barCategoryGap="18%"
      style={{ width: "100%", height: 206 }}
    >
      <CartesianGrid vertical={false} stroke="var(--rule)" />
      <XAxis
        dataKey="name"
        interval={0}
        tickLine={false}
        axisLine={{ stroke: "var(--ink-3)" }}
        tick={({ x, y, index }) => (
          <text x={x} y={Number(y) + 4} textAnchor="middle" fontSize={11} fill="var(--ink)">
            {bars[index]?.name}
            <tspan x={x} dy={15} fill="var(--ink-3)">
              {bars[index]?.detail}
            </tspan>
          </text>
        )}
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
      <Bar dataKey="value" fill="var(--rule-2)" isAnimationActive={false} activeBar={false}>
        <ErrorBar dataKey="reach" width={0} strokeWidth={1} stroke="var(--ink)" isAnimationActive={false} />
        <LabelList
          dataKey="value"
          formatter={(value) => (typeof value === "number" ? format(value) : value)}
          position="insideBottom"
          {...LABEL}
          stroke="none"
        />
      </Bar>
    </Chart>
  );
}
