import type { Model } from "./compile.ts";
import { hasBegun } from "./exists.ts";
import type { Facts, Moment } from "./facts.ts";
import { type FieldReader, fillFrame, readFrom } from "./frame.ts";
import { fieldsAt } from "./history.ts";
import { TRUE } from "./question.ts";

/** What a lead is, without what it did: the same whether it is read from facts or straight from a table's rows. */
export type Standing = Pick<Facts, "createdAt" | "createdDay" | "stage" | "stageEnteredAt" | "stageEnteredDay"> & {
  /** Values of the lead's fields as they stood at the moment's cut. */
  readonly read: FieldReader;
};

export function standingAt(facts: Facts, { cut }: Moment): Standing {
  const { createdAt, createdDay, stage, stageEnteredAt, stageEnteredDay } = facts;
  return { createdAt, createdDay, stage, stageEnteredAt, stageEnteredDay, read: readFrom(fieldsAt(facts, cut)) };
}

/** Whether a model scores this lead: the lead exists, the model scores its stage, and the segment holds (unknown does not). */
export function isScoredBy(standing: Standing, { definition, segment }: Model, moment: Moment): boolean {
  if (!hasBegun(standing, moment)) return false;
  if (definition.stages !== null && !definition.stages.includes(standing.stage)) return false;
  if (segment === null) return true;
  fillFrame(segment.fields, standing.read, moment.day);
  return segment.ask(segment.fields) === TRUE;
}
