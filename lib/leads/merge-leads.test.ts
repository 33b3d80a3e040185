import { describe, expect, it } from "vitest";
import { type LeadRecord, mergeRecords } from "./merge-leads.ts";

const at = (iso: string) => new Date(`${iso}T09:00:00Z`);

function record(changes: Partial<LeadRecord> = {}): LeadRecord {
  return {
    firstName: null,
    lastName: null,
    email: null,
    phone: null,
    jobTitle: null,
    country: null,
    city: null,
    language: null,
    source: null,
    custom: {},
    accountId: null,
    ownerId: null,
    stage: "lead",
    stageEnteredAt: at("2026-01-05"),
    returnsOn: null,
    mayCall: true,
    mayEmail: true,
    mayScore: true,
    createdAt: at("2026-01-05"),
    ...changes,
  };
}

describe("merging two records of a person", () => {
  it("keeps what the kept one says and fills what it does not", () => {
    const kept = record({ jobTitle: "Director", city: null, custom: { budget: 0 }, ownerId: 7 });
    const other = record({
      jobTitle: "CEO",
      city: "Gent",
      custom: { budget: 900, trial: true },
      ownerId: 8,
      accountId: 3,
    });
    const { record: one, filledFields } = mergeRecords(kept, other);
    expect(one).toMatchObject({
      jobTitle: "Director",
      city: "Gent",
      custom: { budget: 0, trial: true },
      ownerId: 7,
      accountId: 3,
    });
    expect(filledFields).toEqual(["city", "trial"]);
  });

  it("may do only what both may", () => {
    const { record: one } = mergeRecords(record({ mayCall: false }), record({ mayScore: false }));
    expect([one.mayCall, one.mayEmail, one.mayScore]).toEqual([false, true, false]);
  });

  it("came to be when the first of them did", () => {
    expect(mergeRecords(record(), record({ createdAt: at("2025-11-01") })).record.createdAt).toEqual(at("2025-11-01"));
    expect(mergeRecords(record(), record({ createdAt: at("2026-02-01") })).record.createdAt).toEqual(at("2026-01-05"));
  });

  it("takes stage, its start and return day from one of them", () => {
    const waiting = record({ stage: "recycled", stageEnteredAt: at("2026-02-01"), returnsOn: 20_600 });
    expect(mergeRecords(record(), waiting).record).toMatchObject({
      stage: "recycled",
      stageEnteredAt: at("2026-02-01"),
      returnsOn: 20_600,
    });
    expect(mergeRecords(record({ stage: "opportunity" }), waiting).record).toMatchObject({
      stage: "opportunity",
      returnsOn: null,
    });
  });
});
