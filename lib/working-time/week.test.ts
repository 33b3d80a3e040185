import { expect, it } from "vitest";
import { USUAL_WEEK, weekSchema } from "./week.ts";

const week = (monday: { from: number; to: number }[]) => [monday, [], [], [], [], [], []];
const reasons = (value: unknown) => weekSchema.safeParse(value).error?.issues.map(({ message }) => message) ?? [];

it("office hours are a week", () => expect(reasons(USUAL_WEEK)).toEqual([]));

it("a day may be open from midnight to midnight", () => expect(reasons(week([{ from: 0, to: 1440 }]))).toEqual([]));

it("an organisation works at some time of the week", () => expect(reasons(week([]))).toEqual(["never_open"]));

it("a day closes after it opened", () => expect(reasons(week([{ from: 600, to: 600 }]))).toContain("span_order"));

it("between two openings of a day there is a pause", () => {
  expect(reasons(week([span(480, 720), span(721, 1020)]))).toEqual([]);
  expect(reasons(week([span(480, 720), span(720, 1020)]))).toEqual(["spans_overlap"]);
  expect(reasons(week([span(780, 1020), span(480, 720)]))).toEqual(["spans_overlap"]);
});

function span(from: number, to: number) {
  return { from, to };
}
