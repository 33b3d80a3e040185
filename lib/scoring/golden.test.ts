import { expect, it } from "vitest";
import { ledger } from "./test/ledger.ts";
import { momentOf, PORTFOLIO, PORTFOLIO_MODEL } from "./test/portfolio.ts";
import { breakdownOf } from "./test/scoring.ts";

/** Changes only by `npx vitest run lib/scoring/golden.test.ts --update`, in a diff that somebody reads. */
it("the scores of the golden portfolio stay as they are", async () => {
  const pages = PORTFOLIO.map((each) => ledger(each.name, breakdownOf(each.facts, PORTFOLIO_MODEL, momentOf(each))));
  await expect(`${pages.join("\n\n")}\n`).toMatchFileSnapshot("./test/golden-portfolio.txt");
});
