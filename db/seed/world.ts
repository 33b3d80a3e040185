import { createAccounts, type DemoAccount } from "./accounts.ts";
import { behaviourOf } from "./behaviour.ts";
import type { Calendar } from "./calendar.ts";
import type { DemoEvent } from "./diary.ts";
import { adjustmentsOf, type DemoAdjustment, type FieldHistory, factsOf, fieldHistoryOf } from "./facts.ts";
import { createLeads, type DemoLead } from "./leads.ts";
import { type Life, liveLead } from "./lifecycle.ts";
import { createScorekeeper, type Scorekeeper, type ScoreNote } from "./scoring-history.ts";

/** A lead with all that happened to it. */
export type LeadStory = {
  readonly lead: DemoLead;
  readonly events: readonly DemoEvent[];
  readonly life: Life;
  /** The score as it stood at an instant of the story. */
  readonly scoreAt: (at: number) => ScoreNote;
};

/** The demo organisation's whole year, before it is written anywhere. The same calendar gives the same world. */
export type World = {
  readonly calendar: Calendar;
  readonly accounts: readonly DemoAccount[];
  readonly adjustments: readonly DemoAdjustment[];
  readonly fieldHistory: FieldHistory;
  readonly scorekeeper: Scorekeeper;
  readonly stories: readonly LeadStory[];
};

export function createWorld(calendar: Calendar): World {
  const accounts = createAccounts();
  const leads = createLeads(accounts, calendar);
  const adjustments = adjustmentsOf(leads, calendar);
  const fieldHistory = fieldHistoryOf(leads, calendar);
  const scorekeeper = createScorekeeper(calendar);
  const stories = leads.map((lead): LeadStory => {
    const diary = behaviourOf(lead, calendar);
    const own = adjustments.filter(({ leadId }) => leadId === lead.id);
    const facts = factsOf(lead, { events: diary.events, adjustments: own, history: fieldHistory });
    const life = liveLead({ diary, facts, scorekeeper });
    const scoreAt = (at: number) => (lead.mayScore ? scorekeeper.scoreAt(facts, at) : null);
    return { lead, events: diary.events.sort(byTime), life, scoreAt };
  });
  return { calendar, accounts, adjustments, fieldHistory, scorekeeper, stories };
}

function byTime(one: DemoEvent, other: DemoEvent): number {
  return one.at - other.at || (one.id < other.id ? -1 : 1);
}
