import { describe, expect, it } from "vitest";
import { breakdownOf, event, TODAY } from "./test/example.ts";
import { whyOf } from "./why.ts";

const GOOD_FIT = { "account.industry": "refrigeration", "account.employees": 180 };

describe("the line that says why", () => {
  it("names the behaviour that weighs most, then the next", () => {
    // Demo request 25.00 without decay; a pricing page of yesterday 10.00 / 2 = 5.00.
    const why = whyOf(breakdownOf(GOOD_FIT, [event("pricing", 1), event("demo", 4)]));
    expect(why.main).toMatchObject({ key: "behaviour", label: "Demo request", times: 1, criteria: ["demo"] });
    expect(why.second).toMatchObject({ key: "behaviour", label: "Pricing page", times: 1 });
  });

  it("points at the events it counts, newest first", () => {
    const { main } = whyOf(breakdownOf({}, [event("pricing", 1), event("pricing", 0)]));
    expect(main).toMatchObject({ times: 2, at: event("pricing", 0).at, eventIds: ["pricing-0", "pricing-1"] });
  });

  it("counts no event that has faded away", () => {
    // Half-life 1: after 40 days a 10.00 is below half a centipoint.
    const { main } = whyOf(breakdownOf({}, [event("pricing", 0), event("pricing", 40)]));
    expect(main).toMatchObject({ times: 1, eventIds: ["pricing-0"] });
  });

  it("names what the event was about, where the model tells assets apart and it reads as a title", () => {
    const breakdown = (asset: string) => breakdownOf({}, [event("demo", 0, asset)]);
    const about = (asset: string) => whyOf(breakdown(asset), { assetCriteria: new Set(["demo"]) }).main;
    expect(whyOf(breakdown("From paper to planning board")).main).toMatchObject({ title: null });
    expect(about("From paper to planning board")).toMatchObject({ title: "From paper to planning board" });
    expect(about("/pricing?plan=pro")).toMatchObject({ title: null });
    expect(about("https://example.com/pricing")).toMatchObject({ title: null });
  });

  it("warns first of a fall within three days", () => {
    const breakdown = breakdownOf(GOOD_FIT, [event("demo", 1), event("pricing", 0)]);
    const fall = (days: number) => whyOf(breakdown, { fall: { day: TODAY + days, cell: "A2", to: "A3" } }).second;
    expect(fall(3)).toMatchObject({ key: "leaves", cell: "A2", day: TODAY + 3 });
    expect(fall(4)).toMatchObject({ key: "behaviour", label: "Pricing page" });
  });

  it("speaks of the fit when there is one behaviour or none", () => {
    const fits = { key: "fits", labels: [{ nl: "Sector", en: "Industry" }, "Size"], more: 0 };
    expect(whyOf(breakdownOf(GOOD_FIT, [event("demo", 0)])).second).toMatchObject(fits);
    const silent = whyOf(breakdownOf(GOOD_FIT, []));
    expect(silent.main).toMatchObject(fits);
    expect(silent.second).toMatchObject({ key: "idle", days: 100, criteria: ["silence"] });
  });

  it("says what speaks against a lead in the lowest band", () => {
    const why = whyOf(breakdownOf({ email_domain: "gmail.com" }, [event("demo", 0)]));
    expect(why.second).toMatchObject({ key: "misfit", labels: ["Free e-mail"], more: 0 });
  });

  it("says on how few fields a score rests when nothing else speaks", () => {
    const { main } = whyOf(breakdownOf({ email_domain: "example.com" }, []));
    expect(main).toMatchObject({ key: "fields", known: 1, asked: 3 });
  });

  it("says of a lead without a score that it has none", () => {
    expect(whyOf(null)).toMatchObject({ main: { key: "no_score" }, second: null });
  });
});
