import type { MatrixCell } from "#lib/matrix/bands.ts";
import type { Stretch } from "#lib/matrix/scale.ts";
import type { Size } from "./use-size.ts";

/** What a cell has room to say, and how large: all in pixels. */
export type CellLook = {
  /** Room for its number at all. */
  readonly hasNumber: boolean;
  readonly hasLetter: boolean;
  readonly hasTemperature: boolean;
  /** Room for how many there were. */
  readonly hasBefore: boolean;
  /** Its letter and its number on one line: below each other they would stand half in the next cell. */
  readonly isLow: boolean;
  /** Whether a number is said in few characters. */
  readonly isShort: boolean;
  /** Whether its number is nowhere to be read whole. */
  readonly isCut: boolean;
  readonly edge: number;
  /** For the number, beside the letter where that stands before it. */
  readonly room: number;
  readonly largest: number;
};

const LEAST = { width: 24, height: 20 };
const LOW = 46;
const LETTER = 24;

/** By the room of a cell of that size. */
export function lookOf({ width, height }: Size): CellLook {
  const isLow = height < LOW;
  const edge = width < 36 ? 2 : width < 80 ? 4 : 8;
  const hasLetter = !isLow || width >= 56;
  const hasNumber = width >= LEAST.width && height >= LEAST.height;
  const isShort = width < (isLow ? 72 : 48);
  return {
    hasNumber,
    hasLetter,
    hasTemperature: width >= (isLow ? 112 : 76),
    hasBefore: width >= 72 && height >= 62,
    isLow,
    isShort,
    isCut: isShort || !hasNumber,
    edge,
    room: width - 2 * edge - (isLow && hasLetter ? LETTER : 0),
    largest: isLow ? 15 : width < 80 ? 16 : 20,
  };
}

/** How large a cell is drawn. `plot`: all cells. */
export function sizeOf(
  { fit, engagement }: MatrixCell,
  axes: { readonly fit: readonly Stretch[]; readonly engagement: readonly Stretch[] },
  plot: Size,
): Size {
  return {
    width: shareOf(axes.engagement, engagement.name) * plot.width,
    height: shareOf(axes.fit, fit.name) * plot.height,
  };
}

/** The size in which a number fits: all digits of the serif are alike, the marks between them narrow, letters wide. */
export function figureSize(text: string, { room, largest }: CellLook): number {
  const digits = text.replace(/\D/g, "").length;
  const letters = text.replace(/\P{L}/gu, "").length;
  const ems = digits * 0.5 + letters * 0.7 + (text.length - digits - letters) * 0.25;
  return Math.min(largest, Math.floor((room / ems) * 2) / 2);
}

function shareOf(axis: readonly Stretch[], name: string): number {
  const stretch = axis.find(({ band }) => band.name === name);
  return stretch ? stretch.end - stretch.start : 0;
}
