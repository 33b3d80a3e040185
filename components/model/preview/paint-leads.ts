import type { BaseScores } from "#lib/preview/base-scores.ts";
import { HIGHEST_SCORE } from "#lib/scoring/weigh.ts";

export const VIEWS = ["published", "draft", "difference"] as const;
export type PreviewView = (typeof VIEWS)[number];

type Rgb = readonly [number, number, number];
export type Ink = { readonly stays: Rgb; readonly moves: Rgb };

/** How dark a pixel gets with each lead on it, in 256ths; leads beyond the last are not told apart. */
const STAYS = [0, 84, 128, 158, 180, 196, 208, 216];
const MOVES = [0, 200, 230, 244, 255, 255, 255, 255];
/** Many leads share a score: each is moved a little, always in the same way. */
const SPREAD_PX = 5;
const EDGE_PX = 2;

type Plot = { readonly before: BaseScores; readonly after: BaseScores; readonly view: PreviewView; readonly ink: Ink };

/**
 * Every lead a dot of engagement (to the right) and fit (upwards), by counting leads a pixel: a hundred thousand circles
 * would take longer than a hand waits. In the difference those that change their cell stand out.
 */
export function paintLeads(image: ImageData, { before, after, view, ink }: Plot, ratio: number): void {
  const { width, height } = image;
  const shown = view === "published" ? before : after;
  const stays = new Uint8Array(width * height);
  const moves = new Uint8Array(width * height);
  const dot = Math.max(1, Math.round(ratio));
  const x = scale(width, dot);
  const y = scale(height, dot);
  const spread = SPREAD_PX * ratio;
  for (let row = 0; row < shown.base.size; row++) {
    const pull = Math.imul(row + 1, 0x9e3779b1);
    const left = within((x[shown.engagement[row] ?? 0] ?? 0) + (((pull >>> 16) & 255) / 128 - 1) * spread, width - dot);
    const top = within(
      height - dot - (y[shown.fit[row] ?? 0] ?? 0) + (((pull >>> 24) & 255) / 128 - 1) * spread,
      height - dot,
    );
    const isMoved =
      view === "difference" && before.cellNames[before.cells[row] ?? 0] !== after.cellNames[after.cells[row] ?? 0];
    const counts = isMoved ? moves : stays;
    for (let down = 0; down < dot; down++)
      for (let right = 0; right < dot; right++) {
        const pixel = (top + down) * width + left + right;
        counts[pixel] = Math.min((counts[pixel] ?? 0) + 1, STAYS.length - 1);
      }
  }
  blend(image, { stays, moves }, ink);
}

/** The pixel of each score. */
function scale(length: number, dot: number): Float32Array {
  const room = length - dot - 2 * EDGE_PX;
  return Float32Array.from({ length: HIGHEST_SCORE + 1 }, (_, score) => EDGE_PX + (score / HIGHEST_SCORE) * room);
}

function within(place: number, most: number): number {
  return Math.min(most, Math.max(0, Math.round(place)));
}

function blend(
  { data }: ImageData,
  { stays, moves }: { readonly stays: Uint8Array; readonly moves: Uint8Array },
  ink: Ink,
): void {
  for (let pixel = 0; pixel < stays.length; pixel++) {
    const moving = moves[pixel] ?? 0;
    const [red, green, blue] = moving > 0 ? ink.moves : ink.stays;
    const at = pixel * 4;
    data[at] = red;
    data[at + 1] = green;
    data[at + 2] = blue;
    data[at + 3] = moving > 0 ? (MOVES[moving] ?? 255) : (STAYS[stays[pixel] ?? 0] ?? 0);
  }
}
