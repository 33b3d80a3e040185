"use client";

import { type KeyboardEvent, type PointerEvent, useRef, useState } from "react";
import { RulerHandle, type RulerMark } from "./ruler-handle.tsx";
import { RulerScale } from "./ruler-scale.tsx";
import { clampMark, nearestMark, type Range, stepOfKey, valueAt } from "./ruler-values.ts";
import { useDrag } from "./use-drag.ts";

type Props = {
  marks: readonly RulerMark[];
  /** What the ruler shows; every value lies within. */
  scale: Range;
  /** What values there may be: how far the keys go. A drag stays within the scale as well. */
  limits: Range;
  /** Where the drawn line begins; null draws none. */
  origin: number | null;
  onChange: (index: number, value: number) => void;
  /** A drag or a run of keys is over. */
  onSettle?: () => void;
  /** A digit or a minus was typed on a mark. */
  onType?: (index: number, character: string) => void;
  disabled?: boolean;
};

/**
 * A slider drawn as a ruler: arrow keys move one, with shift five; typing goes to the number beside
 * it; backspace returns to the reference. A finger has to take the mark itself, so that scrolling a
 * page over a ruler changes nothing.
 */
export function Ruler({ marks, limits, origin, onChange, onSettle, onType, disabled, ...props }: Props) {
  const track = useRef<HTMLDivElement>(null);
  const held = useRef({ index: 0, offset: 0 });
  // The scale may follow the values; under the hand it stands still.
  const [heldScale, setHeldScale] = useState<Props["scale"] | null>(null);
  const scale = heldScale ?? props.scale;

  function pointedValue(clientX: number): number {
    const box = track.current?.getBoundingClientRect();
    return box ? valueAt((clientX - box.left) / box.width, scale) : scale.min;
  }

  const within = { min: Math.max(scale.min, limits.min), max: Math.min(scale.max, limits.max) };

  function move(index: number, value: number, bounds: Range): boolean {
    const next = clampMark(marks, index, value, bounds);
    if (next === marks[index]?.value) return false;
    onChange(index, next);
    return true;
  }

  const drag = useDrag({
    onMove: ({ clientX }) => move(held.current.index, pointedValue(clientX - held.current.offset), within),
    onEnd: () => {
      onSettle?.();
      setHeldScale(null);
    },
  });

  function onPointerDown(event: PointerEvent<HTMLDivElement>) {
    if (disabled || event.button !== 0 || !(event.target instanceof Element)) return;
    const mark = event.target.closest("[data-mark]");
    if (!mark && event.pointerType !== "mouse") return;
    event.preventDefault();
    const value = pointedValue(event.clientX);
    const index = mark ? Number(mark.getAttribute("data-mark")) : nearestMark(marks, value);
    const box = mark?.getBoundingClientRect();
    setHeldScale(scale);
    held.current = { index, offset: box ? event.clientX - (box.left + box.width / 2) : 0 };
    drag.hold(event);
    track.current?.querySelector<HTMLInputElement>(`[data-mark="${index}"] input`)?.focus({ preventScroll: true });
    if (!mark) move(index, value, within);
  }

  function onKeyDown(event: KeyboardEvent, index: number, { value, reference }: RulerMark) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = stepOfKey(event.key, event.shiftKey);
    if (step !== null) move(index, value + step, limits);
    else if (event.key === "Home") move(index, within.min, within);
    else if (event.key === "End") move(index, within.max, within);
    else if (event.key === "Backspace" || event.key === "Delete") {
      if (reference !== null && reference !== value) onChange(index, reference);
    } else if (onType && /^[-\d]$/.test(event.key)) onType(index, event.key);
    else return;
    event.preventDefault();
  }

  return (
    <div
      ref={track}
      onPointerDown={onPointerDown}
      {...drag.handlers}
      className={`relative h-6 select-none max-sm:h-11 ${disabled ? "" : "cursor-ew-resize"}`}
    >
      <RulerScale marks={marks} scale={scale} origin={origin} />
      {marks.map((mark, index) => (
        <RulerHandle
          key={mark.label}
          mark={mark}
          index={index}
          scale={scale}
          disabled={disabled}
          onValue={(value) => move(index, value, limits)}
          onKeyDown={(event) => onKeyDown(event, index, mark)}
          onBlur={onSettle}
        />
      ))}
    </div>
  );
}
