export type Range = { readonly min: number; readonly max: number };
type Valued = { readonly value: number };

/** Where a value lies on the ruler, 0 to 100; beyond its ends it is the end. */
export function percentOf(value: number, { min, max }: Range): number {
  return Math.min(100, Math.max(0, ((value - min) / (max - min)) * 100));
}

/** The whole value at a part (0 to 1) of the ruler, within its range. */
export function valueAt(part: number, { min, max }: Range): number {
  return Math.min(max, Math.max(min, Math.round(min + part * (max - min))));
}

/** The mark next to a value. Of marks at one place the one that can still move there. */
export function nearestMark(marks: readonly Valued[], value: number): number {
  let nearest = 0;
  marks.forEach((mark, index) => {
    const best = Math.abs((marks[nearest]?.value ?? 0) - value);
    const distance = Math.abs(mark.value - value);
    if (distance < best || (distance === best && value > mark.value)) nearest = index;
  });
  return nearest;
}

/** The value kept within the bounds and one away from the marks on either side. */
export function clampMark(marks: readonly Valued[], index: number, value: number, bounds: Range): number {
  const below = marks[index - 1]?.value;
  const above = marks[index + 1]?.value;
  const min = below === undefined ? bounds.min : Math.max(bounds.min, below + 1);
  const max = above === undefined ? bounds.max : Math.min(bounds.max, above - 1);
  return min > max ? (marks[index]?.value ?? value) : Math.min(max, Math.max(min, value));
}

/** What may be typed for a mark so that they rise, to a hundredth; all of the bounds where they do not rise as it is. */
export function rangeBetween(values: readonly number[], index: number, bounds: Range): Range {
  const min = hundredths((values[index - 1] ?? bounds.min - 0.01) + 0.01);
  const max = hundredths((values[index + 1] ?? bounds.max + 0.01) - 0.01);
  return min > max ? bounds : { min, max };
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}

const LARGE_STEP = 5;

/** How far a key moves a mark; null for a key that moves none. */
export function stepOfKey(key: string, hasShift: boolean): number | null {
  switch (key) {
    case "ArrowRight":
    case "ArrowUp":
      return hasShift ? LARGE_STEP : 1;
    case "ArrowLeft":
    case "ArrowDown":
      return hasShift ? -LARGE_STEP : -1;
    case "PageUp":
      return LARGE_STEP;
    case "PageDown":
      return -LARGE_STEP;
    default:
      return null;
  }
}
