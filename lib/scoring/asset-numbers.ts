import type { ScoringEvent } from "./facts.ts";

const REMEMBERED_ASSETS = 10_000;

/** Numbers for the assets of one lead. Where an event names no asset, its type is the asset. */
export class AssetNumbers {
  private readonly numbers = new Map<string, number>();

  /** Between two leads numbers may begin anew; keeping them spares most of the work. */
  begin(): void {
    if (this.numbers.size >= REMEMBERED_ASSETS) this.numbers.clear();
  }

  numberOf({ asset, type }: ScoringEvent): number {
    const name = asset ?? type;
    const known = this.numbers.get(name);
    if (known !== undefined) return known;
    const number = this.numbers.size;
    this.numbers.set(name, number);
    return number;
  }
}
