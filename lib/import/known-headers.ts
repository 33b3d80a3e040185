import { isLeadFile } from "#lib/leads/lead-file-columns.ts";
import type { MappedColumn } from "./mapping.ts";

type Distribute<Entry> = Entry extends unknown ? Omit<Entry, "column" | "value"> : never;
/** What a column means, apart from which column it is. */
export type Target = Distribute<MappedColumn>;

/** Systems whose exports are known by their headers; their name becomes the source of the ids. */
export const PRESETS = ["voorrang", "hubspot", "salesforce", "pipedrive"] as const;
export type Preset = (typeof PRESETS)[number];

/** A header as it is compared: without case, accents, signs, and Pipedrive's `Person - ` in front. */
export function foldHeader(header: string): string {
  return header
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .replace(/^(person|persoon|contact|lead)\s+-\s+/, "")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

/** The system that a file comes from, by headers that others do not have; null when no one can tell. */
export function findPreset(headers: readonly string[]): Preset | null {
  if (isLeadFile(headers)) return "voorrang";
  const folded = new Set(headers.map(foldHeader));
  if (headers.some((header) => /^(person|persoon)\s+-\s+/i.test(header))) return "pipedrive";
  const has = (...names: string[]) => names.filter((name) => folded.has(name)).length;
  if (has("record id", "contact owner", "lifecycle stage", "create date", "contact id", "original source") >= 2)
    return "hubspot";
  if (
    has(
      "lead source",
      "lead id",
      "lead owner",
      "lead status",
      "is converted",
      "has opted out of email",
      "do not call",
      "number of employees",
    ) >= 3
  )
    return "salesforce";
  return null;
}

function words(list: string, target: Target): [string, Target][] {
  return list.split(",").map((word) => [word.trim(), target]);
}

/** Headers in English, Dutch and German, as HubSpot, Salesforce, Pipedrive and people write them. */
export const LEAD_HEADERS: ReadonlyMap<string, Target> = new Map([
  ...words(
    `email, e mail, email address, e mail address, e mailadres, emailadres, mail, e mail adresse, email work, e mail werk,
    email home, e mail thuis, email other, e mail overig`,
    { to: "email" },
  ),
  ...words(
    "id, record id, lead id, contact id, person id, prospect id, external id, extern id, klantnummer, customer id, uuid, user id, account key",
    { to: "external_id" },
  ),
  ...words("name, full name, naam, volledige naam, contactpersoon, contact name", { to: "full_name" }),
  ...words("first name, voornaam, given name, vorname", { to: "field", field: "first_name" }),
  ...words("last name, achternaam, surname, family name, nachname", { to: "field", field: "last_name" }),
  ...words(
    `phone, phone number, telephone, telefoon, telefoonnummer, telefon, phone work, telefoon werk, mobile, mobile phone,
    mobile phone number, mobiel, mobiel nummer, phone mobile, telefoon mobiel`,
    { to: "field", field: "phone" },
  ),
  ...words("job title, title, functie, functietitel, function, role, position", { to: "field", field: "job_title" }),
  ...words(
    "company, company name, organization, organisation, organisatie, bedrijf, bedrijfsnaam, firma, account name, associated company",
    {
      to: "field",
      field: "account.name",
    },
  ),
  ...words("website, website url, domain, company domain name, company domain, domein", {
    to: "field",
    field: "account.domain",
  }),
  ...words("industry, branche, sector, bedrijfstak", { to: "field", field: "account.industry" }),
  ...words("number of employees, no of employees, employees, aantal medewerkers, aantal werknemers, medewerkers", {
    to: "field",
    field: "account.employees",
  }),
  ...words("country, country region, land, country code", { to: "field", field: "country" }),
  ...words("city, plaats, stad, woonplaats, ort, stadt", { to: "field", field: "city" }),
  ...words("language, preferred language, taal, voorkeurstaal, sprache", { to: "field", field: "language" }),
  ...words("source, lead source, original source, bron, herkomst, original traffic source", {
    to: "field",
    field: "source",
  }),
  ...words(
    `created, created at, created date, create date, creation date, date created, added, aangemaakt, aangemaakt op,
    datum aangemaakt, person created, persoon aangemaakt, contact created, add time, created on`,
    { to: "created_at" },
  ),
  ...words("owner, contact owner, lead owner, eigenaar, owner email, assigned to", { to: "owner" }),
  ...words("do not call, niet bellen, bel me niet", { to: "permission", permission: "may_call", inverted: true }),
  ...words(
    "do not email, niet mailen, has opted out of email, email opt out, unsubscribed, unsubscribed from all email, opt out, uitgeschreven",
    { to: "permission", permission: "may_email", inverted: true },
  ),
  ...words("may call, mag bellen", { to: "permission", permission: "may_call", inverted: false }),
  ...words("may email, mag mailen, opt in, email opt in, nieuwsbrief", {
    to: "permission",
    permission: "may_email",
    inverted: false,
  }),
  ...words("converted, is converted, won, gewonnen, is customer", {
    to: "outcome",
    won: ["1", "true", "yes", "ja", "won"],
    lost: [],
  }),
]);

export const EVENT_HEADERS: ReadonlyMap<string, Target> = new Map([
  ...words("email, e mail, email address, e mailadres", { to: "email" }),
  ...words(
    "user id, lead id, contact id, visitor id, visitorid, person id, account key, external id, customer id, userid, prospect id, record id",
    { to: "external_id" },
  ),
  ...words(
    `time, timestamp, datetime, date, occurred at, event time, created at, created, when, at, datum, tijdstip, tijd, utc date,
    creation date, date time`,
    { to: "event_time" },
  ),
  ...words("event, event type, type, action, activity, event name, gebeurtenis, actie, activiteit", {
    to: "event_type",
    names: {},
  }),
  ...words("event id, message id, eventid, activity id", { to: "event_id" }),
  ...words(
    "url, page, page url, asset, document, item, itemid, item id, campaign, campagne, pagina, content, lesson key, landing page",
    {
      to: "event_asset",
    },
  ),
]);

export const OUTCOME_HEADERS: ReadonlyMap<string, Target> = new Map([
  ...words("email, e mail, email address, e mailadres, contact email", { to: "email" }),
  ...words("lead id, contact id, user id, person id, external id, customer id, prospect id, account key, record id", {
    to: "external_id",
  }),
  ...words("deal id, opportunity id, id, dealid, opportunity", { to: "outcome_id" }),
  ...words("result, outcome, status, stage, deal stage, converted, won, is won, resultaat, uitkomst, fase", {
    to: "outcome",
    won: ["1", "true", "yes", "ja", "won", "closed won", "gewonnen", "customer", "klant"],
    lost: ["lost", "closed lost", "verloren"],
  }),
  ...words("time, timestamp, date, closed at, close date, closed date, won at, datum, sluitdatum, afgesloten op", {
    to: "outcome_time",
  }),
  ...words("value, amount, deal value, deal amount, revenue, waarde, bedrag, omzet", { to: "outcome_value" }),
  ...words("currency, deal currency, valuta, munteenheid", { to: "outcome_currency" }),
]);

/** As advertising programs and people head what they spent. */
export const COST_HEADERS: ReadonlyMap<string, Target> = new Map([
  ...words("month, date, day, period, maand, datum, dag, periode, monat", { to: "cost_month" }),
  ...words("source, lead source, channel, medium, bron, herkomst, kanaal, utm source, quelle", { to: "cost_source" }),
  ...words(
    "cost, costs, amount, amount spent, spend, spent, budget, kosten, bedrag, uitgegeven, besteed, besteed bedrag, betrag",
    { to: "cost_amount" },
  ),
  ...words("currency, currency code, valuta, munteenheid, wahrung", { to: "cost_currency" }),
]);
