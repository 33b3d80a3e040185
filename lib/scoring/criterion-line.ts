import type { CriterionLine, CriterionStatus } from "./breakdown.ts";
import { fieldsOf } from "./condition-tests.ts";
import { decayOf } from "./decay.ts";
import { burstLines, eventLines, referTo } from "./event-line.ts";
import { idleSince } from "./exists.ts";
import type { Explained } from "./explained.ts";
import type { ScoringEvent } from "./facts.ts";
import { maximumLine } from "./limit-line.ts";
import { FALSE, TRUE } from "./question.ts";
import { compileSeason, isInSeason } from "./season.ts";
import type { CriterionWeight } from "./weights.ts";

/** One criterion with what it rests on. */
export function criterionLine(weight: CriterionWeight, explained: Explained): CriterionLine {
  const { criterion, index, centiPerMatch } = weight;
  const { recorder, factorSums, moment, fieldLine } = explained;
  const weighed = recorder.criteria[index] ?? { centipoints: 0, kept: 0 };
  const { day } = moment;
  const line = {
    key: criterion.key,
    label: criterion.label,
    status: statusOf(weight, explained),
    isActive: isInSeason(compileSeason(criterion.active), day),
    centiPerMatch,
    factorSum: factorSums[index] ?? 0,
    centipoints: weighed.centipoints,
    maximum: maximumLine(weight, weighed),
  };
  switch (criterion.type) {
    case "attribute":
      return { ...line, type: criterion.type, fields: fieldsOf(criterion.condition).map(fieldLine) };
    case "event": {
      const { type, halfLifeDays } = criterion;
      const events = eventLines(countedEvents(index, explained), { centiPerMatch, table: decayOf(halfLifeDays), day });
      return { ...line, type, halfLifeDays, events };
    }
    case "burst": {
      const { type, halfLifeDays } = criterion;
      const events = burstLines(countedBursts(index, explained), { centiPerMatch, table: decayOf(halfLifeDays), day });
      return { ...line, type, halfLifeDays, events };
    }
    case "inactivity": {
      const [last] = countedEvents(index, explained);
      const since = last ? last.day : idleSince(explained.facts, explained.model);
      return { ...line, type: criterion.type, idleDays: Math.max(0, day - since), last: last ? referTo(last) : null };
    }
  }
}

/** Only a question about fields can be without an answer; an event happened or it did not. */
function statusOf({ criterion, index }: CriterionWeight, { recorder, factorSums }: Explained): CriterionStatus {
  switch (criterion.type) {
    case "attribute": {
      const truth = recorder.truths[index];
      return truth === TRUE ? "matched" : truth === FALSE ? "not_matched" : "unknown";
    }
    case "event":
      return recorder.ranks[index]?.length ? "matched" : "not_matched";
    case "burst":
      return recorder.bursts[index]?.length ? "matched" : "not_matched";
    case "inactivity":
      return factorSums[index] ? "matched" : "not_matched";
  }
}

/** Newest first. */
function countedEvents(index: number, { recorder, timeline }: Explained): ScoringEvent[] {
  const ranks = [...(recorder.ranks[index] ?? [])].sort((one, other) => other - one);
  return ranks.flatMap((rank) => timeline[rank] ?? []);
}

/** Newest first, the events of each oldest first. */
function countedBursts(index: number, { recorder, timeline }: Explained): ScoringEvent[][] {
  const bursts = recorder.bursts[index] ?? [];
  return bursts.map((ranks) => ranks.flatMap((rank) => timeline[rank] ?? [])).reverse();
}
