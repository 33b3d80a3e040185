import { describe, expect, it } from "vitest";
import { listLeadCosts } from "#db/queries/lead-costs.ts";
import { addTestUser, TEST_TIME } from "#db/test/add-test-user.ts";
import { countsOf, daysLater, prepareImports } from "#db/test/test-imports.ts";
import { saveLeadCosts } from "./save-lead-costs.ts";

const { store, load } = prepareImports();

const mapping = {
  kind: "costs",
  columns: [
    { column: "day", to: "cost_month" },
    { column: "channel", to: "cost_source" },
    { column: "spent", to: "cost_amount" },
    { column: "currency", to: "cost_currency" },
  ],
};
const HEADER = "day,channel,spent,currency\n";
const costs = () => listLeadCosts({}, store().db);

describe("an import of costs", () => {
  it("adds up what one file says of a source in a month, and takes the place of what was known before", async () => {
    const actorId = await addTestUser(store().db);
    const known = { month: "2026-02", source: "Ads", minor: 99, currency: "EUR" };
    await saveLeadCosts({ costs: [known], actorId, at: TEST_TIME }, store().db);
    const text = `${HEADER}2026-02-03,Ads,100.50,EUR\n2026-02-20,Ads,50,EUR\n2026-02-20,Ads,7,USD\n2026-03-01,,12,\n2026-03,Fair,0,EUR\n`;
    const done = await load(text, mapping);
    expect(done.report?.counts).toMatchObject({ read: 5, created: 4, known: 0, empty: 1, rejected: 0 });
    const expected = [
      { month: "2026-03", source: null, minor: 1_200, currency: "EUR" },
      { month: "2026-02", source: "Ads", minor: 15_050, currency: "EUR" },
      { month: "2026-02", source: "Ads", minor: 700, currency: "USD" },
    ];
    expect(await costs()).toEqual(expected);
    expect(await countsOf(load(text, mapping, daysLater(1)))).toMatchObject({ created: 0, unchanged: 4 });
    expect(await costs()).toEqual(expected);
  });

  it("refuses rows without a month, without an amount that is one, of a currency that is none, and below nothing", async () => {
    const before = await costs();
    const rows = [",Ads,5,EUR", "soon,Ads,5,EUR", "2026-02,Ads,much,EUR", "2026-02,Ads,5,EURO", "2026-02,Ads,-5,EUR"];
    const done = await load(`${HEADER}${rows.join("\n")}\n`, mapping);
    expect(done.report?.counts).toMatchObject({ read: 5, created: 0, rejected: 5 });
    expect(await costs()).toEqual(before);
  });
});
