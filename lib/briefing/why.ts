import type { EventLine, ScoreBreakdown } from "#lib/scoring/breakdown.ts";
import { type Contribution, contributionsOf } from "./contributions.ts";
import type { Phrase, Why } from "./phrase.ts";
import { titleOf } from "./title.ts";

/** A change of cell nearer than this is news for the one who calls. */
const NEAR_DAYS = 3;
const NAMED_TRAITS = 2;

const NO_SCORE: Why = { main: { key: "no_score", criteria: [], eventIds: [] }, second: null };

/** A cell a lead falls to when nothing happens. */
export type Fall = { readonly day: number; readonly cell: string; readonly to: string };

export type Hints = {
  readonly fall?: Fall | null;
  /** Keys of criteria that tell assets apart: of these it is said what the lead read or saw. */
  readonly assetCriteria?: ReadonlySet<string>;
};
const NONE: ReadonlySet<string> = new Set();

/**
 * Why a lead stands where it stands, in two phrases: what it did that weighs most, then the nearest
 * fall, what else it did, or how it fits. Without behaviour its fit speaks first.
 */
export function whyOf(breakdown: ScoreBreakdown | null, { fall = null, assetCriteria = NONE }: Hints = {}): Why {
  if (breakdown === null) return NO_SCORE;
  const contributions = contributionsOf(breakdown);
  const [strongest, next] = contributions.flatMap((contribution) => behaviour(contribution, assetCriteria));
  const urgent = fall && fall.day - breakdown.day <= NEAR_DAYS ? leaves(fall) : null;
  const idle = contributions.flatMap(silence)[0] ?? null;
  const traits = traitsOf(breakdown, contributions);
  if (strongest) return { main: strongest, second: urgent ?? next ?? idle ?? traits };
  const corrected = breakdown.axes.engagement.adjustments.concat(breakdown.axes.fit.adjustments)[0];
  const adjusted: Phrase | null = corrected
    ? { key: "adjusted", reason: corrected.reason, criteria: [], eventIds: [] }
    : null;
  return { main: traits, second: urgent ?? idle ?? adjusted ?? (traits.key === "fields" ? null : fields(breakdown)) };
}

/** An event criterion that gives points, newest event in front. */
function behaviour({ line, weight }: Contribution, assetCriteria: ReadonlySet<string>): Phrase[] {
  if (weight <= 0 || (line.type !== "event" && line.type !== "burst")) return [];
  const counted: readonly EventLine[] = line.events.filter(({ centipoints }) => centipoints !== 0);
  const newest = counted[0] ?? line.events[0];
  if (!newest) return [];
  return [
    {
      key: "behaviour",
      label: line.label,
      // A burst names its own number.
      times: line.type === "burst" ? 1 : Math.max(1, counted.length),
      at: newest.at,
      title: assetCriteria.has(line.key) ? titleOf(newest.asset) : null,
      criteria: [line.key],
      eventIds: (counted.length > 0 ? counted : [newest]).map(({ id }) => id),
    },
  ];
}

function silence({ line, weight }: Contribution): Phrase[] {
  if (line.type !== "inactivity" || weight >= 0) return [];
  const eventIds = line.last ? [line.last.id] : [];
  return [{ key: "idle", days: line.idleDays, criteria: [line.key], eventIds }];
}

/** In the lowest band what speaks against the lead, elsewhere what speaks for it, strongest first. */
function traitsOf(breakdown: ScoreBreakdown, contributions: readonly Contribution[]): Phrase {
  const given = contributions.filter(({ axis, line }) => axis === "fit" && line.type === "attribute");
  const against = given.filter(({ weight }) => weight < 0).reverse();
  if (breakdown.axes.fit.band.from === 0 && against.length > 0) return named("misfit", against);
  const inFavour = given.filter(({ weight }) => weight > 0);
  return inFavour.length > 0 ? named("fits", inFavour) : fields(breakdown);
}

function named(key: "fits" | "misfit", traits: readonly Contribution[]): Phrase {
  const shown = traits.slice(0, NAMED_TRAITS).map(({ line }) => line);
  return {
    key,
    labels: shown.map(({ label }) => label),
    more: traits.length - shown.length,
    criteria: traits.map(({ line }) => line.key),
    eventIds: [],
  };
}

function fields({ knownFields, askedFields }: ScoreBreakdown): Phrase {
  return { key: "fields", known: knownFields, asked: askedFields, criteria: [], eventIds: [] };
}

function leaves({ cell, day }: Fall): Phrase {
  return { key: "leaves", cell, day, criteria: [], eventIds: [] };
}
