import { flattenFields } from "#lib/leads/flatten-fields.ts";
import type { Facts, FieldChange, FieldValue } from "#lib/scoring/facts.ts";
import type { Calendar } from "./calendar.ts";
import type { DemoEvent } from "./diary.ts";
import type { DemoLead } from "./leads.ts";
import { createRandom } from "./random.ts";
import { MANAGER, MARKETER } from "./team.ts";

/** A correction by hand, as the table holds it. */
export type DemoAdjustment = {
  readonly id: number;
  readonly leadId: number;
  readonly at: number;
  readonly axis: "fit" | "engagement";
  readonly centipoints: number;
  readonly reason: string;
  readonly firstDay: number;
  readonly lastDay: number | null;
  readonly actorId: number;
};

/** Fields that were learnt or corrected after the lead came; by lead for its own, by account for the company's. */
export type FieldHistory = {
  readonly ofLeads: ReadonlyMap<number, readonly FieldChange[]>;
  readonly ofAccounts: ReadonlyMap<number, readonly FieldChange[]>;
};

const REASONS = [
  { axis: "fit", centipoints: 1000, reason: "Kent ons via een klant, volgens de partner" },
  { axis: "engagement", centipoints: 1000, reason: "Sprak ons uitgebreid op de beurs" },
  { axis: "fit", centipoints: -1500, reason: "Neemt dit jaar geen nieuwe software, gaf de directeur aan" },
  { axis: "engagement", centipoints: -1000, reason: "Bezoek kwam van een leverancier op hetzelfde adres" },
] as const;

export function adjustmentsOf(leads: readonly DemoLead[], calendar: Calendar): DemoAdjustment[] {
  const random = createRandom("adjustments");
  const known = leads.filter((lead) => lead.mayScore && lead.interest > 1.4 && lead.createdDay < calendar.today - 12);
  return Array.from({ length: 18 }, (_, index) => {
    const lead = random.pick(known);
    const firstDay = random.int(Math.max(lead.createdDay + 1, calendar.today - 90), calendar.today - 1);
    return {
      id: index + 1,
      leadId: lead.id,
      at: calendar.at(firstDay, random.int(540, 1000)),
      ...random.pick(REASONS),
      firstDay,
      lastDay: random.chance(0.5) ? firstDay + 60 : null,
      actorId: random.chance(0.5) ? MARKETER.id : MANAGER.id,
    };
  });
}

/** A job title or a size that was unknown at first, or different. */
export function fieldHistoryOf(leads: readonly DemoLead[], calendar: Calendar): FieldHistory {
  const random = createRandom("field history");
  const ofLeads = new Map<number, FieldChange[]>();
  const ofAccounts = new Map<number, FieldChange[]>();
  for (const lead of leads) {
    const room = calendar.today - lead.createdDay;
    if (room < 3) continue;
    const learntAt = calendar.at(lead.createdDay + random.int(1, Math.min(60, room - 1)), random.int(540, 1000));
    if (lead.jobTitle && random.chance(0.07)) {
      const before = random.chance(0.7) ? null : "Medewerker";
      ofLeads.set(lead.id, changed("job_title", { before, since: lead.createdAt, after: lead.jobTitle, at: learntAt }));
    }
    const { employees, id } = lead.account;
    if (employees && !ofAccounts.has(id) && random.chance(0.05)) {
      const before = random.chance(0.6) ? null : Math.max(1, Math.round(employees * (0.6 + 0.5 * random.next())));
      // The lead by which the account became known is its first, because leads are in order of creation.
      ofAccounts.set(
        id,
        changed("account.employees", { before, since: lead.createdAt, after: employees, at: learntAt }),
      );
    }
  }
  return { ofLeads, ofAccounts };
}

type Change = { before: FieldValue | null; since: number; after: FieldValue; at: number };

function changed(field: string, { before, since, after, at }: Change): FieldChange[] {
  return [
    { field, value: before, validFrom: since },
    { field, value: after, validFrom: at },
  ];
}

type Known = {
  readonly events: readonly DemoEvent[];
  readonly adjustments: readonly DemoAdjustment[];
  readonly history: FieldHistory;
};

/** What the engine is to know of a lead: the same as is read back from the tables. */
export function factsOf(lead: DemoLead, { events, adjustments, history }: Known): Facts {
  const { account } = lead;
  return {
    createdAt: lead.createdAt,
    createdDay: lead.createdDay,
    stage: "lead",
    stageEnteredAt: lead.createdAt,
    stageEnteredDay: lead.createdDay,
    fields: flattenFields(
      { ...lead, country: account.country, city: account.place.city, language: languageCode(lead) },
      { ...account, city: account.place.city },
    ),
    changes: [...(history.ofLeads.get(lead.id) ?? []), ...(history.ofAccounts.get(account.id) ?? [])],
    events,
    adjustments: adjustments.map((adjustment) => ({ ...adjustment, id: String(adjustment.id) })),
  };
}

export function languageCode({ account }: DemoLead): string {
  return account.language === "be" ? "nl" : account.language;
}
