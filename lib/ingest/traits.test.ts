import { describe, expect, it } from "vitest";
import { STANDARD_FIELDS } from "#lib/leads/fields.ts";
import { companyOf } from "./company.ts";
import { otherCompanyTraitsOf, otherTraitsOf } from "./other-traits.ts";
import { accountValuesOf, leadValuesOf } from "./traits.ts";

const OWN = { plan_tier: "text", postal_code: "text", social_linkedin: "text", "account.plan": "text" } as const;
const context = { types: { ...STANDARD_FIELDS, ...OWN }, timeZone: "Europe/Amsterdam" };

describe("what an identify says in objects", () => {
  it("fills the fields of the person by its place: parts of an address, and own fields by both names", () => {
    const address = { street: "Kade 1", city: "Gent", country: "BE", postalCode: "9000", state: "" };
    const traits = { email: "Ann@Firm.example", address, social: { linkedin: "ann", x: "@ann" }, planTier: "gold" };
    expect(leadValuesOf(traits, context)).toEqual({
      email: "ann@firm.example",
      ...{ city: "Gent", country: "BE", postal_code: "9000", social_linkedin: "ann", plan_tier: "gold" },
    });
    expect(otherTraitsOf(traits, context.types)).toEqual({ "address.street": "Kade 1", "social.x": "@ann" });
  });

  it("says less than a trait of its own, in whatever order they come", () => {
    const address = { city: "Gent" };
    expect(leadValuesOf({ city: "Lier", address }, context)).toEqual({ city: "Lier" });
    expect(leadValuesOf({ address, city: "Lier" }, context)).toEqual({ city: "Lier" });
  });

  it("about the company is the company's and no field of the person", () => {
    const traits = { company: { name: "Acme", city: "Gent", plan_tier: "iron", colour: "red" } };
    expect(leadValuesOf(traits, context)).toEqual({});
    expect(otherTraitsOf(traits, context.types)).toEqual({});
  });

  it("names no field of a company from outside of it, and no field that only people set", () => {
    const odd = { account: { name: "Evil", plan: "gold" }, "account.name": "Evil", flags: ["vip"], email: { a: "b" } };
    expect(leadValuesOf(odd, context)).toEqual({});
    expect(otherTraitsOf(odd, context.types)).toEqual({
      "account.name": "Evil",
      "account.plan": "gold",
      "email.a": "b",
    });
  });
});

describe("a company", () => {
  it("is named by a text, or by an object whose id is that of its group", () => {
    expect(companyOf({ company: "Acme" })).toEqual({ groupId: null, traits: { name: "Acme" } });
    expect(companyOf({ company: { id: 17, name: "Acme" } })?.groupId).toBe("17");
    expect(companyOf({ company: { id: "x".repeat(600) } })?.groupId).toBeNull();
    for (const company of [undefined, null, 5, ["Acme"]]) expect(companyOf({ company })).toBeNull();
  });

  it("has the fields that the protocol names, the parts of its address and own fields by their key", () => {
    const traits = {
      ...{ id: "g1", name: "Acme", website: "https://www.acme.example/nl", industry: "Steel", employee_count: "250" },
      ...{ address: { city: "Gent", country: "BE", street: "Kade 1" }, plan: "gold", phone: "014 1", avatar: null },
    };
    expect(accountValuesOf(traits, context)).toEqual({
      ...{ "account.name": "Acme", "account.domain": "acme.example", "account.industry": "Steel" },
      ...{ "account.employees": 250, "account.city": "Gent", "account.country": "BE", "account.plan": "gold" },
    });
    expect(otherCompanyTraitsOf(traits, context.types)).toEqual({ "address.street": "Kade 1", phone: "014 1" });
  });
});
