import { ColumnRoom } from "./column-room.ts";
import type { JourneyFilter } from "./journey-filter.ts";
import type { Selection } from "./select-journeys.ts";

/** Kept at a time, unless one answer asks for more: each may hold columns of all leads. */
const MOST = 2;

type Source = {
  /** Rises with each change. */
  readonly revision: number;
  /** Narrowed to the days that there are, so that the same is asked for by the same words. */
  readonly narrow: (filter: JourneyFilter) => JourneyFilter;
  readonly select: (filter: JourneyFilter, room: ColumnRoom) => Selection;
};

type Held = { readonly selection: Selection; readonly room: ColumnRoom };

/**
 * The last selections with their columns, as one page asks for the same journeys several times: each may hold those of the
 * largest that was asked for. The memory of one that is forgotten serves the next.
 */
export class KeptSelections {
  private readonly source: Source;
  /** By what was asked for when, that of the longest ago first. */
  private readonly held = new Map<string, Held>();
  private isRead = false;

  constructor(source: Source) {
    this.source = source;
  }

  /**
   * What is made of selections, at once. None of those that it asks for changes until it is done; afterwards each may, so
   * it keeps none of them, and nothing of their columns. Throws when something else is being made.
   */
  read<Answer>(make: (select: (filter: JourneyFilter) => Selection) => Answer): Answer {
    if (this.isRead) throw new Error("Selections are read for one answer at a time.");
    this.isRead = true;
    const inUse = new Set<string>();
    try {
      return make((filter) => this.find(filter, inUse));
    } finally {
      this.isRead = false;
    }
  }

  private find(filter: JourneyFilter, inUse: Set<string>): Selection {
    const narrowed = this.source.narrow(filter);
    const key = JSON.stringify([this.source.revision, narrowed]);
    inUse.add(key);
    const held = this.held.get(key) ?? this.hold(narrowed, inUse);
    this.held.delete(key);
    this.held.set(key, held);
    return held.selection;
  }

  private hold(filter: JourneyFilter, inUse: ReadonlySet<string>): Held {
    const room = this.freeRoom(inUse);
    return { selection: this.source.select(filter, room), room };
  }

  /** That of the selection asked for longest ago, which is forgotten; memory of its own where none can be. */
  private freeRoom(inUse: ReadonlySet<string>): ColumnRoom {
    let room = new ColumnRoom();
    for (const [key, held] of this.held) {
      if (this.held.size < MOST) break;
      if (inUse.has(key)) continue;
      this.held.delete(key);
      room = held.room;
    }
    return room;
  }
}
