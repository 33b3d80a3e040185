import { expect, it } from "vitest";
import { writeCsv } from "#lib/csv/write.ts";
import { pointsText } from "#lib/leads/score-row.ts";
import { NURTURE_FILE_COLUMNS, nurtureFileRow } from "./nurture-file.ts";
import type { NurturedLead } from "./nurture-list.ts";

const LEAD: NurturedLead = {
  leadId: 7,
  name: "=HYPERLINK(1)",
  jobTitle: "Planner",
  company: "Kuipers; & co",
  country: "NL",
  email: null,
  phone: "+31 76 555 01 42",
  owner: "Imke",
  reason: "bad_timing",
  givenBackAt: Date.UTC(2026, 0, 10, 10),
  returnsOn: 20_531,
  score: { fit: 5000, engagement: 3025, combined: 3815, cell: "B3" },
  newestEventAt: null,
};

it("a file of the nurture list has a cell for each column, none of them a formula", async () => {
  const row = nurtureFileRow(LEAD, { points: pointsText });
  expect(row).toHaveLength(NURTURE_FILE_COLUMNS.length);
  let text = "";
  for await (const piece of writeCsv([row])) text += piece;
  expect(text).toBe(
    "7,'=HYPERLINK(1),Planner,Kuipers; & co,NL,,'+31 76 555 01 42,Imke,bad_timing,2026-01-10T10:00:00.000Z,2026-03-19,50.00,30.25,38.15,B3,\n",
  );
});
