import { createLoader, createSerializer } from "nuqs/server";
import { describe, expect, it } from "vitest";
import { writeCsv } from "#lib/csv/write.ts";
import { pointsText } from "#lib/leads/score-row.ts";
import { type HandedOverLead, handOverFilterOf, handOverParams } from "./hand-over.ts";
import { HAND_OVER_FILE_COLUMNS, handOverFileRow } from "./hand-over-file.ts";

const load = createLoader(handOverParams);
const serialize = createSerializer(handOverParams);

describe("the hand-over list in an address", () => {
  it("keeps what it asks for, and takes what does not parse as no condition", () => {
    expect(handOverFilterOf(load("?within=7&owner=12"))).toEqual({ within: 7, owner: 12 });
    expect(handOverFilterOf(load("?within=8&owner=x&after=1"))).toEqual({ within: null, owner: null });
  });

  it.each([
    { combined: 6415, leadId: 417 },
    { combined: 0, leadId: 3 },
    { combined: null, leadId: 1 },
  ])("goes on behind %o", (after) => expect(load(serialize({ after })).after).toEqual(after));

  it.each(["", ".", ".0", "6415", "123456.1", "-1.4", "1.2.3"])("knows no place %j", (text) => {
    expect(load(`?after=${text}`).after).toBeNull();
  });
});

const LEAD: HandedOverLead = {
  leadId: 7,
  name: "@import",
  jobTitle: "Planner",
  company: "Kuipers",
  city: "Breda",
  country: "NL",
  email: null,
  phone: null,
  owner: null,
  handedOverAt: Date.UTC(2026, 0, 10, 10),
  cause: "event",
  lastTouchAt: null,
  score: {
    fit: 5000,
    engagement: 3025,
    combined: 3815,
    cell: "B3",
    play: { temperature: "warm", action: "call_today" },
    why: { main: { key: "no_score", criteria: [], eventIds: [] }, second: null },
  },
};

it("a file of the hand-over list has a cell for each column, none of them a formula", async () => {
  const file = { points: pointsText, say: () => "-2+3" };
  expect(handOverFileRow(LEAD, file)).toHaveLength(HAND_OVER_FILE_COLUMNS.length);
  let text = "";
  for await (const piece of writeCsv([handOverFileRow(LEAD, file)])) text += piece;
  expect(text).toBe(
    "7,'@import,Planner,Kuipers,Breda,NL,,,,2026-01-10T10:00:00.000Z,event,B3,warm,call_today,50.00,30.25,38.15,'-2+3,\n",
  );
});
