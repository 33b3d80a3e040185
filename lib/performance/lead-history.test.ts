import { describe, expect, it } from "vitest";
import { localDay, parseEpochDay } from "#lib/time/local-day.ts";
import { journeysOf, type LeadHistory, type StageChange } from "./lead-history.ts";

const at = (iso: string) => Date.parse(`${iso}:00Z`);
const ZONE = "Europe/Amsterdam";

function change(
  time: string,
  from: StageChange["from"],
  to: StageChange["to"],
  cell: string | null = null,
): StageChange {
  return { at: at(time), from, to, cell, versionId: cell === null ? null : 3 };
}

function history(given: Partial<LeadHistory>): LeadHistory {
  return {
    leadId: 7,
    createdAt: at("2026-03-02T09:00"),
    source: "Referral",
    country: "NL",
    ownerId: 5,
    stage: "lead",
    changes: [],
    attempts: [],
    deals: [],
    clocks: [],
    ...given,
  };
}

describe("the journey of a lead", () => {
  it("has the score as it was stored at the hand-over, not that of a later step", () => {
    const changes = [
      change("2026-03-03T10:00", "lead", "marketing_qualified", "A2"),
      change("2026-03-04T10:00", "marketing_qualified", "sales_accepted", "A1"),
    ];
    expect(journeysOf(history({ changes }), ZONE)).toMatchObject([{ cell: "A2", versionId: 3 }]);
  });

  it("begins on the day of the zone: at half past eleven in the evening of 28 February UTC it is March in Amsterdam", () => {
    const [journey] = journeysOf(history({ createdAt: at("2026-02-28T23:30") }), ZONE);
    expect(journey?.createdDay).toBe(parseEpochDay("2026-03-01"));
    expect(journey?.createdDay).toBe(localDay(at("2026-02-28T23:30"), ZONE));
  });

  it("goes on through nurture: the first hand-over counts, and what came after it", () => {
    const changes = [
      change("2026-03-03T10:00", "lead", "marketing_qualified"),
      change("2026-03-04T10:00", "marketing_qualified", "recycled"),
      change("2026-03-25T10:00", "recycled", "marketing_qualified"),
      change("2026-03-26T10:00", "marketing_qualified", "sales_accepted"),
    ];
    expect(journeysOf(history({ changes, stage: "sales_accepted" }), ZONE)).toMatchObject([
      { handedOverAt: at("2026-03-03T10:00"), acceptedAt: at("2026-03-26T10:00"), lostAt: null, isClosed: false },
    ]);
  });

  it("ends where the lead was lost; opened again, the lead begins another, with touches and deals of its own", () => {
    const changes = [
      change("2026-03-03T10:00", "lead", "marketing_qualified", "B2"),
      change("2026-03-10T10:00", "marketing_qualified", "disqualified"),
      change("2026-05-01T10:00", "disqualified", "lead"),
      change("2026-05-02T10:00", "lead", "marketing_qualified", "A1"),
      change("2026-05-20T10:00", "marketing_qualified", "customer"),
    ];
    const attempts = [
      { at: at("2026-03-04T10:00"), isCall: true, actorId: 5 },
      { at: at("2026-05-03T10:00"), isCall: true, actorId: 6 },
      { at: at("2026-05-04T10:00"), isCall: true, actorId: 6 },
      { at: at("2026-05-05T10:00"), isCall: false, actorId: 6 },
    ];
    const deals = [{ at: at("2026-05-20T10:00"), value: { minor: 125_000, currency: "EUR" } }];
    expect(journeysOf(history({ changes, attempts, deals, stage: "customer" }), ZONE)).toMatchObject([
      {
        createdAt: at("2026-03-02T09:00"),
        handedOverAt: at("2026-03-03T10:00"),
        cell: "B2",
        customerAt: null,
        lostAt: at("2026-03-10T10:00"),
        isClosed: true,
        repId: 5,
        // Two days and an hour, counted as days that have begun.
        callDays: [3],
        deals: [],
      },
      {
        createdAt: at("2026-05-01T10:00"),
        handedOverAt: at("2026-05-02T10:00"),
        cell: "A1",
        wonAt: at("2026-05-20T10:00"),
        customerAt: at("2026-05-20T10:00"),
        lostAt: null,
        isClosed: true,
        firstTouchAt: at("2026-05-03T10:00"),
        repId: 6,
        callDays: [2, 3],
        deals,
      },
    ]);
  });

  it("that was won before anybody spoke to the lead has no first touch, and is a customer all the same", () => {
    const changes = [
      change("2026-03-03T10:00", "lead", "marketing_qualified"),
      change("2026-03-03T12:00", "marketing_qualified", "customer"),
    ];
    const attempts = [{ at: at("2026-03-03T09:00"), isCall: true, actorId: 6 }];
    expect(journeysOf(history({ changes, attempts, stage: "customer" }), ZONE)).toMatchObject([
      { customerAt: at("2026-03-03T12:00"), firstTouchAt: null, repId: 5, callDays: [1] },
    ]);
  });

  it("of a lead that was lost and bought after all is won, not lost", () => {
    const changes = [
      change("2026-03-03T10:00", "lead", "marketing_qualified"),
      change("2026-03-10T10:00", "marketing_qualified", "lost"),
      change("2026-04-10T10:00", "lost", "customer"),
    ];
    expect(journeysOf(history({ changes, stage: "customer" }), ZONE)).toMatchObject([
      { lostAt: null, customerAt: at("2026-04-10T10:00"), isClosed: true },
    ]);
  });

  it("takes an empty source or country for one that is not known", () => {
    expect(journeysOf(history({ source: "", country: "" }), ZONE)).toMatchObject([{ source: null, country: null }]);
  });
});
