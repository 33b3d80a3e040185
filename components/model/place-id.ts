import type { CriterionPlace, GroupPlace } from "#lib/model/criteria.ts";
import type { Path } from "#lib/scoring/problem.ts";

/** What of the editor is open, as text: `engagement.0` a group, `engagement.0.2` a criterion, `cell.A1` a play. */
export function groupPlaceId({ axis, group }: GroupPlace): string {
  return `${axis}.${group}`;
}

export function criterionPlaceId(place: CriterionPlace): string {
  return `${groupPlaceId(place)}.${place.criterion}`;
}

export function cellId(cell: string): string {
  return `cell.${cell}`;
}

/** The path of a group, or of a part of it, as problems name it. */
export function groupPath({ axis, group }: GroupPlace, ...part: Path): Path {
  return ["axes", axis, "groups", group, ...part];
}

export function criterionPath(place: CriterionPlace, ...part: Path): Path {
  return groupPath(place, "criteria", place.criterion, ...part);
}

/** What to open to mend a problem; null for what is always in sight. */
export function placeIdOf(path: Path): string | null {
  const [root, axis, list, group, criteria, criterion] = path;
  if (root === "plays" && typeof axis === "string") return cellId(axis);
  if (root !== "axes" || list !== "groups" || group === undefined) return null;
  return criteria === "criteria" && criterion !== undefined ? `${axis}.${group}.${criterion}` : `${axis}.${group}`;
}
