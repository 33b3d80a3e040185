"use client";

import { useEffect, useLayoutEffect, useRef } from "react";
import { tokenColor, watchTheme } from "#components/charts/token-color.ts";
import { type Ink, type Plot, type PreviewView, paintLeads } from "./paint-leads.ts";
import type { Moved } from "./use-preview.ts";

type Props = { moved: Moved; view: PreviewView; thresholds: Plot["thresholds"] };

/** The leads as dots, painted anew with every step of a hand. What they say stands in the cells as numbers. */
export function LiveDots({ moved, view, thresholds }: Props) {
  const ref = useRef<HTMLCanvasElement>(null);
  const latest = useRef({ moved, view, thresholds });
  const ink = useRef<Ink | null>(null);
  useLayoutEffect(() => {
    latest.current = { moved, view, thresholds };
    if (ref.current) ink.current = paint(ref.current, latest.current, ink.current);
  }, [moved, view, thresholds]);
  useEffect(() => {
    const canvas = ref.current;
    if (!canvas) return;
    const paintAnew = () => {
      ink.current = paint(canvas, latest.current, null);
    };
    const resized = new ResizeObserver(paintAnew);
    resized.observe(canvas);
    const stopWatching = watchTheme(paintAnew);
    return () => {
      resized.disconnect();
      stopWatching();
    };
  }, []);
  return (
    <div aria-hidden="true" className="pointer-events-none absolute inset-0 z-1">
      <canvas ref={ref} className="size-full" />
    </div>
  );
}

/** `known`: the colours it was painted in before, null to ask the style sheet anew; gives those it used. */
function paint(
  canvas: HTMLCanvasElement,
  { moved: { before, after }, view, thresholds }: Props,
  known: Ink | null,
): Ink {
  const ink = known ?? { stays: rgbOf(canvas, "--ink"), moves: rgbOf(canvas, "--accent") };
  const context = canvas.getContext("2d");
  const ratio = window.devicePixelRatio || 1;
  const width = Math.round(canvas.clientWidth * ratio);
  const height = Math.round(canvas.clientHeight * ratio);
  if (!context || width === 0 || height === 0) return ink;
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
  }
  const image = context.createImageData(width, height);
  paintLeads(image, { before, after, view, thresholds, ink }, ratio);
  context.putImageData(image, 0, 0);
  return ink;
}

/** A colour as the canvas mixes it, whatever notation the style sheet uses. */
function rgbOf(canvas: HTMLCanvasElement, token: `--${string}`): readonly [number, number, number] {
  const probe = new OffscreenCanvas(1, 1).getContext("2d");
  if (!probe) return [0, 0, 0];
  probe.fillStyle = tokenColor(canvas, token);
  probe.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = probe.getImageData(0, 0, 1, 1).data;
  return [red, green, blue];
}
