import type { Random } from "./random.ts";

/** Most visits fall in working hours, some in the evening, few at night. */
export function minuteOfVisit(random: Random): number {
  const minute = random.weighted([
    [random.int(420, 540), 14],
    [random.int(540, 740), 34],
    [random.int(780, 1050), 34],
    [random.int(1140, 1380), 15],
    [random.int(0, 420), 3],
  ] as const);
  return minute + random.next();
}
