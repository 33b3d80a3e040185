import { expect, it } from "vitest";
import type { FieldTraits } from "#lib/model/guide/traits.ts";
import { badTraits, chosenTraits, readPerWeek } from "./choices.ts";

const INDUSTRY: FieldTraits = {
  field: "account.industry",
  kind: "value",
  traits: [
    { value: "HVAC", ofAll: 0.1, ofCustomers: 0.3 },
    { value: "Lifts", ofAll: 0.1, ofCustomers: 0.1 },
    { value: "Retail", ofAll: 0.2, ofCustomers: 0.1 },
    { value: "Media", ofAll: 0.2, ofCustomers: 0 },
  ],
};

it("values chosen together are weighed together: 40 % of customers against 20 % of all is twice as frequent", () => {
  expect(chosenTraits({ "account.industry": ["HVAC", "Lifts"] }, [INDUSTRY])).toEqual([
    { field: "account.industry", kind: "value", values: ["HVAC", "Lifts"], lift: 2 },
  ]);
  expect(chosenTraits({ "account.industry": [] }, [INDUSTRY])).toEqual([]);
});

it("bad leads are sought among what customers rarely have, the rarest first", () => {
  expect(badTraits([INDUSTRY]).flatMap(({ traits }) => traits.map(({ value }) => value))).toEqual(["Media", "Retail"]);
});

it("where nobody became a customer every value may be bad, and no lift is claimed", () => {
  const unknown = { ...INDUSTRY, traits: [{ value: "HVAC", ofAll: 0.1, ofCustomers: null }] };
  expect(badTraits([unknown])).toHaveLength(1);
  expect(chosenTraits({ "account.industry": ["HVAC"] }, [unknown])[0]?.lift).toBeNull();
});

it("nothing said about what sales can take is no answer, and what is no number is a wrong one", () => {
  expect(["", " 25 ", "0", "2.5", "many"].map(readPerWeek)).toEqual([null, 25, undefined, undefined, undefined]);
});
