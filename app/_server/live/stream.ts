import type { SessionUser } from "#lib/access/session-user.ts";
import { BEAT_MS, encodeSignal, type LiveSignal } from "#lib/live/signal.ts";
import type { Hub } from "./hub.ts";

export type LiveStream = {
  readonly user: SessionUser;
  readonly hub: Hub;
  /** Who the session belongs to by now; null once it has ended. */
  readonly findUser: () => Promise<SessionUser | null>;
  /** Aborted when the browser has gone. */
  readonly signal: AbortSignal;
  readonly checkMs?: number;
  readonly beatMs?: number;
};

const CHECK_MS = 30_000;
/** A browser that takes nothing for so many lines has gone or sleeps; it comes back by itself. */
const MOST_WAITING = 64;

/** The changes that a user may know of, as server-sent events, until the browser goes or the session ends. */
export function streamChanges(live: LiveStream): Response {
  const { user, hub, findUser, signal, checkMs = CHECK_MS, beatMs = BEAT_MS } = live;
  const encoder = new TextEncoder();
  let leave = () => {};

  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const unsubscribe = hub.subscribe({
          viewer: { userId: user.userId, role: user.role },
          send: (change) => send({ kind: "change", ...change }),
          alert: () => send({ kind: "alert" }),
        });
        const beats = setInterval(() => send({ kind: "beat" }), beatMs);
        const checks = setInterval(() => void check(), checkMs);
        let isOpen = true;
        leave = () => {
          isOpen = false;
          unsubscribe();
          clearInterval(beats);
          clearInterval(checks);
          signal.removeEventListener("abort", stop);
        };
        signal.addEventListener("abort", stop);
        send({ kind: "hello", changedAt: hub.changedAt() });
        if (signal.aborted) stop();

        function stop(): void {
          if (!isOpen) return;
          leave();
          controller.close();
        }

        function send(line: LiveSignal): void {
          if (!isOpen) return;
          controller.enqueue(encoder.encode(encodeSignal(line)));
          if (controller.desiredSize === 0) stop();
        }
        async function check(): Promise<void> {
          // A session that cannot be looked up is none.
          const found = await findUser().catch(() => null);
          if (found?.userId === user.userId && found.role === user.role) return;
          send({ kind: "end" });
          stop();
        }
      },
      cancel: () => leave(),
    },
    { highWaterMark: MOST_WAITING },
  );
  return new Response(body, { headers: HEADERS });
}

const HEADERS = {
  "content-type": "text/event-stream; charset=utf-8",
  // Compression or a proxy that gathers would keep lines back.
  "cache-control": "no-store, no-transform",
  "x-accel-buffering": "no",
};
