import { z } from "zod";
import { STAGES, type Stage } from "#lib/lifecycle/constants.ts";
import type { Deal, JourneyClock } from "./journey.ts";
import type { Attempt, LeadHistory, StageChange } from "./lead-history.ts";

/** A row of the read of histories: what its columns mean depends on its part. */
export type HistoryRow = {
  readonly leadId: number;
  /** 0 the lead, 1 a change of stage, 2 an attempt, 3 a deal, 4 a clock. */
  readonly part: number;
  readonly at: number;
  /** Source, stage, kind of attempt, currency, the instants of a clock as JSON. */
  readonly word: string | null;
  /** Country, cell. */
  readonly place: string | null;
  /** The stage now, the stage before. */
  readonly stageFrom: string | null;
  /** Owner, version, who tried, value in minor units. */
  readonly number: number | null;
};

type Gathered = LeadHistory & {
  readonly changes: StageChange[];
  readonly attempts: Attempt[];
  readonly deals: Deal[];
  readonly clocks: JourneyClock[];
};

/** Puts the rows of each lead together, which come lead by lead and begin with the lead itself, and tells each history. */
export class HistoryGathering {
  private readonly onHistory: (history: LeadHistory) => void;
  private current: Gathered | null = null;

  constructor(onHistory: (history: LeadHistory) => void) {
    this.onHistory = onHistory;
  }

  add(row: HistoryRow): void {
    if (row.part === 0) {
      this.end();
      this.current = begin(row);
      return;
    }
    // What is left of a lead that was deleted meanwhile.
    if (this.current?.leadId !== row.leadId) return;
    const { at, word, place, stageFrom, number } = row;
    if (row.part === 1)
      this.current.changes.push({
        at,
        from: stageFrom === null ? null : asStage(stageFrom),
        to: asStage(word),
        cell: place,
        versionId: number,
      });
    else if (row.part === 2) this.current.attempts.push({ at, isCall: word === "call", actorId: number });
    else if (row.part === 4) this.current.clocks.push(readClock(at, word));
    else
      this.current.deals.push({
        at,
        value: number === null || word === null ? null : { minor: number, currency: word },
      });
  }

  end(): void {
    if (this.current) this.onHistory(this.current);
    this.current = null;
  }
}

/** The histories that some rows tell of. */
export function gatherHistories(rows: readonly HistoryRow[]): LeadHistory[] {
  const histories: LeadHistory[] = [];
  const gathering = new HistoryGathering((history) => histories.push(history));
  for (const row of rows) gathering.add(row);
  gathering.end();
  return histories;
}

const clockSchema = z.tuple([
  z.number(),
  z.number(),
  z.number().nullable(),
  z.number().nullable(),
  z.number().nullable(),
]);

function readClock(arrivedAt: number, text: string | null): JourneyClock {
  const [startedAt, dueAt, shownAt, stoppedAt, endedAt] = clockSchema.parse(JSON.parse(text ?? "null"));
  return { arrivedAt, startedAt, dueAt, shownAt, stoppedAt, endedAt };
}

function begin({ leadId, at, word, place, stageFrom, number }: HistoryRow): Gathered {
  const lead = { leadId, createdAt: at, source: word, country: place, ownerId: number, stage: asStage(stageFrom) };
  return { ...lead, changes: [], attempts: [], deals: [], clocks: [] };
}

const KNOWN: ReadonlyMap<string | null, Stage> = new Map(STAGES.map((stage) => [stage, stage]));

/** The columns' check constraints allow no others. */
function asStage(text: string | null): Stage {
  const stage = KNOWN.get(text);
  if (!stage) throw new Error(`Not a stage: ${text}`);
  return stage;
}
