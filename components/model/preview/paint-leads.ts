import type { BaseScores } from "#lib/preview/base-scores.ts";
import { toCentipoints } from "#lib/scoring/contribution.ts";
import type { AxisName } from "#lib/scoring/facts.ts";
import { HIGHEST_SCORE } from "#lib/scoring/weigh.ts";

export const VIEWS = ["published", "draft", "difference"] as const;
export type PreviewView = (typeof VIEWS)[number];

type Rgb = readonly [number, number, number];
export type Ink = { readonly stays: Rgb; readonly moves: Rgb };

/** How dark a pixel gets with each lead on it, in 256ths; leads beyond the last are not told apart. */
const STAYS: readonly number[] = [0, 84, 128, 158, 180, 196, 208, 216];
const MOVES: readonly number[] = [0, 200, 230, 244, 255, 255, 255, 255];
const MOST_TOLD = STAYS.length - 1;
/** Many leads share a score: each is moved a little within its band, always in the same way, so that a crowd looks like one. */
const SPREAD_PX = 9;
const EDGE_PX = 2;

export type Plot = {
  readonly before: BaseScores;
  readonly after: BaseScores;
  readonly view: PreviewView;
  /** Of the definition that is shown, in points. */
  readonly thresholds: Readonly<Record<AxisName, readonly number[]>>;
  readonly ink: Ink;
};

/** Memory of a painting, used again for the next: a hand that drags asks for sixty a second. */
export type Canvas = { readonly image: ImageData; readonly stays: Uint8Array; readonly moves: Uint8Array };

export function prepareCanvas(image: ImageData): Canvas {
  const pixels = image.width * image.height;
  return { image, stays: new Uint8Array(pixels), moves: new Uint8Array(pixels) };
}

/**
 * Every lead a dot of engagement (to the right) and fit (upwards), by counting leads a pixel: a hundred thousand circles
 * would take longer than a hand waits. In the difference those that change their cell stand out.
 */
export function paintLeads(canvas: Canvas, { before, after, view, thresholds, ink }: Plot, ratio: number): void {
  const { image, stays, moves } = canvas;
  const { width, height } = image;
  const shown = view === "published" ? before : after;
  const { fit, engagement, cells } = shown;
  stays.fill(0);
  moves.fill(0);
  const dot = Math.max(1, Math.round(ratio));
  const x = drawScores(width - dot, thresholds.engagement, ratio);
  const y = drawScores(height - dot, thresholds.fit, ratio);
  // The number that a cell of the published definition has in the draft.
  const numbers = Uint8Array.from(before.cellNames, (cell) => after.cellNames.indexOf(cell));
  const hasMovers = view === "difference";
  for (let row = 0; row < shown.base.size; row++) {
    const pull = Math.imul(row + 1, 0x9e3779b1);
    const left = placeOf(x, engagement[row] ?? 0, pull >>> 24);
    const top = height - dot - placeOf(y, fit[row] ?? 0, (pull >>> 8) & 255);
    const isMoved = hasMovers && numbers[before.cells[row] ?? 0] !== cells[row];
    const counts = isMoved ? moves : stays;
    for (let down = 0; down < dot; down++)
      for (let right = 0; right < dot; right++) {
        const pixel = (top + down) * width + left + right;
        const known = counts[pixel] ?? 0;
        if (known < MOST_TOLD) counts[pixel] = known + 1;
      }
  }
  blend(canvas, ink);
}

/** By score: the pixel from which a dot may lie, and how many more. */
type Places = { readonly first: Uint16Array; readonly room: Uint16Array };

function drawScores(length: number, thresholds: readonly number[], ratio: number): Places {
  const first = new Uint16Array(HIGHEST_SCORE + 1);
  const room = new Uint16Array(HIGHEST_SCORE + 1);
  const ends = [0, ...thresholds.map(toCentipoints), HIGHEST_SCORE + 1];
  for (let score = 0; score <= HIGHEST_SCORE; score++) {
    const band = ends.findLastIndex((end) => score >= end);
    const pixel = (centipoints: number) => (Math.min(centipoints, HIGHEST_SCORE) / HIGHEST_SCORE) * length;
    const from = Math.max(pixel(ends[band] ?? 0) + EDGE_PX * ratio, pixel(score) - SPREAD_PX * ratio);
    const to = Math.min(pixel(ends[band + 1] ?? HIGHEST_SCORE) - EDGE_PX * ratio, pixel(score) + SPREAD_PX * ratio);
    first[score] = Math.max(0, Math.min(length, from));
    room[score] = Math.max(0, Math.min(length, to) - Math.max(0, from));
  }
  return { first, room };
}

/** `pull`: 0 to 255. */
function placeOf({ first, room }: Places, score: number, pull: number): number {
  return (first[score] ?? 0) + (((room[score] ?? 0) * pull) >> 8);
}

function blend({ image, stays, moves }: Canvas, ink: Ink): void {
  const pixels = new Uint32Array(image.data.buffer);
  const staying = STAYS.map((alpha) => colour(ink.stays, alpha));
  const moving = MOVES.map((alpha) => colour(ink.moves, alpha));
  for (let pixel = 0; pixel < pixels.length; pixel++) {
    const movers = moves[pixel] ?? 0;
    pixels[pixel] = (movers > 0 ? moving[movers] : staying[stays[pixel] ?? 0]) ?? 0;
  }
}

/** As a canvas keeps a pixel on every machine that browsers run on: the lowest byte first. */
function colour([red, green, blue]: Rgb, alpha: number): number {
  return ((alpha << 24) | (blue << 16) | (green << 8) | red) >>> 0;
}
