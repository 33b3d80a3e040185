import { listCriteria, listGroups } from "#lib/model/criteria.ts";
import type { Definition } from "#lib/scoring/definition.ts";

const POINT_SCALES = [30, 60, 120, 300, 600, 1000];
const DAY_SCALES = [90, 180, 365, 730, 1460, 3650];

export type Scale = { readonly min: number; readonly max: number };

/** What the engine takes: points, caps and maxima, days of a half-life. */
export const POINT_LIMITS: Scale = { min: -1000, max: 1000 };
export const LIMIT_LIMITS: Scale = { min: 0, max: 1000 };
export const DAY_LIMITS: Scale = { min: 1, max: 3650 };

/** The ruler of points: the same for all criteria, so that rows compare; around 0, at least as the field's own numbers ask. */
export function pointScale(definitions: readonly Definition[]): Scale {
  const values = definitions.flatMap((definition) => listCriteria(definition).map(({ criterion }) => criterion.points));
  const max = fitting(POINT_SCALES, values.map(Math.abs));
  return { min: -max, max };
}

/** The ruler of caps and maxima. */
export function limitScale(definitions: readonly Definition[]): Scale {
  const values = definitions.flatMap((definition) => [
    ...listGroups(definition).map(({ group }) => group.cap ?? 0),
    ...listCriteria(definition).map(({ criterion }) => ("maximum" in criterion ? (criterion.maximum ?? 0) : 0)),
  ]);
  return { min: 0, max: fitting(POINT_SCALES, [60, ...values]) };
}

/** The ruler of one half-life. */
export function dayScale(values: readonly (number | null)[]): Scale {
  return {
    min: 0,
    max: fitting(
      DAY_SCALES,
      values.map((value) => value ?? 0),
    ),
  };
}

function fitting(scales: readonly number[], values: readonly number[]): number {
  const largest = Math.max(0, ...values);
  return scales.find((scale) => scale >= largest) ?? scales.at(-1) ?? 0;
}
