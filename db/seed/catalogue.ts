import type { Label } from "#lib/scoring/definition.ts";
import type { FieldType } from "#lib/scoring/facts.ts";

/** What the demo organisation records: event types, its own fields, and what events are about. */
export const EVENT_TYPES = {
  page_viewed: { nl: "Pagina bekeken", en: "Page viewed" },
  pricing_page_viewed: { nl: "Prijspagina bekeken", en: "Pricing page viewed" },
  demo_requested: { nl: "Demo aangevraagd", en: "Demo requested" },
  case_study_viewed: { nl: "Casus gelezen", en: "Case study read" },
  whitepaper_downloaded: { nl: "Whitepaper gedownload", en: "Whitepaper downloaded" },
  webinar_registered: { nl: "Voor webinar aangemeld", en: "Registered for webinar" },
  webinar_attended: { nl: "Webinar gevolgd", en: "Webinar attended" },
  blog_viewed: { nl: "Blog gelezen", en: "Blog article read" },
  calculator_used: { nl: "Calculator gebruikt", en: "Calculator used" },
  fair_visited: { nl: "Stand bezocht", en: "Stand visited" },
  template_downloaded: { nl: "Sjabloon gedownload", en: "Template downloaded" },
  email_opened: { nl: "E-mail geopend", en: "E-mail opened" },
  email_clicked: { nl: "In e-mail geklikt", en: "E-mail clicked" },
  email_bounced: { nl: "E-mail niet bezorgd", en: "E-mail bounced" },
  unsubscribed: { nl: "Uitgeschreven", en: "Unsubscribed" },
} as const satisfies Readonly<Record<string, Label>>;
export type EventType = keyof typeof EVENT_TYPES;

export const SOURCES = ["website", "mail", "crm"] as const;
export type SourceKey = (typeof SOURCES)[number];

export const FIELDS: readonly { key: string; entity: "lead" | "account"; type: FieldType; label: Label }[] = [
  { key: "account.vans", entity: "account", type: "number", label: { nl: "Bussen", en: "Vans" } },
  { key: "account.erp", entity: "account", type: "text", label: { nl: "Boekhoudpakket", en: "ERP system" } },
  {
    key: "account.was_customer",
    entity: "account",
    type: "boolean",
    label: { nl: "Eerder klant geweest", en: "Was a customer before" },
  },
  { key: "trial_ends", entity: "lead", type: "date", label: { nl: "Proefperiode eindigt", en: "Trial ends" } },
  { key: "interests", entity: "lead", type: "list", label: { nl: "Interesses", en: "Interests" } },
];

export const PAGES = ["/", "/product/planbord", "/product/app", "/koppelingen", "/over-ons", "/contact", "/klanten"];
export const CASES = [
  "Verbeeck Liften",
  "Rheintal Aufzüge",
  "Kempen Koeltechniek",
  "Noordwaard Installatie",
  "Thermovan Services",
];
export const WHITEPAPERS = ["Van papier naar planbord", "De storingsdienst zonder stress", "Monteurs vinden en houden"];
export const WEBINARS = [
  "Monteursplanning in de praktijk",
  "Onderhoudscontracten zonder Excel",
  "Koppelen met je boekhouding",
];
export const BLOGS = [
  "Vijf fouten in de routeplanning",
  "Wat kost een tweede bezoek?",
  "Plannen met Exact: zo werkt het",
  "Digitale werkbon, wat verandert er?",
  "Minder kilometers, meer klussen",
  "De storingsdienst eerlijk verdelen",
];
export const INTERESTS = [
  "planning",
  "digital work orders",
  "maintenance contracts",
  "stock in vans",
  "ERP connection",
];
export const ERPS = ["Exact", "AFAS", "DATEV", "SAP Business One", "Odoo", "Excel", "Snelstart"];
