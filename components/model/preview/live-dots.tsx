"use client";

import { useEffect, useLayoutEffect, useRef } from "react";
import { tokenColor, watchTheme } from "#components/charts/token-color.ts";
import { type Canvas, type Ink, type Plot, type PreviewView, paintLeads, prepareCanvas } from "./paint-leads.ts";
import type { Moved } from "./use-preview.ts";

type Props = { moved: Moved; view: PreviewView; thresholds: Plot["thresholds"] };

/** The leads as dots, painted anew with every step of a hand. What they say stands in the cells as numbers. */
export function LiveDots({ moved, view, thresholds }: Props) {
  const ref = useRef<HTMLCanvasElement>(null);
  const latest = useRef({ moved, view, thresholds });
  const means = useRef<Means | null>(null);
  useLayoutEffect(() => {
    latest.current = { moved, view, thresholds };
    if (ref.current) means.current = paint(ref.current, latest.current, means.current);
  }, [moved, view, thresholds]);
  useEffect(() => {
    const canvas = ref.current;
    if (!canvas) return;
    const paintAnew = () => {
      means.current = paint(canvas, latest.current, null);
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

/** What one painting leaves for the next. */
type Means = { readonly ink: Ink; readonly canvas: Canvas };

/** `known`: from the painting before; null to ask for size and colours anew. Gives what it used, null without room to paint. */
function paint(
  element: HTMLCanvasElement,
  { moved: { before, after }, view, thresholds }: Props,
  known: Means | null,
): Means | null {
  const context = element.getContext("2d");
  const ratio = window.devicePixelRatio || 1;
  const means = known ?? prepare(element, ratio);
  if (!context || !means) return null;
  paintLeads(means.canvas, { before, after, view, thresholds, ink: means.ink }, ratio);
  context.putImageData(means.canvas.image, 0, 0);
  return means;
}

function prepare(element: HTMLCanvasElement, ratio: number): Means | null {
  const width = Math.round(element.clientWidth * ratio);
  const height = Math.round(element.clientHeight * ratio);
  if (width === 0 || height === 0) return null;
  element.width = width;
  element.height = height;
  const ink = { stays: rgbOf(element, "--ink"), moves: rgbOf(element, "--accent") };
  return { ink, canvas: prepareCanvas(new ImageData(width, height)) };
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
