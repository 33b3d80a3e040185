import type { ChangeListener } from "#db/queries/listen-to-changes.ts";
import type { VisibleAmong } from "#db/queries/visible-among.ts";
import type { Viewer } from "#lib/access/roles.ts";
import { type Gathered, gather, type LiveChange } from "#lib/live/change.ts";
import { coalesce } from "#lib/live/coalesce.ts";
import type { LiveMessage } from "#lib/live/message.ts";

/** A stream to a browser. */
export type Subscriber = {
  readonly viewer: Viewer;
  readonly send: (change: LiveChange & { readonly at: number }) => void;
  /** The reader is told something new. */
  readonly alert: () => void;
};

type Sources = {
  readonly listen: (listener: ChangeListener) => void;
  readonly listVisible: (query: VisibleAmong) => Promise<ReadonlyMap<number, readonly number[]>>;
  readonly now: () => Date;
};

export type Hub = ReturnType<typeof openHub>;

/** Soon after the first message, then a few times a second at most. */
const FIRST_MS = 30;
const PAUSE_MS = 250;

/** Takes what the database tells and gives each stream the part its reader may know. Listens from the first stream on. */
export function openHub({ listen, listVisible, now }: Sources) {
  const subscribers = new Set<Subscriber>();
  let isListening = false;
  let changedAt: number | null = null;

  const messages = coalesce({
    gather,
    run: (gathered: Gathered) => tell(gathered),
    firstMs: FIRST_MS,
    pausesMs: [PAUSE_MS],
  });

  function take(message: LiveMessage): void {
    if ("alerted" in message) {
      alert(message.alerted);
      return;
    }
    if ("news" in message) return;
    changedAt = now().getTime();
    messages.add(message);
  }

  /** At once: it is a person who should hear of it, not a screen. */
  function alert(userIds: readonly number[] | null): void {
    for (const { viewer, alert } of subscribers) if (userIds === null || userIds.includes(viewer.userId)) alert();
  }

  async function tell({ leads, ownersWere }: Gathered): Promise<void> {
    const at = changedAt ?? now().getTime();
    const told = [...subscribers];
    const viewers = [...new Map(told.map(({ viewer }) => [viewer.userId, viewer])).values()];
    const visible = leads === null ? null : await listVisible({ leadIds: leads, viewers }).catch(() => null);
    for (const subscriber of told) {
      if (!subscribers.has(subscriber)) continue;
      const { viewer, send } = subscriber;
      // Whoever could see a lead that is somebody's now is told to look again, and not at what.
      const isRobbed = viewer.role === "rep" && (ownersWere.includes(null) || ownersWere.includes(viewer.userId));
      send({ at, leads: visible === null || isRobbed ? null : (visible.get(viewer.userId) ?? []) });
    }
  }

  return {
    /** Gives the way to end it. */
    subscribe(subscriber: Subscriber): () => void {
      subscribers.add(subscriber);
      if (!isListening) {
        isListening = true;
        // What was told before, or while the connection was lost, nobody knows.
        listen({
          onMessage: take,
          onListening: () => {
            take({ leads: null });
            take({ alerted: null });
          },
        });
      }
      return () => void subscribers.delete(subscriber);
    },
    /** When something changed last; null: nothing did since the first stream. */
    changedAt: () => changedAt,
    streamsOf: (userId: number) => [...subscribers].filter(({ viewer }) => viewer.userId === userId).length,
  };
}
