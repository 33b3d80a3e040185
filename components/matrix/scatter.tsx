"use client";

import { useEffect, useRef } from "react";
import { tokenColor, watchTheme } from "#components/charts/token-color.ts";
import { type Axes, placeDots } from "./place-dots.ts";

const RADIUS = 1.35;
const OPACITY = 0.5;

type Props = { dots: readonly (readonly [number, number])[]; axes: Axes };

/** Leads as dots, on canvas: thousands of nodes would not be fast. What they say stands in the cells as numbers. */
export function Scatter({ dots, axes }: Props) {
  const ref = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const canvas = ref.current;
    if (!canvas) return;
    const paint = () => draw(canvas, { dots, axes });
    const resized = new ResizeObserver(paint);
    resized.observe(canvas);
    const stopWatching = watchTheme(paint);
    return () => {
      resized.disconnect();
      stopWatching();
    };
  }, [dots, axes]);
  return (
    <div aria-hidden="true" className="pointer-events-none absolute inset-0 z-1">
      <canvas ref={ref} className="size-full" />
    </div>
  );
}

function draw(canvas: HTMLCanvasElement, { dots, axes }: Props): void {
  const { width, height } = canvas.getBoundingClientRect();
  const context = canvas.getContext("2d");
  if (!context || width === 0) return;
  const ratio = window.devicePixelRatio || 1;
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  context.scale(ratio, ratio);
  context.fillStyle = tokenColor(canvas, "--ink");
  context.globalAlpha = OPACITY;
  const places = placeDots(dots, axes, { width, height });
  for (let index = 0; index < places.length; index += 2) {
    context.beginPath();
    context.arc(places[index] ?? 0, places[index + 1] ?? 0, RADIUS, 0, 2 * Math.PI);
    context.fill();
  }
}
