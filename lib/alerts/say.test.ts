import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Locale } from "#lib/i18n/locales.ts";
import { EXAMPLE_MONTH } from "#lib/performance/month-report/example-month.ts";
import { ALERT_KINDS, type AlertCause } from "./kinds.ts";
import { type Speech, sayAlert } from "./say.ts";
import { slackPayload } from "./slack.ts";
import { alertCatalogueSchema, speakerOf } from "./speech.ts";
import type { AlertView } from "./view.ts";

const NOON = Date.parse("2026-11-23T11:00:00Z");

function speech(locale: Locale): Speech {
  const { alerts } = alertCatalogueSchema.parse(JSON.parse(readFileSync(`messages/${locale}.json`, "utf8")));
  return { say: speakerOf(alerts.sentences, locale), locale, timeZone: "Europe/Amsterdam", now: NOON };
}

function alert(cause: AlertCause, changes: Partial<Pick<AlertView, "lead" | "isOfLead">> = {}): AlertView {
  return {
    ...cause,
    id: 1,
    raisedAt: NOON,
    dueAt: NOON,
    isSeen: false,
    isOfLead: true,
    lead: { id: 7, name: "Anna de Vries", company: "Kempen Sanitair" },
    people: { 4: "Bas" },
    event: { nl: "Demo aangevraagd", en: "Demo requested" },
    ...changes,
  };
}

const dueAt = "2026-11-23T10:17:00Z";
const CAUSES: readonly AlertCause[] = [
  { kind: "newcomer", facts: { eventType: "demo_requested", cell: "A1", dueAt } },
  { kind: "clock_half", facts: { dueAt } },
  { kind: "clock_breached", facts: { dueAt, ownerId: 4 } },
  { kind: "no_owner", facts: { dueAt, ownerId: null } },
  { kind: "given", facts: { byId: 4, note: "Bel na drieën." } },
  { kind: "unrouted", facts: { waitingSince: dueAt, toId: 4 } },
  { kind: "mass_effect", facts: { cause: "publish", moved: 12, qualified: 1 } },
  { kind: "digest", facts: { calls: 25, followUps: 3, clocks: 0, breached: 2 } },
  { kind: "month", facts: EXAMPLE_MONTH },
  { kind: "webhook_paused", facts: { endpointId: 1, name: "CRM", failingSince: dueAt } },
];

describe("an alert in words", () => {
  test("names the lead, what it did and until when, in Dutch", () => {
    expect(CAUSES.map((cause) => sayAlert(alert(cause), speech("nl")))).toEqual([
      {
        title: "Nieuw op je lijst: Anna de Vries",
        details: ["Kempen Sanitair", "Demo aangevraagd", "eerste contact vóór 11:17"],
      },
      {
        title: "De helft van de tijd is om: Anna de Vries",
        details: ["Kempen Sanitair", "eerste contact vóór 11:17"],
      },
      {
        title: "Over tijd: Anna de Vries",
        details: ["Kempen Sanitair", "eerste contact had vóór 11:17 gemoeten", "van Bas"],
      },
      {
        title: "Heeft haast en niemand die belt: Anna de Vries",
        details: ["Kempen Sanitair", "eerste contact vóór 11:17"],
      },
      { title: "Bas gaf je een lead: Anna de Vries", details: ["Kempen Sanitair", "Bel na drieën."] },
      {
        title: "Niet op tijd een eigenaar gevonden: Anna de Vries",
        details: ["Kempen Sanitair", "nu van Bas", "wacht sinds 11:17"],
      },
      {
        title: "Nieuwe versie gepubliceerd: wat er met de leads gebeurde",
        details: ["1 lead nieuw gekwalificeerd", "12 leads in een ander vak"],
      },
      {
        title: "De dag van het team: 25 gesprekken",
        details: ["3 ervan zijn opvolgingen", "geen leads met haast", "vorige werkdag 2 leads over tijd"],
      },
      { title: "De cijfers van oktober 2026", details: ["5 klanten, 1 in de maand ervoor"] },
      {
        title: "Berichten aan CRM staan stil",
        details: ["er kwam niets aan sinds 11:17", "alles blijft 30 dagen bewaard"],
      },
    ]);
  });

  test("says of many that came at once how many", () => {
    const many = { kind: "newcomer", facts: { eventType: null, cell: null, dueAt: null, count: 12 } } as const;
    expect(sayAlert({ ...alert(many), isOfLead: false, lead: null }, speech("nl"))).toEqual({
      title: "12 leads nieuw op je lijst",
      details: [],
    });
  });

  test("is said of every kind, in English too", () => {
    expect(new Set(CAUSES.map(({ kind }) => kind))).toEqual(new Set(ALERT_KINDS));
    const titles = CAUSES.map((cause) => sayAlert(alert(cause), speech("en")).title);
    expect(titles).toContain("Overdue: Anna de Vries");
    expect(titles).toContain("The team’s day: 25 calls");
  });

  test("tells a rep of the rep's own day", () => {
    const facts = { calls: 7, followUps: 1, clocks: 2, breached: null };
    expect(sayAlert(alert({ kind: "digest", facts }), speech("nl"))).toEqual({
      title: "Je dag: 7 gesprekken",
      details: ["1 ervan is een opvolging", "2 leads met haast"],
    });
  });

  test("tells a time of another day with its day", () => {
    const cause: AlertCause = { kind: "clock_half", facts: { dueAt: "2026-11-24T08:30:00Z" } };
    expect(sayAlert(alert(cause), speech("nl")).details).toContain("eerste contact vóór 24\u00a0nov\u00a009:30");
  });

  test("of many leads without an owner names none of them", () => {
    const cause: AlertCause = { kind: "unrouted", facts: { waitingSince: dueAt, toId: null } };
    expect(sayAlert(alert(cause, { lead: null, isOfLead: false }), speech("nl"))).toEqual({
      title: "Leads kregen niet op tijd een eigenaar",
      details: ["nog steeds van niemand", "wacht sinds 11:17"],
    });
  });

  test("does not name a lead that its reader sees no more, nor a colleague who is gone", () => {
    const cause: AlertCause = { kind: "given", facts: { byId: 9, note: "" } };
    expect(sayAlert(alert(cause, { lead: null }), speech("nl"))).toEqual({
      title: "iemand die hier niet meer werkt gaf je een lead: een lead die niet meer van jou is",
      details: [],
    });
  });
});

describe("an alert for Slack", () => {
  test("is a text with its title in bold and a link", () => {
    const link = { url: "https://voorrang.example/leads/7", label: "Bekijken" };
    expect(slackPayload({ title: "Over tijd: Anna", details: ["van Bas"], link })).toEqual({
      text: "*Over tijd: Anna*\nvan Bas\n<https://voorrang.example/leads/7|Bekijken>",
      unfurl_links: false,
      unfurl_media: false,
    });
  });

  test("mentions nobody and hides no link, whatever a lead is called", () => {
    const { text } = slackPayload({
      title: "Nieuw: <!channel> *R&D*",
      details: ["<https://evil.example|klik>"],
      link: null,
    });
    expect(text).toBe("*Nieuw: &lt;!channel&gt; ∗R&amp;D∗*\n&lt;https://evil.example|klik&gt;");
  });
});
