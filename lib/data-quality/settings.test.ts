import { describe, expect, test } from "vitest";
import { requiredFields, settingsFormSchema, writeBounce } from "./settings.ts";

describe("which fields are required", () => {
  const types = { phone: "text", job_title: "text" } as const;

  test("is what was chosen, as far as there still is such a field", () => {
    expect(requiredFields({ required: ["phone", "gone"] }, { definitions: [], types })).toEqual(["phone"]);
  });

  test("is nothing where nothing was chosen and no model scores", () => {
    expect(requiredFields({ required: null }, { definitions: [], types })).toEqual([]);
    expect(requiredFields({ required: [] }, { definitions: [], types })).toEqual([]);
  });
});

describe("the form", () => {
  test("says the ticked boxes, and what tells of a bounce", () => {
    const form = { by: "choice", "field:phone": "on", "field:account.name": "on", bounce: "event:email_bounced" };
    expect(settingsFormSchema.parse(form)).toEqual({
      required: ["phone", "account.name"],
      bounce: { kind: "event", key: "email_bounced" },
    });
  });

  test("leaves the fields to the models, whatever is ticked", () => {
    expect(settingsFormSchema.parse({ by: "models", "field:phone": "on" })).toEqual({ required: null, bounce: null });
  });

  test("reads what it wrote of bounces", () => {
    const sign = { kind: "field", key: "mail:dead" } as const;
    expect(settingsFormSchema.parse({ by: "models", bounce: writeBounce(sign) }).bounce).toEqual(sign);
    expect(settingsFormSchema.parse({ by: "models", bounce: writeBounce(null) }).bounce).toBeNull();
    expect(settingsFormSchema.parse({ by: "models", bounce: "somewhere" }).bounce).toBeNull();
  });

  test("that says nothing is none", () => {
    expect(settingsFormSchema.safeParse({}).success).toBe(false);
  });
});
