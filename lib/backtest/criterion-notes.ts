import type { RejectionReason } from "#lib/lifecycle/constants.ts";
import type { Model } from "#lib/scoring/compile.ts";
import { fieldsOf } from "#lib/scoring/condition-tests.ts";
import type { Criterion } from "#lib/scoring/definition.ts";
import type { EventRule } from "#lib/scoring/event-rule.ts";
import { fieldsAt } from "#lib/scoring/history.ts";
import { localDay } from "#lib/time/local-day.ts";
import { isTimedAt, type PastLead } from "./past-lead.ts";

/** What was noticed of a criterion while leads of the past were measured. */
export type CriterionNotes = {
  /** Cases that were looked at. */
  readonly cases: number;
  /** Of them, those in which every field that the criterion asks for had a value; null where it asks for none. */
  readonly filled: number | null;
  /** Of those, where a value came without a time of its own, so that it counts from the lead's creation. */
  readonly untimed: number | null;
  /** Customers by the days from the last event that the criterion counts to the deal; null where it counts none. */
  readonly gaps: readonly number[] | null;
  /** Leads that it matched and that sales gave back, by reason. */
  readonly rejections: Rejections;
};

/** Leads that sales gave back, by the last reason. */
export type Rejections = Readonly<Partial<Record<RejectionReason, number>>>;

const LONGEST_GAP = 365;

/** Notes of one criterion of a model. */
export class NoteTaker {
  readonly criterion: Criterion;
  private readonly fields: readonly string[] | null;
  private readonly rule: EventRule | null;
  private cases = 0;
  private filled = 0;
  private untimed = 0;
  private readonly gaps: number[] = [];
  private readonly rejections: Partial<Record<RejectionReason, number>> = {};
  /** The lead that was rejected and counted last. */
  private counted = 0;

  constructor(criterion: Criterion, model: Model) {
    this.criterion = criterion;
    this.fields = criterion.type === "attribute" ? fieldsOf(criterion.condition) : null;
    this.rule = model.eventRules.find(({ index }) => model.criteria[index] === criterion) ?? null;
  }

  /** A lead as it was known before a cut (null: as it is); a lead's cases after each other. */
  see(lead: PastLead, { cut, isMatched }: { readonly cut: number | null; readonly isMatched: boolean }): void {
    this.cases++;
    const { leadId, rejectedFor } = lead;
    if (isMatched && rejectedFor !== null && leadId !== this.counted) {
      this.counted = leadId;
      this.rejections[rejectedFor] = (this.rejections[rejectedFor] ?? 0) + 1;
    }
    if (this.fields === null) return;
    const fields = fieldsAt(lead.facts, cut);
    if (this.fields.some((field) => fields[field] == null)) return;
    this.filled++;
    if (this.fields.some((field) => !isTimedAt(lead, field, cut))) this.untimed++;
  }

  /** A lead that was won, once. */
  seeWon({ facts, wonAt: [wonAt] }: PastLead, timeZone: string): void {
    const { rule } = this;
    if (rule === null || rule.how === "idle" || wonAt === undefined) return;
    const counted = facts.events.filter(
      ({ type, at, properties }) =>
        at < wonAt &&
        (rule.types === "any" || rule.types.includes(type)) &&
        (rule.where === null || rule.where(properties)),
    );
    const last = counted.reduce((latest, { day }) => Math.max(latest, day), -Infinity);
    const days = localDay(wonAt, timeZone) - last;
    if (days > LONGEST_GAP) return;
    while (this.gaps.length <= days) this.gaps.push(0);
    this.gaps[days] = (this.gaps[days] ?? 0) + 1;
  }

  notes(): CriterionNotes {
    const { cases, filled, untimed, gaps, rejections, fields, rule } = this;
    const asks = fields !== null;
    const counts = rule !== null && rule.how !== "idle";
    return {
      cases,
      filled: asks ? filled : null,
      untimed: asks ? untimed : null,
      gaps: counts ? gaps : null,
      rejections,
    };
  }
}
