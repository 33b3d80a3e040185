import { describe, expect, it } from "vitest";
import { absenceSchema, WEEKDAYS, weekFormSchema } from "./schema.ts";

const week = (texts: Record<string, string> = {}) => ({
  ...Object.fromEntries(WEEKDAYS.map((day) => [day, ""])),
  ...texts,
});
const problems = (value: unknown, schema: typeof weekFormSchema | typeof absenceSchema = weekFormSchema) =>
  schema.safeParse(value).error?.issues.map(({ path, message }) => [path.join("."), message]) ?? [];

describe("the hours of a week", () => {
  it("are read day by day, Monday first", () => {
    expect(weekFormSchema.parse(week({ monday: "9-17", sunday: "10-12" }))).toEqual([
      [{ from: 540, to: 1020 }],
      ...Array.from({ length: 5 }, () => []),
      [{ from: 600, to: 720 }],
    ]);
  });

  it("are read beside what else a form sends", () => {
    expect(problems({ ...week({ monday: "9-17" }), $ACTION_KEY: "k1" })).toEqual([]);
  });

  it("say at which day they are wrong", () => {
    expect(problems(week({ tuesday: "soon", friday: "9-12 11-17", monday: "9-17" }))).toEqual([
      ["tuesday", "hours_unreadable"],
      ["friday", "spans_overlap"],
    ]);
    expect(problems(week({ wednesday: "17-9" })).at(0)).toEqual(["wednesday", "span_order"]);
  });

  it("hold some time to work", () => expect(problems(week())).toEqual([["monday", "never_open"]]));
});

describe("an absence", () => {
  const away = (firstDay: string, lastDay: string) =>
    problems({ userId: "7", firstDay, lastDay }, absenceSchema).map(([, message]) => message);

  it("may be a single day", () => expect(away("2026-05-04", "2026-05-04")).toEqual([]));

  it("ends when it began or later, within a year or so", () => {
    expect(away("2026-05-04", "2026-05-03")).toEqual(["ends_before_it_begins"]);
    expect(away("2026-05-04", "2028-05-04")).toEqual(["too_long_away"]);
    expect(away("2026-02-30", "")).toEqual(["not_a_date", "required"]);
  });
});
