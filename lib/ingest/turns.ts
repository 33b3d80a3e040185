export type Turns<Item, Result> = {
  /** Takes some items at once, all or none of them; gives what came of each, in order. */
  readonly take: (items: readonly Item[]) => Promise<readonly Result[]>;
  readonly sizeOf: (item: Item) => number;
  /** Size of what goes together; an item that alone is larger goes alone. */
  readonly most: number;
  /** Whether two items may go together. */
  readonly areAlike: (one: Item, other: Item) => boolean;
};

type Waiting<Item, Result> = {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
};

/**
 * Takes items in turns: what comes while a turn is under way waits, and goes together in the next one, in the order in
 * which it came. Where a turn fails each of its items is taken alone, so that none fails for another's fault.
 */
export function createTurns<Item, Result>({ take, sizeOf, most, areAlike }: Turns<Item, Result>) {
  let waiting: Waiting<Item, Result>[] = [];
  let isBusy = false;

  async function run(): Promise<void> {
    isBusy = true;
    for (let turn = nextTurn(); turn.length > 0; turn = nextTurn()) await takeTurn(turn);
    isBusy = false;
  }

  /** Who waits longest, and the others that may go with it while there is room. */
  function nextTurn(): Waiting<Item, Result>[] {
    const turn: Waiting<Item, Result>[] = [];
    const left: Waiting<Item, Result>[] = [];
    const [first] = waiting;
    let size = 0;
    for (const next of waiting) {
      const mayCome = first !== undefined && areAlike(first.item, next.item);
      const isFull = next !== first && size + sizeOf(next.item) > most;
      if (mayCome) size += sizeOf(next.item);
      (mayCome && !isFull ? turn : left).push(next);
    }
    waiting = left;
    return turn;
  }

  async function takeTurn(turn: readonly Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await take(turn.map(({ item }) => item));
      results.forEach((result, place) => {
        turn[place]?.resolve(result);
      });
    } catch (error) {
      const [only, ...others] = turn;
      if (others.length === 0) only?.reject(error);
      else await Promise.all(turn.map((each) => takeTurn([each])));
    }
  }

  return {
    /** Gives what came of the item once its turn is over. */
    add(item: Item): Promise<Result> {
      return new Promise((resolve, reject) => {
        waiting.push({ item, resolve, reject });
        if (!isBusy) void run();
      });
    },
  };
}
