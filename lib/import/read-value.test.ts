import { describe, expect, it } from "vitest";
import { formatEpochDay } from "#lib/time/local-day.ts";
import type { DateOrder } from "./mapping.ts";
import { dayOf, instantOf, readMoment } from "./read-moment.ts";
import { readBoolean, readList, readNumber, readValue } from "./read-value.ts";

const zones = { fileZone: "Europe/Amsterdam", localZone: "Europe/Amsterdam" };
const reading = { ...zones, decimal: "point", dates: "year_first", between: ";" } as const;

function moment(text: string, order: DateOrder, where = zones) {
  const found = readMoment(text, order);
  return found && { iso: new Date(instantOf(found, where)).toISOString(), day: formatEpochDay(dayOf(found, where)) };
}

describe("numbers", () => {
  it.each([
    ["12", "point", 12],
    ["-12.5", "point", -12.5],
    ["1,234,567.89", "point", 1_234_567.89],
    ["6,718", "point", 6718],
    ["1'234.5", "point", 1234.5],
    ["€ 1,250.00", "point", 1250],
    ["1.5e3", "point", 1500],
    ["12.5%", "point", 12.5],
    [".5", "point", 0.5],
    ["1234567,89", "comma", 1_234_567.89],
    ["200.000.000", "comma", 200_000_000],
    ["1,7", "comma", 1.7],
    ["EUR 1.250,00", "comma", 1250],
    ["1 250,5", "comma", 1250.5],
  ] as const)("%j with a decimal %s is %d", (text, decimal, value) => expect(readNumber(text, decimal)).toBe(value));

  it.each([
    ["1,2", "point"],
    ["12,34,567", "point"],
    ["1.2.3", "point"],
    ["twelve", "point"],
    ["1.5", "comma"],
    ["€", "point"],
    ["-", "point"],
    ["1e999", "point"],
    ["NaN", "point"],
    ["0x10", "point"],
  ] as const)("%j with a decimal %s is none", (text, decimal) => expect(readNumber(text, decimal)).toBeNull());
});

describe("yes and no", () => {
  it("are understood in the languages of the neighbours", () => {
    for (const word of ["Yes", "JA", "true", "1", " waar ", "oui"]) expect(readBoolean(word)).toBe(true);
    for (const word of ["no", "Nee", "FALSE", "0", "onwaar", "nein", "non"]) expect(readBoolean(word)).toBe(false);
    expect(readBoolean("perhaps")).toBeNull();
  });
});

describe("lists", () => {
  it("are cut where the mapping says", () => {
    expect(readList("crm; erp;;mail ", ";")).toEqual(["crm", "erp", "mail"]);
    expect(readList("crm; erp, mail", ",")).toEqual(["crm; erp", "mail"]);
  });
});

describe("dates and times", () => {
  it.each([
    ["2024-03-01", "year_first", "2024-02-29T23:00:00.000Z", "2024-03-01"],
    ["2015-1-9", "year_first", "2015-01-08T23:00:00.000Z", "2015-01-09"],
    ["2018/3/31", "year_first", "2018-03-30T22:00:00.000Z", "2018-03-31"],
    ["01.03.2024", "day_first", "2024-02-29T23:00:00.000Z", "2024-03-01"],
    ["31/12/2012", "day_first", "2012-12-30T23:00:00.000Z", "2012-12-31"],
    ["5/19/2006 0:00:00", "month_first", "2006-05-18T22:00:00.000Z", "2006-05-19"],
    ["3-4-24", "day_first", "2024-04-02T22:00:00.000Z", "2024-04-03"],
    ["2024-03-01 09:30", "day_first", "2024-03-01T08:30:00.000Z", "2024-03-01"],
    ["5/19/2006 12:05:09 AM", "month_first", "2006-05-18T22:05:09.000Z", "2006-05-19"],
    ["5/19/2006, 1:05 pm", "month_first", "2006-05-19T11:05:00.000Z", "2006-05-19"],
    ["2017-01-21 22:11:48.556739", "year_first", "2017-01-21T21:11:48.556Z", "2017-01-21"],
    ["2024-03-01T23:30:00Z", "year_first", "2024-03-01T23:30:00.000Z", "2024-03-02"],
    ["2014-05-31T01:06:56-07:00", "year_first", "2014-05-31T08:06:56.000Z", "2014-05-31"],
    ["20140102", "compact", "2014-01-01T23:00:00.000Z", "2014-01-02"],
    ["20140102T091500", "compact", "2014-01-02T08:15:00.000Z", "2014-01-02"],
    ["1433193132535", "epoch_milliseconds", "2015-06-01T21:12:12.535Z", "2015-06-01"],
    ["1433193132", "epoch_seconds", "2015-06-01T21:12:12.000Z", "2015-06-01"],
  ] as const)("%j (%s) is %s, on %s", (text, order, iso, day) => expect(moment(text, order)).toEqual({ iso, day }));

  it.each([
    ["2023-02-29", "year_first"],
    ["2024-13-01", "year_first"],
    ["31/12/2012", "month_first"],
    ["01.03.2024", "year_first"],
    ["yesterday", "day_first"],
    ["2024-03-01 25:00", "year_first"],
    ["2024-03-01 13:00 PM", "year_first"],
    ["2024-03-01 later", "year_first"],
    ["12-11-10", "year_first"],
    ["", "compact"],
  ] as const)("%j (%s) is none", (text, order) => expect(readMoment(text, order)).toBeNull());

  it("a time without a zone is the file's, a day is the organisation's", () => {
    const apart = { fileZone: "America/New_York", localZone: "Europe/Amsterdam" };
    expect(moment("2024-03-01 09:30", "year_first", apart)?.iso).toBe("2024-03-01T14:30:00.000Z");
    expect(moment("2024-03-01", "year_first", apart)).toEqual({ iso: "2024-02-29T23:00:00.000Z", day: "2024-03-01" });
  });

  it("a field of type date holds the day", () => {
    expect(readValue("1970-01-11", "date", reading)).toBe(10);
    expect(readValue("11/01/1970", "date", reading)).toBeNull();
  });
});
