import type { ScoringEvent } from "./facts.ts";

const REMEMBERED_ASSETS = 10_000;

/** Numbers for the assets of one lead. An event that names no asset stands for its type. */
export class AssetNumbers {
  private readonly byAsset = new Map<string, number>();
  private readonly byType = new Map<string, number>();
  private next = 0;

  /** Between two leads numbers may begin anew; keeping them spares most of the work. */
  begin(): void {
    if (this.next < REMEMBERED_ASSETS) return;
    this.byAsset.clear();
    this.byType.clear();
    this.next = 0;
  }

  numberOf({ asset, type }: ScoringEvent): number {
    const numbers = asset === null ? this.byType : this.byAsset;
    const name = asset ?? type;
    let number = numbers.get(name);
    if (number === undefined) {
      number = this.next++;
      numbers.set(name, number);
    }
    return number;
  }
}
