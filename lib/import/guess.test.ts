import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { ImportKind } from "./constants.ts";
import { guessMapping } from "./guess.ts";
import { guessDates, guessDecimal, guessType } from "./guess-values.ts";
import { toKey } from "./key.ts";
import { mappingSchema } from "./mapping.ts";

function guess(columns: readonly string[], sample: readonly (readonly string[])[] = [], kind: ImportKind = "leads") {
  const { mapping, preset } = guessMapping({ kind, layout: { columns, sample }, fieldTypes: { team_size: "text" } });
  mappingSchema.parse(mapping);
  const targets = Object.fromEntries(
    mapping.columns.map((entry) => {
      const name = entry.to === "field" ? entry.field : entry.to === "permission" ? entry.permission : entry.to;
      return [entry.column, entry.to === "custom" || entry.to === "property" ? `${entry.key}: ${entry.type}` : name];
    }),
  );
  return { mapping, preset, targets };
}

describe("a guessed mapping", () => {
  it("knows the contacts that HubSpot exports", () => {
    const { preset, targets, mapping } = guess([
      "Record ID",
      "First Name",
      "Last Name",
      "Email",
      "Phone Number",
      "Contact owner",
      "Lead Status",
      "Create Date",
      "Job Title",
      "Company name",
      "Number of Employees",
      "Country/Region",
      "Original Source",
      "Unsubscribed from all email",
    ]);
    const [permission] = guess(["Opted out of email: Newsletter"]).mapping.columns;
    expect(permission).toMatchObject({ to: "permission", permission: "may_email", inverted: true });
    expect(preset).toBe("hubspot");
    expect(mapping.source).toBe("hubspot");
    expect(targets).toEqual({
      "Record ID": "external_id",
      "First Name": "first_name",
      "Last Name": "last_name",
      Email: "email",
      "Phone Number": "phone",
      "Contact owner": "owner",
      "Lead Status": "lead_status: text",
      "Create Date": "created_at",
      "Job Title": "job_title",
      "Company name": "account.name",
      "Number of Employees": "account.employees",
      "Country/Region": "country",
      "Original Source": "source",
      "Unsubscribed from all email": "may_email",
    });
  });

  it("knows the leads that Salesforce exports", () => {
    const { preset, targets } = guess([
      "Lead ID",
      "FirstName",
      "LastName",
      "Title",
      "Company",
      "Email",
      "MobilePhone",
      "LeadSource",
      "LeadStatus",
      "NumberOfEmployees",
      "DoNotCall",
      "HasOptedOutOfEmail",
      "IsConverted",
      "CreatedDate",
    ]);
    expect(preset).toBe("salesforce");
    expect(targets).toMatchObject({
      "Lead ID": "external_id",
      Title: "job_title",
      Company: "account.name",
      MobilePhone: "phone",
      LeadSource: "source",
      NumberOfEmployees: "account.employees",
      DoNotCall: "may_call",
      HasOptedOutOfEmail: "may_email",
      IsConverted: "outcome",
      CreatedDate: "created_at",
    });
  });

  it("knows the persons that Pipedrive exports, in English and Dutch", () => {
    const expected = ["external_id", "full_name", "email", "phone", "account.name", "owner", "created_at"];
    const english = guess([
      "Person - ID",
      "Person - Name",
      "Person - Email - Work",
      "Person - Phone - Work",
      "Person - Organization",
      "Person - Owner",
      "Person - Person created",
    ]);
    const dutch = guess([
      "Persoon - ID",
      "Persoon - Naam",
      "Persoon - E-mail - Werk",
      "Persoon - Telefoon - Werk",
      "Persoon - Organisatie",
      "Persoon - Eigenaar",
      "Persoon - Persoon aangemaakt",
    ]);
    expect([english.preset, dutch.preset]).toEqual(["pipedrive", "pipedrive"]);
    expect(Object.values(english.targets)).toEqual(expected);
    expect(Object.values(dutch.targets)).toEqual(expected);
  });

  it("makes fields of the organisation's own of what it does not know, typed by their values", () => {
    const { targets, mapping } = guess(
      ["E-mail", "Team size", "Budget", "Newsletter?", "Renewal", "Interests", "Postcode", "城市"],
      [
        ["a@b.nl", "12", "1.250,50", "ja", "31-12-2025", "crm; erp", "0123", "x"],
        ["c@d.nl", "30", "n/a", "nee", "01-03-2026", "mail", "0456", "y"],
      ],
    );
    expect(targets).toEqual({
      "E-mail": "email",
      "Team size": "team_size: text",
      Budget: "budget: number",
      "Newsletter?": "newsletter: boolean",
      Renewal: "renewal: date",
      Interests: "interests: list",
      Postcode: "postcode: text",
      城市: "column: text",
    });
    expect(mapping).toMatchObject({ decimal: "comma", dates: "day_first", missing: ["n/a"] });
  });

  it("gives a field to one column only and never takes a standard field's name", () => {
    const { targets } = guess(["Email", "Phone", "Mobile", "Email domain"], [["a@b.nl", "06-1", "06-2", "b.nl"]]);
    expect(targets).toEqual({
      Email: "email",
      Phone: "phone",
      Mobile: "mobile: text",
      "Email domain": "email_domain_2: text",
    });
  });

  it("leaves the reasons out of a file of rejected rows, in either language", async () => {
    for (const locale of ["nl", "en"]) {
      const { line, column, value, reason } = JSON.parse(readFileSync(`messages/${locale}.json`, "utf8")).data.rejected;
      const { targets } = guess(["Email", "City", line, column, value, reason]);
      expect(targets).toEqual({
        Email: "email",
        City: "city",
        [line]: "ignore",
        [column]: "ignore",
        [value]: "ignore",
        [reason]: "ignore",
      });
      const outcomes = guess(["Email", "Result", value, line, column, `${value} (2)`, reason], [], "outcomes").targets;
      expect(outcomes[value]).toBe("outcome_value");
      expect(outcomes[`${value} (2)`]).toBe("ignore");
    }
    expect(guess(["Email", "Line", "Reason"]).targets).toMatchObject({ Line: "line: text", Reason: "reason: text" });
  });

  it("takes what somebody added to our file of leads for what it says, and not for a field that the file has", () => {
    const columns = ["Telephone", "lead_id", "may_score", "phone", "budget:text", "Budget", "identities"];
    expect(guess(columns, [["06", "7", "true", "", "", "-", "[]"]]).targets).toEqual({
      Telephone: "telephone: text",
      lead_id: "ignore",
      may_score: "may_score",
      phone: "phone",
      "budget:text": "budget: text",
      Budget: "budget_2: text",
      identities: "identities",
    });
  });

  it("finds the address in a file without a header", () => {
    expect(
      guess(
        ["Column 1", "Column 2"],
        [
          ["Jan", "jan@b.nl"],
          ["An", "an@b.nl"],
        ],
      ).targets["Column 2"],
    ).toBe("email");
  });

  it("knows the columns of event and outcome logs", () => {
    const events = guess(
      ["timestamp", "visitorid", "event", "itemid", "price"],
      [["1433193132535", "7", "view", "39", "9.5"]],
      "events",
    );
    expect(events.targets).toEqual({
      timestamp: "event_time",
      visitorid: "external_id",
      event: "event_type",
      itemid: "event_asset",
      price: "price: number",
    });
    expect(events.mapping.dates).toBe("epoch_milliseconds");
    const outcomes = guess(
      ["Email", "Deal ID", "Stage", "Amount", "Close date"],
      [["a@b.nl", "1", "Closed Won", "10", "12/31/2025"]],
      "outcomes",
    );
    expect(Object.values(outcomes.targets)).toEqual([
      "email",
      "outcome_id",
      "outcome",
      "outcome_value",
      "outcome_time",
    ]);
    expect(outcomes.mapping.dates).toBe("month_first");
  });
});

describe("reading between the cells", () => {
  it("the decimal mark is the one that more numbers have", () => {
    expect(guessDecimal([["1,7", "200.000.000"]])).toBe("comma");
    expect(guessDecimal([["6,718", "1.5", "12"]])).toBe("point");
    expect(guessDecimal([["6,718", "12"]])).toBe("point");
  });

  it("the order of dates is the one in which most of them can be read", () => {
    expect(guessDates(["02/01/2014", "31/12/2012"])).toBe("day_first");
    expect(guessDates(["02/01/2014", "12/31/2012"])).toBe("month_first");
    expect(guessDates(["2018/03/31", "2018/3/31"])).toBe("year_first");
    expect(guessDates(["20140102"])).toBe("compact");
    expect(guessDates(["soon"])).toBeNull();
  });

  it("one cell that is no date does not hide the order of the others", () => {
    const days = Array.from({ length: 59 }, (_, at) => `${String((at % 28) + 1).padStart(2, "0")}.03.2024`);
    expect(guessDates([...days, "unbekannt"])).toBe("day_first");
    expect(guessDates([...days, "31.02.2024"])).toBe("day_first");
    expect(guessDates(["12/31/2024", "11/30/2024", "31/12/2024"])).toBe("month_first");
    expect(guessDates(["1433193132535", "1433193132536", "soon"])).toBe("epoch_milliseconds");
    expect(guessDates(["01.03.2024", "soon", "later"])).toBeNull();
    expect(guessType([...days, "unbekannt"], "point")).toBe("date");
    expect(guessType(["01.03.2024", "02.03.2024", "soon"], "point")).toBe("text");
    const { mapping } = guess(
      ["Email", "Created"],
      [...days, "unbekannt"].map((day, at) => [`p${at}@b.nl`, day]),
    );
    expect(mapping.dates).toBe("day_first");
  });

  it("of lists are short items, not the clauses of a sentence", () => {
    expect(guessType(["crm; erp", "mail", "Head of Sales;IT"], "point")).toBe("list");
    expect(guessType(["Sales en marketing van Noord;IT"], "point")).toBe("list");
    expect(guessType(["Belt liever niet; stuur eerst een mail met prijzen"], "point")).toBe("text");
    expect(guessType(["Groot", "Wil eerst de jaarcijfers zien; daarna pas praten we verder", ""], "point")).toBe(
      "text",
    );
  });

  it("telephones and codes are text, however many digits they have", () => {
    expect(guessType(["+31612345678"], "point")).toBe("text");
    expect(guessType(["0612345678"], "point")).toBe("text");
    expect(guessType(["01", "02"], "point")).toBe("text");
    expect(guessType(["1", "0"], "point")).toBe("number");
  });

  it("a cell of a million characters is looked through at once", () => {
    const from = performance.now();
    guessType(["x".repeat(1_000_000)], "point");
    expect(performance.now() - from).toBeLessThan(20_000);
  });

  it("a key is made of the words of a name", () => {
    expect(toKey("TotalVisits")).toBe("total_visits");
    expect(toKey("Aantal médewerkers (2024)")).toBe("aantal_medewerkers_2024");
    expect(toKey("2nd call")).toBe("n_2nd_call");
    expect(toKey("城市")).toBeNull();
  });
});
