import { describe, expect, it } from "vitest";
import { EventRows } from "./event-rows.ts";
import { LeadRows } from "./lead-rows.ts";
import { mappingSchema } from "./mapping.ts";
import { OutcomeRows } from "./outcome-rows.ts";

const ARRIVED = Date.parse("2026-03-12T09:00:00Z");
const zones = { fileZone: "Europe/Amsterdam", localZone: "Europe/Amsterdam" };

function leads(columns: readonly string[], mapping: object) {
  const rows = new LeadRows({
    mapping: mappingSchema.parse({ kind: "leads", ...mapping }),
    columns,
    zones,
    arrived: ARRIVED,
  });
  return (...cells: string[]) => rows.read(cells);
}

const EMAIL = { column: "Email", to: "email" };

describe("a row of a leads file", () => {
  it("of somebody who is to come only in 2031 is refused", () => {
    const read = leads(["Email", "Since"], { source: "crm", columns: [EMAIL, { column: "Since", to: "created_at" }] });
    expect(read("a@b.nl", "2031-01-01")).toEqual({ reason: "too_far_ahead", column: "Since", value: "2031-01-01" });
    expect(read("a@b.nl", "2026-03-01")).toMatchObject({ createdAt: Date.parse("2026-02-28T23:00:00Z") });
  });

  it("becomes values of the fields its columns are mapped to", () => {
    const read = leads(["Email", "Company", "Size", "Budget", "Opt-out", "Since"], {
      source: "crm",
      decimal: "comma",
      dates: "day_first",
      columns: [
        EMAIL,
        { column: "Company", to: "field", field: "account.name" },
        { column: "Size", to: "field", field: "account.employees" },
        { column: "Budget", to: "custom", key: "budget", type: "number" },
        { column: "Opt-out", to: "permission", permission: "may_email", inverted: true },
        { column: "Since", to: "created_at" },
        { value: "fair", to: "field", field: "source" },
      ],
    });
    expect(read(" Zoe@Example.com ", "Acme", "1.250", "12,50", "ja", "01.03.2024")).toEqual({
      identities: [{ kind: "email", value: "zoe@example.com" }],
      values: { email: "zoe@example.com", budget: 12.5, source: "fair" },
      account: { values: { "account.name": "Acme", "account.employees": 1250 } },
      permissions: { mayEmail: false },
      createdAt: Date.parse("2024-02-29T23:00:00Z"),
      owner: null,
      outcome: null,
    });
  });

  it("says nothing of a field whose cell is empty or holds a word for missing", () => {
    const read = leads(["Email", "City", "Score"], {
      missing: ["Select", "N/A", "-"],
      columns: [
        EMAIL,
        { column: "City", to: "field", field: "city" },
        { column: "Score", to: "custom", key: "score", type: "number", missing: ["?"] },
      ],
    });
    expect(read("a@b.nl", " select", "?")).toMatchObject({ values: { email: "a@b.nl" } });
    expect(read("a@b.nl", "", "-")).toMatchObject({ values: { email: "a@b.nl" } });
  });

  it("keeps text to the letter", () => {
    const read = leads(["Email", "Notes"], {
      columns: [EMAIL, { column: "Notes", to: "custom", key: "notes", type: "text" }],
    });
    expect(read("a@b.nl", "  leading and trailing  ")).toMatchObject({ values: { notes: "  leading and trailing  " } });
  });

  it("is refused with the column, the value and the reason", () => {
    const read = leads(["Email", "Age", "Last name"], {
      columns: [
        EMAIL,
        { column: "Age", to: "custom", key: "age", type: "number" },
        { column: "Last name", to: "field", field: "last_name" },
      ],
    });
    expect(read("a@b.nl", "old", "")).toEqual({ reason: "number_invalid", column: "Age", value: "old" });
    expect(read("not an address", "1", "")).toEqual({
      reason: "email_invalid",
      column: "Email",
      value: "not an address",
    });
    expect(read("a@b.nl", "", "x".repeat(251))).toMatchObject({ reason: "text_too_long", column: "Last name" });
    expect(read("", "", "")).toEqual({ reason: "no_lead", column: null, value: null });
  });

  it("with a role address is known by address, name, phone and company together", () => {
    const read = leads(["Email", "Name"], { columns: [EMAIL, { column: "Name", to: "full_name" }] });
    const kinds = (row: ReturnType<typeof read>) => "identities" in row && row.identities.map(({ kind }) => kind);
    expect(kinds(read("info@acme.nl", "Jan de Vries"))).toEqual(["person"]);
    expect(kinds(read("jan@acme.nl", "Jan de Vries"))).toEqual(["email"]);
    expect(read("info@acme.nl", "Jan de Vries")).toMatchObject({
      values: { email: "info@acme.nl", first_name: "Jan", last_name: "de Vries" },
    });
    expect(read("info@acme.nl", "Jan de Vries")).not.toMatchObject(read("info@acme.nl", "An de Vries"));
  });

  it("finds its columns by name without regard to case and blanks, and reads no others", () => {
    const read = leads([" EMAIL ", "Other"], { columns: [EMAIL, { column: "Gone", to: "field", field: "city" }] });
    expect(read("a@b.nl", "x")).toMatchObject({ values: { email: "a@b.nl" } });
  });
});

describe("a row of an events file", () => {
  const arrived = Date.parse("2026-03-12T10:00:00Z");
  function events(columns: readonly string[], mapping: object) {
    const rows = new EventRows({
      mapping: mappingSchema.parse({ kind: "events", ...mapping }),
      columns,
      zones,
      arrived,
    });
    return (...cells: string[]) => rows.read(cells);
  }
  const types = (row: ReturnType<ReturnType<typeof events>>) =>
    "events" in row ? row.events.map(({ type }) => type) : row;

  it("is one event of the type it names", () => {
    const read = events(["id", "when", "what", "page", "ms"], {
      source: "web",
      columns: [
        { column: "id", to: "external_id" },
        { column: "when", to: "event_time" },
        { column: "what", to: "event_type", names: { view: "page_viewed" } },
        { column: "page", to: "event_asset" },
        { column: "ms", to: "property", key: "ms", type: "number" },
      ],
    });
    expect(read("7", "2026-03-01 12:00", "View", "/pricing", "250")).toMatchObject({
      identities: [{ kind: "external:web", value: "7" }],
      events: [
        {
          type: "page_viewed",
          time: "2026-03-01 12:00",
          occurredAt: Date.parse("2026-03-01T11:00:00Z"),
          claimedAt: null,
          asset: "/pricing",
          properties: { ms: 250 },
          isCounted: true,
        },
      ],
    });
    expect(types(read("7", "2026-03-01", "Add to cart", "", ""))).toEqual(["add_to_cart"]);
    expect(read("7", "2026-03-14", "view", "", "")).toMatchObject({ reason: "too_far_ahead", column: "when" });
    expect(read("7", "1999-03-14", "view", "", "")).toMatchObject({ reason: "before_2000" });
    expect(read("7", "", "view", "", "")).toMatchObject({ reason: "time_missing" });
    expect(read("7", "2026-03-01", "", "", "")).toMatchObject({ reason: "event_type_missing", column: "what" });
  });

  it("of counts is as many events as its rules say", () => {
    const read = events(["id", "day", "minutes", "lessons"], {
      columns: [
        { column: "id", to: "external_id" },
        { column: "day", to: "event_time" },
        { column: "minutes", to: "property", key: "minutes", type: "number" },
      ],
      events: [
        { type: "studied", when: { column: "minutes", above: 0 } },
        { type: "rested", when: { column: "minutes", atMost: 0 }, properties: [] },
        { type: "lesson_completed", times: "lessons", properties: [] },
      ],
    });
    expect(types(read("7", "2015-1-9", "11.5", "2"))).toEqual(["studied", "lesson_completed", "lesson_completed"]);
    expect(types(read("7", "2015-1-9", "0", "0"))).toEqual(["rested"]);
    expect(types(read("7", "2015-1-9", "0", "1001"))).toEqual({
      reason: "count_too_large",
      column: "lessons",
      value: "1001",
    });
  });
});

describe("a row of an outcomes file", () => {
  const columns = ["email", "stage", "closed", "amount", "cur"];
  const mapping = mappingSchema.parse({
    kind: "outcomes",
    currency: "EUR",
    columns: [
      { column: "email", to: "email" },
      { column: "stage", to: "outcome", won: ["Closed Won"], lost: ["Closed Lost"] },
      { column: "closed", to: "outcome_time" },
      { column: "amount", to: "outcome_value" },
      { column: "cur", to: "outcome_currency" },
    ],
  });
  const rows = new OutcomeRows({ mapping, columns, zones, arrived: ARRIVED });

  it("is a result with its time, value and currency in minor units", () => {
    expect(rows.read(["a@b.nl", "closed won", "2026-01-05", "1250.5", ""])).toMatchObject({
      outcome: { result: "won", at: Date.parse("2026-01-04T23:00:00Z"), valueMinor: 125_050, currency: "EUR" },
    });
    expect(rows.read(["a@b.nl", "Closed Lost", "", "1250", "jpy"])).toMatchObject({
      outcome: { result: "lost", at: null, valueMinor: 1250, currency: "JPY" },
    });
  });

  it("of a day to come, or of before 2000, is refused: nobody has bought in 2031", () => {
    const refused = { column: "closed", value: "2031-01-01" };
    expect(rows.read(["a@b.nl", "Closed Won", "2031-01-01", "", ""])).toEqual({ ...refused, reason: "too_far_ahead" });
    expect(rows.read(["a@b.nl", "Closed Won", "1999-12-01", "", ""])).toMatchObject({ reason: "before_2000" });
    // A day that has begun somewhere is today.
    expect(rows.read(["a@b.nl", "Closed Won", "2026-03-13", "", ""])).toMatchObject({ outcome: { at: ARRIVED } });
  });

  it("with another word is no outcome yet", () => {
    expect(rows.read(["a@b.nl", "Negotiation", "", "", ""])).toBeNull();
  });

  it("with a currency that there is not is refused", () => {
    expect(rows.read(["a@b.nl", "Closed Won", "", "1", "XQX"])).toEqual({
      reason: "currency_invalid",
      column: "cur",
      value: "XQX",
    });
  });
});
