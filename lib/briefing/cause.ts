import type { ScoreBreakdown } from "#lib/scoring/breakdown.ts";
import { compareBreakdowns, type LineChange } from "#lib/scoring/compare.ts";
import { AXES } from "#lib/scoring/definition.ts";
import type { Cause } from "./phrase.ts";

/** How a combined score moved, and what moved it most. */
export type ScoreChange = { readonly centipoints: number; readonly cause: Cause };

/**
 * The change from `before` (null: no score then) to `after`, with the line that weighs most in its
 * direction. `isOtherVersion` says that another version of the model gave the score then.
 */
export function changeOf(
  before: ScoreBreakdown | null,
  after: ScoreBreakdown,
  { isOtherVersion = false } = {},
): ScoreChange {
  const { combined, lines } = compareBreakdowns(before, after);
  const centipoints = combined.difference;
  if (before === null) return { centipoints, cause: bare("first") };
  if (centipoints === 0) return { centipoints, cause: bare("same") };
  const direction = Math.sign(centipoints);
  const weigh = ({ line, difference }: Mover) => difference * after.mix[line.axis] * direction;
  const [strongest] = moversOf(lines).sort((one, other) => weigh(other) - weigh(one));
  if (!strongest) return { centipoints, cause: bare(isOtherVersion ? "model" : "same") };
  const isByModel = isOtherVersion && strongest.line.newEvents.length === 0;
  return { centipoints, cause: isByModel ? bare("model") : nameCause(strongest.line, after) };
}

/** A criterion, a limit or a correction with all that changed of it; a maximum goes with its criterion. */
type Mover = { readonly line: LineChange; readonly difference: number };

function moversOf(lines: readonly LineChange[]): Mover[] {
  const movers = new Map<string, Mover>();
  for (const line of lines) {
    const { axis, group, criterion, limit, adjustment } = line;
    const key = JSON.stringify(criterion === null ? [axis, group, limit, adjustment?.id] : [axis, criterion]);
    const known = movers.get(key);
    const isOwnLine = limit === null || known === undefined;
    movers.set(key, { line: isOwnLine ? line : known.line, difference: (known?.difference ?? 0) + line.difference });
  }
  return [...movers.values()];
}

function nameCause({ adjustment, criterion, label, newEvents }: LineChange, after: ScoreBreakdown): Cause {
  if (adjustment) return bare("adjusted");
  if (criterion === null || label === null) return bare("limit");
  const criteria = [criterion];
  const eventIds = newEvents.map(({ id }) => id);
  if (eventIds.length > 0) return { key: "behaviour", label, times: eventIds.length, criteria, eventIds };
  if (fades(criterion, after)) return { key: "decay", criteria, eventIds };
  return { key: "criterion", label, criteria, eventIds };
}

/** What rests on events and got no new one only changes because those it has grow older. */
export function fades(criterion: string, { axes }: ScoreBreakdown): boolean {
  return AXES.some((axis) =>
    axes[axis].groups.some(({ criteria }) =>
      criteria.some(({ key, type }) => key === criterion && (type === "event" || type === "burst")),
    ),
  );
}

function bare(key: "adjusted" | "first" | "limit" | "model" | "same"): Cause {
  return { key, criteria: [], eventIds: [] };
}
