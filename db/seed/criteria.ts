import type { z } from "zod";
import type { Condition } from "#lib/scoring/condition.ts";
import type { definitionSchema, Label } from "#lib/scoring/definition.ts";

/** A definition as it is written, before the schema fills in what was left out. */
export type Input = z.input<typeof definitionSchema>;

/** The demo uses `.example` postboxes; the others stand here because real ones would. */
export const FREE_MAIL_DOMAINS = ["postvak.example", "vrijemail.example", "freipost.example"];
const REAL_FREE_MAIL = [
  "gmail.com",
  "hotmail.com",
  "outlook.com",
  "live.nl",
  "ziggo.nl",
  "telenet.be",
  "gmx.de",
  "web.de",
];

const DECIDING_WORDS =
  `Operations Planning Planner Service Servicemanager Buitendienst Directeur Bedrijfsleider COO Eigenaar
  Zaakvoerder Responsable Gérant Einsatzleiter Serviceleiter Disponent Geschäftsführer Inhaber Prokurist`.split(/\s+/);

const sector: Condition = {
  field: "account.industry",
  op: "in",
  values: [
    "Installation",
    "HVAC",
    "Refrigeration",
    "Lifts",
    "Electrical",
    "Heat pumps and solar",
    "Fire safety",
    "Doors and gates",
    "Pumps and drains",
  ],
};
const size: Condition = {
  any: [
    { field: "account.employees", op: "between", from: 50, to: 500 },
    { field: "account.vans", op: "at_least", value: 20 },
  ],
};
const role: Condition = {
  any: DECIDING_WORDS.map((value) => ({ field: "job_title", op: "contains_word", value })),
};
const freeMail: Condition = { field: "email_domain", op: "in", values: [...FREE_MAIL_DOMAINS, ...REAL_FREE_MAIL] };

/** Fit as both versions see it, save the points: a fit match earns 15 to 25, a free address costs 10 (design, section 3). */
export function fitAxis(points: { sector: number; size: number; role: number }): Input["axes"]["fit"] {
  return {
    thresholds: [20, 40, 55],
    groups: [
      {
        key: "company",
        label: { nl: "Bedrijf", en: "Company" },
        cap: 50,
        criteria: [
          {
            type: "attribute",
            key: "sector",
            label: { nl: "Stuurt monteurs op pad", en: "Sends out mechanics" },
            points: points.sector,
            condition: sector,
          },
          {
            type: "attribute",
            key: "size",
            label: { nl: "50 tot 500 medewerkers of 20 bussen", en: "50 to 500 employees or 20 vans" },
            points: points.size,
            condition: size,
          },
        ],
      },
      {
        key: "person",
        label: { nl: "Persoon", en: "Person" },
        criteria: [
          {
            type: "attribute",
            key: "role",
            label: { nl: "Beslist over de planning", en: "Decides on planning" },
            points: points.role,
            condition: role,
          },
          {
            type: "attribute",
            key: "free_mail",
            label: { nl: "Gratis e-mailadres", en: "Free e-mail address" },
            points: -10,
            condition: freeMail,
          },
        ],
      },
    ],
  };
}

/** An event criterion; what people read counts once a document. */
export function event(
  key: string,
  label: Label,
  points: number,
  types: string[],
  halfLifeDays: number,
  maximum: number,
) {
  return {
    type: "event",
    key,
    label,
    points,
    events: { types },
    scope: types[0] === "case_study_viewed" || types[0] === "whitepaper_downloaded" ? "once_per_asset" : "every",
    halfLifeDays,
    maximum,
  } as const;
}
