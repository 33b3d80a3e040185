import { describe, expect, test } from "vitest";
import type { CrmField } from "./door.ts";
import { asksForAll, crmSettingsSchema, pairsInForce, pushesMore, usualPairs } from "./settings.ts";

const fields: readonly CrmField[] = [
  { name: "firstname", label: "First name", type: "text" },
  { name: "size", label: "Size", type: "number" },
  { name: "tags", label: "Tags", type: "list" },
];
const types = {
  first_name: "text",
  city: "text",
  email_domain: "text",
  flags: "list",
  "account.employees": "number",
} as const;
const settings = crmSettingsSchema.parse({});

describe("the mapping of fields", () => {
  test("holds for fields of one type that are there on both sides", () => {
    const pairs = [
      { crm: "firstname", to: "first_name" },
      { crm: "size", to: "account.employees" },
      { crm: "size", to: "city" },
      { crm: "gone", to: "city" },
      { crm: "firstname", to: "unknown" },
    ];
    expect(pairsInForce(pairs, { fields, types }).map(({ field, to }) => `${field.name} ${to}`)).toEqual([
      "firstname first_name",
      "size account.employees",
    ]);
  });

  test("never fills what is derived or set by people only", () => {
    const pairs = [
      { crm: "firstname", to: "email_domain" },
      { crm: "tags", to: "flags" },
    ];
    expect(pairsInForce(pairs, { fields, types })).toEqual([]);
  });

  test("begins with what usually means the same, as far as the CRM has it", () => {
    const usual = { first_name: "firstname", city: "town" };
    expect(usualPairs(usual, { fields, types })).toEqual([{ crm: "firstname", to: "first_name" }]);
  });

  test("fills a field from one field only", () => {
    const two = [
      { crm: "a", to: "city" },
      { crm: "b", to: "city" },
    ];
    expect(crmSettingsSchema.safeParse({ fields: two }).success).toBe(false);
  });
});

describe("a change of settings", () => {
  test("asks for everything once more when more is to be pulled, not when the order or a rule differs", () => {
    const before = {
      ...settings,
      fields: [
        { crm: "a", to: "city" },
        { crm: "b", to: "phone" },
      ],
    };
    expect(asksForAll(before, { ...before, fields: before.fields.toReversed(), fieldsWin: "here" })).toBe(false);
    expect(asksForAll(before, { ...before, fields: [{ crm: "c", to: "city" }] })).toBe(true);
    expect(asksForAll(before, { ...before, createsLeads: false })).toBe(true);
  });

  test("pushes everything once more when more is to be pushed or in another language", () => {
    const before = { ...settings, push: ["cell" as const] };
    expect(pushesMore(before, { ...before, push: [] })).toBe(false);
    expect(pushesMore(before, { ...before, push: ["cell", "fit"] })).toBe(true);
    expect(pushesMore(before, { ...before, locale: "nl" })).toBe(true);
  });
});
