import { describe, expect, test } from "vitest";
import { channelsFor, choicesSchema } from "./choices.ts";
import { ALERT_KINDS, kindsOf } from "./kinds.ts";

const everywhere = { byEmail: true, byWebhook: true };

describe("where an alert goes", () => {
  test("a breach goes to the app and by e-mail as it comes, a newcomer to the app only", () => {
    expect(channelsFor("clock_breached", { choices: {}, ...everywhere })).toEqual(["app", "email"]);
    expect(channelsFor("newcomer", { choices: {}, ...everywhere })).toEqual(["app"]);
  });
  test("what a person chose goes before, nothing at all included", () => {
    const choices = { newcomer: ["webhook", "app"], clock_breached: [] } as const;
    const given = { choices: choicesSchema.parse(choices), ...everywhere };
    expect(channelsFor("newcomer", given)).toEqual(["app", "webhook"]);
    expect(channelsFor("clock_breached", given)).toEqual([]);
    expect(channelsFor("clock_half", given)).toEqual(["app"]);
  });
  test("a channel that is not set up gets nothing", () => {
    const choices = choicesSchema.parse({ newcomer: ["app", "email", "webhook"] });
    expect(channelsFor("newcomer", { choices, byEmail: false, byWebhook: true })).toEqual(["app", "webhook"]);
    expect(channelsFor("newcomer", { choices, byEmail: true, byWebhook: false })).toEqual(["app", "email"]);
  });
});

describe("who can get what", () => {
  test("a rep is told of leads and clocks, a marketer of passes only, nobody without a role of anything", () => {
    expect(kindsOf("rep")).toEqual(["newcomer", "clock_half", "clock_breached", "given", "unrouted", "digest"]);
    expect(kindsOf("marketer")).toEqual(["mass_effect"]);
    expect(kindsOf("manager")).toEqual(ALERT_KINDS.filter((kind) => kind !== "webhook_paused"));
    expect(kindsOf("admin")).toEqual(ALERT_KINDS);
    expect(kindsOf(null)).toEqual([]);
  });
});
