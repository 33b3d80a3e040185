import { expect, it } from "vitest";
import { STANDARD_FIELDS } from "#lib/leads/fields.ts";
import { STAGES } from "#lib/lifecycle/constants.ts";
import { aDefinition } from "#lib/scoring/test/definitions.ts";
import { askableOf } from "./askable.ts";

const CATALOGUE = { fields: STANDARD_FIELDS, eventTypes: [], stages: STAGES };
const trait = (value: string, field = "country") => ({
  type: "attribute" as const,
  key: `key_${value.toLowerCase()}_${field}`,
  label: "Trait",
  points: 10,
  condition: { field, op: "equals" as const, value },
});
const whole = aDefinition({ fit: [trait("NL")] });
const ASKED = { field: "country", op: "equals", value: "BE" } as const;

it("what makes sense is asked as it stands", () => {
  expect(askableOf(whole, CATALOGUE, null)).toBe(whole);
});

it("a rule whose value is not typed yet, or whose field is not there, is not asked for", () => {
  const typing = aDefinition({ fit: [trait("NL"), trait("DE", "nowhere")] });
  const [group] = typing.axes.fit.groups;
  const empty = { ...trait("x"), active: null, condition: { ...ASKED, value: "" } };
  const fit = { ...typing.axes.fit, groups: group ? [{ ...group, criteria: [...group.criteria, empty] }] : [] };
  const asked = askableOf({ ...typing, axes: { ...typing.axes, fit } }, CATALOGUE, null);
  expect(asked.axes.fit.groups.flatMap(({ criteria }) => criteria.map(({ key }) => key))).toEqual(["key_nl_country"]);
});

it("while the segment is being typed the last one that made sense holds", () => {
  expect(askableOf({ ...whole, segment: { ...ASKED, value: "" } }, CATALOGUE, ASKED).segment).toBe(ASKED);
  const reversed = { field: "account.employees", op: "between", from: 500, to: 50 } as const;
  expect(askableOf({ ...whole, segment: reversed }, CATALOGUE, null).segment).toBeNull();
  expect(askableOf({ ...whole, segment: ASKED }, CATALOGUE, null).segment).toBe(ASKED);
});
