/** A key that is held comes again sooner than this. */
const KEY_RESTS_MS = 250;

type Target = Pick<EventTarget, "addEventListener" | "removeEventListener">;

/** Knows whether a hand is at work in a page: whatever can wait leaves it the frames. */
export class HandWatch {
  private readonly pointers = new Set<number>();
  private lastKeyAt = Number.NEGATIVE_INFINITY;
  private readonly now: () => number;

  constructor(now: () => number) {
    this.now = now;
  }

  isAtWork(): boolean {
    return this.pointers.size > 0 || this.now() - this.lastKeyAt < KEY_RESTS_MS;
  }

  /** Watches until what it gives is called. */
  watch(target: Target): () => void {
    const ending = new AbortController();
    const options = { capture: true, passive: true, signal: ending.signal };
    const on = (type: string, listen: (event: Event) => void) => target.addEventListener(type, listen, options);
    on("pointerdown", (event) => this.pointers.add(pointerOf(event)));
    for (const type of ["pointerup", "pointercancel"]) on(type, (event) => this.pointers.delete(pointerOf(event)));
    on("keydown", () => {
      this.lastKeyAt = this.now();
    });
    // A pointer that is let go of outside is not told of.
    on("blur", () => this.pointers.clear());
    return () => {
      ending.abort();
      this.pointers.clear();
    };
  }
}

function pointerOf(event: Event): number {
  return "pointerId" in event && typeof event.pointerId === "number" ? event.pointerId : 0;
}
