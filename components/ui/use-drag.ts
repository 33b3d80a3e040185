"use client";

import { type PointerEvent as ReactPointerEvent, useLayoutEffect, useRef } from "react";

/** Half a frame: after a step that takes longer there is no room for another when the frame begins. */
const LONGEST_AHEAD_MS = 8;

type Pointed = { readonly clientX: number; readonly clientY: number };
type Drag = {
  /** Gives whether anything changed. */
  readonly onMove: (pointer: Pointed) => boolean;
  readonly onEnd: () => void;
};
type Held = {
  readonly letGo: AbortController;
  /** Whether a movement since the last frame was handled before the next one. */
  isAhead: boolean;
  /** The last step, in milliseconds. */
  tookMs: number;
};

/**
 * Follows a pointer from `hold` until it is let go. A browser tells of movements when a frame begins, and what follows
 * from them comes out of that frame. Where it also tells at once (`pointerrawupdate`, in secure contexts), the first
 * movement between two frames is handled then, so that the frame has but to draw it.
 */
export function useDrag({ onMove, onEnd }: Drag) {
  const held = useRef<Held | null>(null);
  const latest = useRef(onMove);
  useLayoutEffect(() => {
    latest.current = onMove;
  });

  function move(pointer: Pointed) {
    const from = performance.now();
    if (latest.current(pointer) && held.current) held.current.tookMs = performance.now() - from;
  }

  function moveAhead(event: Event) {
    if (!held.current || held.current.isAhead || held.current.tookMs > LONGEST_AHEAD_MS) return;
    if (!(event instanceof PointerEvent)) return;
    held.current.isAhead = true;
    move(event);
  }

  function hold({ currentTarget, pointerId }: ReactPointerEvent<HTMLElement>) {
    held.current?.letGo.abort();
    const letGo = new AbortController();
    held.current = { letGo, isAhead: false, tookMs: 0 };
    currentTarget.setPointerCapture(pointerId);
    currentTarget.addEventListener("pointerrawupdate", moveAhead, { signal: letGo.signal });
  }

  function onPointerMove(event: ReactPointerEvent) {
    if (!held.current) return;
    held.current.isAhead = false;
    move(event);
  }

  function end() {
    if (!held.current) return;
    held.current.letGo.abort();
    held.current = null;
    onEnd();
  }

  return { hold, handlers: { onPointerMove, onPointerUp: end, onPointerCancel: end } };
}
