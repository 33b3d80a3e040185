import type { Week } from "./working-time.ts";

/** A person who works leads, as the page of working time shows them. Days are epoch days. */
export type PlannedPerson = {
  readonly userId: number;
  readonly name: string;
  /** Weekdays, 0 for Monday. */
  readonly daysOff: readonly number[];
  /** Those that are not over yet, the first one first. */
  readonly absences: readonly { readonly absenceId: number; readonly firstDay: number; readonly lastDay: number }[];
};

/** When everybody works. */
export type WorkPlan = {
  readonly today: number;
  readonly timeZone: string;
  readonly week: Week;
  /** Today and later. */
  readonly holidays: readonly { readonly day: number; readonly name: string }[];
  readonly people: readonly PlannedPerson[];
};
