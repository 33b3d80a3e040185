import { expect, test } from "vitest";
import { STANDARD_FIELDS } from "#lib/leads/fields.ts";
import { STAGES } from "#lib/lifecycle/constants.ts";
import { definitionSchema } from "#lib/scoring/definition.ts";
import { validateDefinition } from "#lib/scoring/validate.ts";
import { listCriteria } from "./criteria.ts";
import { starterDefinition } from "./starter.ts";

test("the starter is a definition of 5 to 10 criteria and says the same after a round trip", () => {
  const starter = starterDefinition();
  expect(definitionSchema.parse(JSON.parse(JSON.stringify(starter)))).toEqual(starter);
  const { length } = listCriteria(starter);
  expect(length).toBeGreaterThanOrEqual(5);
  expect(length).toBeLessThanOrEqual(10);
});

test("every cell has a play of its own rank, and what is handed to sales is called", () => {
  const { plays, qualifies } = starterDefinition();
  const ranks = Object.values(plays).map(({ priority }) => priority);
  expect(ranks.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 16 }, (_, index) => index + 1));
  const called = Object.entries(plays).filter(([, { action }]) => action === "call_now" || action === "call_today");
  expect("cells" in qualifies && qualifies.cells.toSorted()).toEqual(called.map(([cell]) => cell).toSorted());
});

test("the starter can be published by any organisation: it names only fields and events that are there", () => {
  const catalogues = [
    [],
    ["demo_requested", "pricing_page_viewed", "whitepaper_downloaded"],
    ["Email Opened", "Page Visited on Website", "Webinar attended", "Prijzen bekeken"],
  ];
  for (const eventTypes of catalogues) {
    const catalogue = { fields: STANDARD_FIELDS, eventTypes, stages: STAGES };
    expect(validateDefinition(starterDefinition(eventTypes), catalogue)).toEqual([]);
  }
});

test("events with other names are found by how they sound", () => {
  const starter = starterDefinition(["Email Opened", "Webinar attended", "Prijzen bekeken"]);
  const types = listCriteria(starter).flatMap(({ criterion }) =>
    criterion.type === "attribute" || criterion.events.types === "any" ? [] : criterion.events.types,
  );
  expect(types).toEqual(["Prijzen bekeken", "Webinar attended", "Email Opened"]);
});
