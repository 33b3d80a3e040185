import type { CellPath } from "#lib/leads/cell-path.ts";
import type { LeadWords } from "./use-lead-words.ts";

/** A point of the small matrix, in percent of its width and height from the lower left. */
export type Place = { readonly x: number; readonly y: number };

const MOST_STOPS = 5;
/** Two dates nearer than this would be set over each other. */
const LABEL = { width: 26, height: 8 };

/** Words that stay legible over the path, its points and the names of cells. */
const PLATE =
  "absolute z-1 whitespace-nowrap rounded-xs bg-[color-mix(in_oklab,var(--paper)_88%,transparent)] px-0.5 text-micro";

type Props = {
  path: CellPath;
  placeOf: (point: CellPath["points"][number]) => Place;
  /** The day the path ends on. */
  lastDay: number;
  words: LeadWords;
};

/** Where the lead entered another cell, with the days that have room, and where it ends. */
export function PathStops({ path, placeOf, lastDay, words }: Props) {
  const end = path.points.at(-1);
  if (!end) return null;
  const last = placeOf(end);
  const taken = [last];
  const stops = path.entries
    .filter((entry) => entry !== end)
    .slice(-MOST_STOPS)
    .reverse()
    .map((entry) => {
      const place = placeOf(entry);
      const isNamed = taken.every((other) => !isOver(other, place));
      if (isNamed) taken.push(place);
      return { day: entry.day, place, isNamed };
    });
  return (
    <>
      {stops.map(({ day, place, isNamed }) => (
        <span key={day} className="absolute" style={{ left: `${place.x}%`, bottom: `${place.y}%` }}>
          <i className="-left-[3px] -top-[3px] absolute size-1.5 rounded-full border-[1.5px] border-accent bg-paper" />
          {isNamed && (
            <b className={`${PLATE} bottom-1.5 font-medium ${place.x > 60 ? "right-0" : "left-0"}`}>{words.day(day)}</b>
          )}
        </span>
      ))}
      <span className="absolute" style={{ left: `${last.x}%`, bottom: `${last.y}%` }}>
        <i className="-left-[5px] -top-[5px] absolute size-2.5 rotate-45 bg-accent" />
        <b className={`${PLATE} ${sideOf(last)}`}>{words.day(lastDay)}</b>
      </span>
    </>
  );
}

function isOver(one: Place, other: Place): boolean {
  return Math.abs(one.x - other.x) < LABEL.width && Math.abs(one.y - other.y) < LABEL.height;
}

/** Off the path, which mostly runs level or upright, and inside the frame. */
function sideOf({ x, y }: Place): string {
  const level = x <= 70 ? "left-1.5" : "right-1.5";
  return y > 88 ? `${level} top-2` : `${level} bottom-2`;
}
