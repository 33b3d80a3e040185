/** Clocks of a part of the week: those that began in it, and how many of them ran out. */
export type ClockPart = {
  /** 1 is Monday. */
  readonly weekday: number;
  /** Before noon, in the organisation's zone. */
  readonly isMorning: boolean;
  readonly clocks: number;
  readonly late: number;
};
