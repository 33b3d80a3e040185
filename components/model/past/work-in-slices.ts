/** So long a page may stand still without anybody noticing. */
const SLICE_MS = 8;
/** Until it is looked again whether the hand is at rest. */
const LOOK_MS = 50;

type Options<T> = {
  readonly work: Generator<void, T>;
  /** Whether somebody needs every frame now. */
  readonly isBusy: () => boolean;
  readonly now: () => number;
  readonly onDone: (value: T) => void;
};

/** Does a long work in small pieces, between which the page goes on, and none of them while somebody is busy in it; gives what ends it. */
export function workInSlices<T>({ work, isBusy, now, onDone }: Options<T>): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const go = () => {
    const until = now() + SLICE_MS;
    while (!isBusy()) {
      const step = work.next();
      if (step.done === true) return onDone(step.value);
      if (now() > until) break;
    }
    timer = setTimeout(go, isBusy() ? LOOK_MS : 0);
  };
  timer = setTimeout(go);
  return () => clearTimeout(timer);
}
