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
/** A pixel's counts are three bits for those who stay, and three for those who move. */
const STAYING = 0b000_111;
const MOVING = 0b111_000;
const ONE_MOVES = 0b001_000;
const COUNTS = 64;
const BITS = 3;
/** Pixels that are looked at together. */
const TOGETHER = 4;
/** Many leads share a score: each is moved a little within its band, always in the same way, so that a crowd looks like one. */
const SPREAD_PX = 9;
const EDGE_PX = 2;

export type Plot = {
  readonly before: BaseScores;
  readonly after: BaseScores;
  readonly view: PreviewView;
  /** Of the definition that is shown, in points. */
  readonly thresholds: Readonly<Record<AxisName, readonly number[]>>;
};

/**
 * Every lead a dot of engagement (to the right) and fit (upwards), by counting leads a pixel: a hundred thousand circles
 * would take longer than a hand waits. In the difference those that change their cell stand out.
 */
export class LeadPainter {
  readonly image: ImageData;
  /** How many leads lie on each pixel. */
  private readonly counts: Uint8Array;
  /** The same memory, some pixels at a time. */
  private readonly together: Uint32Array;
  private readonly pixels: Uint32Array;
  private readonly colours: Uint32Array;
  private readonly dot: number;
  private readonly x: Places;
  private readonly y: Places;

  /** `ratio`: pixels of the image for one of the page. */
  constructor(image: ImageData, ink: Ink, ratio: number) {
    this.image = image;
    this.together = new Uint32Array(Math.ceil((image.width * image.height) / TOGETHER));
    this.counts = new Uint8Array(this.together.buffer);
    this.pixels = new Uint32Array(image.data.buffer);
    this.colours = coloursOf(ink);
    this.dot = Math.max(1, Math.round(ratio));
    this.x = new Places(image.width - this.dot, ratio);
    this.y = new Places(image.height - this.dot, ratio);
  }

  paint({ before, after, view, thresholds }: Plot): void {
    const { fit, engagement, cells } = view === "published" ? before : after;
    const { x, y, dot, counts } = this;
    const { width, height } = this.image;
    x.draw(thresholds.engagement);
    y.draw(thresholds.fit);
    const known = before.cells;
    // The number that a cell of the published definition has in the draft; of other views none differs.
    const numbers = Uint8Array.from(before.cellNames, (cell) => after.cellNames.indexOf(cell));
    const hasMovers = view === "difference";
    counts.fill(0);
    for (let row = 0; row < cells.length; row++) {
      const pull = Math.imul(row + 1, 0x9e3779b1);
      const left = x.placeOf(engagement[row] ?? 0, pull >>> 24);
      const top = height - dot - y.placeOf(fit[row] ?? 0, (pull >>> 8) & 255);
      const isMoved = hasMovers && numbers[known[row] ?? 0] !== cells[row];
      const pixel = top * width + left;
      if (dot === 1) mark(counts, pixel, isMoved);
      else
        for (let down = 0; down < dot; down++)
          for (let right = 0; right < dot; right++) mark(counts, pixel + down * width + right, isMoved);
    }
    this.colour();
  }

  /** Most pixels have no lead. */
  private colour(): void {
    const { together, counts, pixels, colours } = this;
    pixels.fill(0);
    for (let place = 0; place < together.length; place++) {
      if (together[place] === 0) continue;
      const from = place * TOGETHER;
      for (let pixel = from; pixel < from + TOGETHER; pixel++) pixels[pixel] = colours[counts[pixel] ?? 0] ?? 0;
    }
  }
}

function mark(counts: Uint8Array, pixel: number, isMoved: boolean): void {
  const known = counts[pixel] ?? 0;
  if (isMoved) {
    if ((known & MOVING) !== MOVING) counts[pixel] = known + ONE_MOVES;
  } else if ((known & STAYING) !== STAYING) counts[pixel] = known + 1;
}

/** Where the scores of an axis lie: from which pixel on a dot may, and how many more. */
class Places {
  private readonly first = new Uint16Array(HIGHEST_SCORE + 1);
  private readonly room = new Uint16Array(HIGHEST_SCORE + 1);
  private readonly length: number;
  private readonly ratio: number;
  private thresholds: readonly number[] | null = null;

  constructor(length: number, ratio: number) {
    this.length = length;
    this.ratio = ratio;
  }

  draw(thresholds: readonly number[]): void {
    if (thresholds === this.thresholds) return;
    this.thresholds = thresholds;
    const opened = thresholds.map(toCentipoints);
    let begin = 0;
    for (const end of [...opened, HIGHEST_SCORE + 1]) {
      for (let score = begin; score < end; score++) this.drawScore(score, { begin, end });
      begin = Math.max(begin, end);
    }
  }

  /** `pull`: 0 to 255. */
  placeOf(score: number, pull: number): number {
    return (this.first[score] ?? 0) + (((this.room[score] ?? 0) * pull) >> 8);
  }

  private drawScore(score: number, band: { readonly begin: number; readonly end: number }): void {
    const { length, ratio } = this;
    const pixel = (centipoints: number) => (Math.min(centipoints, HIGHEST_SCORE) / HIGHEST_SCORE) * length;
    const from = Math.max(pixel(band.begin) + EDGE_PX * ratio, pixel(score) - SPREAD_PX * ratio);
    const to = Math.min(pixel(band.end) - EDGE_PX * ratio, pixel(score) + SPREAD_PX * ratio);
    this.first[score] = Math.max(0, Math.min(length, from));
    this.room[score] = Math.max(0, Math.min(length, to) - Math.max(0, from));
  }
}

/** By a pixel's counts. */
function coloursOf(ink: Ink): Uint32Array {
  return Uint32Array.from({ length: COUNTS }, (_, counts) => {
    const movers = counts >> BITS;
    return movers > 0 ? colour(ink.moves, MOVES[movers] ?? 0) : colour(ink.stays, STAYS[counts & STAYING] ?? 0);
  });
}

/** As a canvas keeps a pixel on every machine that browsers run on: the lowest byte first. */
function colour([red, green, blue]: Rgb, alpha: number): number {
  return ((alpha << 24) | (blue << 16) | (green << 8) | red) >>> 0;
}
