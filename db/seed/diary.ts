import type { FieldValue } from "#lib/scoring/facts.ts";
import type { Calendar } from "./calendar.ts";
import type { EventType, SourceKey } from "./catalogue.ts";
import type { DemoLead } from "./leads.ts";
import type { Random } from "./random.ts";

export type DemoEvent = {
  readonly id: string;
  readonly type: EventType;
  readonly source: SourceKey;
  readonly asset: string | null;
  readonly at: number;
  readonly day: number;
  readonly properties: Readonly<Record<string, FieldValue>> | null;
};

/** What a lead does is written down here, in no order. */
export type Diary = {
  readonly lead: DemoLead;
  readonly calendar: Calendar;
  readonly random: Random;
  readonly events: DemoEvent[];
};

type Happening = {
  type: EventType;
  at: number;
  asset?: string;
  source?: SourceKey;
  properties?: Record<string, FieldValue>;
};

/** Writes down what happened, unless it lies before the lead came or after the demo ends. */
export function note(diary: Diary, { type, at, asset, source = "website", properties }: Happening): void {
  if (at > diary.calendar.end || at < diary.lead.createdAt) return;
  const instant = Math.round(at);
  diary.events.push({
    id: diary.random.uuid(),
    type,
    source,
    asset: asset ?? null,
    at: instant,
    day: diary.calendar.dayOf(instant),
    properties: properties ?? null,
  });
}
